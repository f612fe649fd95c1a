/// The first less a fixed amount of the second.
public struct Spread: Indicator {
    /// How much of the second is held against one of the first.
    public let ratio: Double

    /// - Throws: Where the ratio is not finite.
    public init(ratio: Double = 1) throws(IndicatorError) { self.ratio = try checked(ratio, in: -1e9...1e9) }

    /// None.
    public var warmUp: Int { 0 }
    /// The difference.
    public mutating func update(_ pair: NumberPair) -> Double? { pair.first - ratio * pair.second }
    /// Nothing is remembered.
    public mutating func reset() {}
}

/// The first over the second; not a number where the second is zero.
public struct Ratio: Indicator {
    /// A ratio.
    public init() {}
    /// None.
    public var warmUp: Int { 0 }
    /// The ratio.
    public mutating func update(_ pair: NumberPair) -> Double? {
        pair.second == 0 ? .nan : pair.first / pair.second
    }
    /// Nothing is remembered.
    public mutating func reset() {}
}

/// What a regression of the first on the second gives for the last pair.
public struct HedgedSpread: IndicatorOutput {
    /// What the second does not explain of the first: the cointegration residual.
    public var residual: Double
    /// How much of the second hedges one of the first.
    public var hedge: Double
    /// The constant.
    public var intercept: Double
    /// The residual in standard deviations of the window's residuals (divided by the count less two); 0 where
    /// they are no more than rounding.
    public var score: Double

    /// `residual`, `hedge`, `intercept`, `score`.
    public static var columnNames: [String] { ["residual", "hedge", "intercept", "score"] }
    /// In that order.
    public var columnValues: [Double] { [residual, hedge, intercept, score] }
}

/// The rolling regression with a constant of the first on the second (Engle's and Granger's first step), in the last pair.
public struct CointegrationResidual: Indicator {
    /// How many pairs.
    public let period: Int
    private var moments: PairMoments

    /// - Throws: Where the period is below 3.
    public init(period: Int = 60) throws(IndicatorError) {
        self.period = try checked(period, atLeast: 3)
        moments = PairMoments(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// Residual, hedge and constant.
    public mutating func update(_ pair: NumberPair) -> HedgedSpread? {
        moments.update(pair)
        guard moments.isFull else { return nil }
        let hedge = moments.slope()
        let residual = pair.first - moments.firstMean - hedge * (pair.second - moments.secondMean)
        let unexplained = moments.firstVariance - hedge * moments.covariance
        let isExplained = unexplained <= Double(period) * rounding(of: moments.firstVariance)
        let deviation = (unexplained * Double(period) / Double(period - 2)).squareRoot()
        return HedgedSpread(
            residual: residual, hedge: hedge, intercept: moments.firstMean - hedge * moments.secondMean,
            score: isExplained ? 0 : residual / deviation)
    }

    /// Forgets every pair.
    public mutating func reset() { moments.reset() }
}
