/// An average whose weights fall exponentially, started by the mean of the first `period` inputs (EMA).
public struct ExponentialAverage: Indicator {
    /// How many inputs start it.
    public let period: Int
    /// The weight of the newest input, above 0, at most 1.
    public let weight: Double
    /// What the average before it weighs, behind one input and behind two.
    let kept: Double
    let keptTwice: Double
    private var count = 0
    /// The average as of the last even input, and what the odd input after it added: two inputs at once wait for each other
    /// half as long as one by one.
    private var base = 0.0
    private var pending = 0.0
    private var isPending = false

    /// The usual one: the newest input weighs `2 / (period + 1)`.
    ///
    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    /// Wilder's: the newest input weighs `1 / period`.
    ///
    /// - Throws: Where the period is below 1.
    public init(wilder period: Int) throws(IndicatorError) { self.init(validWilder: try checked(period)) }

    init(valid period: Int) {
        self.period = period
        weight = 2 / (Double(period) + 1)
        kept = 1 - weight
        keptTwice = kept * kept
    }

    init(validWilder period: Int) {
        self.period = period
        weight = 1 / Double(period)
        kept = 1 - weight
        keptTwice = kept * kept
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The average.
    @inline(__always)
    public mutating func update(_ input: Double) -> Double? {
        if count == period {
            let added = input * weight
            isPending.toggle()
            guard !isPending else {
                pending = added
                return base * kept + added
            }
            base = base * keptTwice + (pending * kept + added)
            return base
        }
        count += 1
        base += input
        guard count == period else { return nil }
        base /= Double(period)
        return base
    }

    /// Forgets every input.
    public mutating func reset() {
        count = 0
        base = 0
        pending = 0
        isPending = false
    }
}
