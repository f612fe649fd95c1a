import TradewindsStatistics

/// What a sweep is judged by.
public enum SweepMeasure: String, Sendable, Hashable, CaseIterable {
    case deflatedSharpe, overfitting, superiority, walkForward, kFold, combinatorial
}

/// Why a measure could not be taken.
public enum SweepGap: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is one point or none, and so nothing to choose from.
    case onePoint
    /// All points have the same returns, and so none is the best.
    case alike
    /// No point has returns that vary.
    case flat
    /// The account of every point fell to nothing, so that none has a Sharpe ratio.
    case ruined
    /// The returns of the best, where they were judged, do not vary.
    case flatJudged
    /// The time has too few parts.
    case tooFewParts(Int, needed: Int)
    /// The parts left out beside a block leave fewer than two to learn from.
    case nothingLearned(purge: Int, embargo: Int)
    /// The moments of the best point's returns are too extreme.
    case extreme
    /// The calculation refused its input.
    case refused(StatisticsError)

    /// Why, and what would help.
    public var description: String {
        switch self {
        case .onePoint: "two points or more are needed; name more values in --grid"
        case .alike: "all points have the same returns; name values in --grid that make a difference"
        case .flat: "the returns of no point vary; did any of them trade?"
        case .ruined: "the account of every point fell to nothing; begin with more cash or trade less"
        case .flatJudged: "the returns of the points chosen do not vary where they are judged; did they trade there?"
        case .tooFewParts(let parts, let needed):
            "\(parts) parts, \(needed) are needed; raise --parts, lower --folds or --groups, or give a longer history"
        case .nothingLearned(let purge, let embargo):
            "--purge \(purge) and --embargo \(embargo) leave fewer than two parts to learn from; lower them"
        case .extreme: "the returns of the best point are too extreme for it"
        case .refused(let error): "\(error)"
        }
    }
}
