import TradewindsVocabulary

/// What losses are measured from: kept over a restart, so that a new beginning is no way round a limit.
public struct LossMarks: Codable, Sendable, Hashable {
    /// The day, by its midnight of UTC.
    public let day: Timestamp
    /// The equity with which that day began.
    public let dayEquity: Money
    /// The highest equity so far.
    public let highest: Money
    /// Whether these are values of an account; else profits of the fills that the gate saw.
    let isEquityTold: Bool
}

extension RiskCore {
    /// What losses are measured from; `nil` before any equity was known.
    public var lossMarks: LossMarks? {
        guard let day, let dayEquity, let highest else { return nil }
        return LossMarks(
            day: day.midnightUTC, dayEquity: dayEquity, highest: highest, isEquityTold: isEquityTold)
    }

    /// Goes on from what a run before measured from.
    mutating func restore(_ marks: LossMarks) {
        day = marks.day.utcDate
        dayEquity = marks.dayEquity
        highest = marks.highest
        isEquityTold = marks.isEquityTold
    }
}
