/// How two columns go together in the last `period` rows.
public struct Relation: Indicator {
    /// What is measured.
    public enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
        /// Pearson's correlation, -1 to 1; 0 where one of them does not vary.
        case correlation
        /// The covariance, divided by the count less one.
        case covariance
    }

    /// How many pairs.
    public let period: Int
    private let measure: Measure
    private var moments: PairMoments

    /// - Throws: Where the period is below 2.
    public init(_ measure: Measure, period: Int = 30) throws(IndicatorError) {
        self.measure = measure
        self.period = try checked(period, atLeast: 2)
        moments = PairMoments(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The measure.
    public mutating func update(_ pair: NumberPair) -> Double? {
        moments.update(pair)
        guard moments.isFull else { return nil }
        switch measure {
        case .covariance: return moments.covariance * Double(period) / Double(period - 1)
        case .correlation:
            guard !moments.firstIsFlat(), !moments.secondIsFlat() else { return 0 }
            // Two roots: the product of variances of large numbers is beyond the largest.
            let scale = moments.firstVariance.squareRoot() * moments.secondVariance.squareRoot()
            let correlation = moments.covariance / scale
            return correlation > 1 ? 1 : correlation < -1 ? -1 : correlation
        }
    }

    /// Forgets every pair.
    public mutating func reset() { moments.reset() }
}

/// The slope of the first's relative changes on the second's: the beta of an instrument to the market; 0 where the market did
/// not move or a price before was zero.
public struct Beta: Indicator {
    /// How many changes.
    public let period: Int
    private var before: NumberPair?
    private var moments: PairMoments

    /// - Throws: Where the period is below 2.
    public init(period: Int = 5) throws(IndicatorError) {
        self.period = try checked(period, atLeast: 2)
        moments = PairMoments(period)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// The slope.
    public mutating func update(_ pair: NumberPair) -> Double? {
        defer { before = pair }
        guard let before else { return nil }
        func change(_ now: Double, _ then: Double) -> Double { then == 0 ? 0 : now / then - 1 }
        moments.update(NumberPair(change(pair.first, before.first), change(pair.second, before.second)))
        // A change is what is left of a quotient near one, and has its rounding.
        return moments.isFull ? moments.slope(scale: 1) : nil
    }

    /// Forgets every pair.
    public mutating func reset() {
        before = nil
        moments.reset()
    }
}
