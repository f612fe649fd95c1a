/// What the vortex indicator gives.
public struct VortexValue: IndicatorOutput {
    /// The strength of rises.
    public var plus: Double
    /// The strength of falls.
    public var minus: Double
    /// `plus_vi`, `minus_vi`.
    public static var columnNames: [String] { ["plus_vi", "minus_vi"] }
    /// In that order.
    public var columnValues: [Double] { [plus, minus] }
}

/// Botes' and Siepman's vortex: how far highs are from the lows before and lows from the highs before, over true ranges; 0
/// where these are zero.
public struct Vortex: Indicator {
    private let period: Int
    private var before: PriceBar?
    private var plus: RollingSum
    private var minus: RollingSum
    private var range: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) {
        self.period = try checked(period)
        plus = RollingSum(period)
        minus = plus
        range = plus
    }

    /// `period`.
    public var warmUp: Int { period }

    /// Both lines.
    public mutating func update(_ bar: PriceBar) -> VortexValue? {
        defer { before = bar }
        guard let before else { return nil }
        let sums = (
            plus.update(abs(bar.high - before.low)), minus.update(abs(bar.low - before.high)),
            range.update(Swift.max(bar.high, before.close) - Swift.min(bar.low, before.close))
        )
        guard let up = sums.0, let down = sums.1, let whole = sums.2 else { return nil }
        return whole == 0 ? VortexValue(plus: 0, minus: 0) : VortexValue(plus: up / whole, minus: down / whole)
    }

    /// Forgets every bar.
    public mutating func reset() {
        before = nil
        plus.reset()
        minus.reset()
        range.reset()
    }
}

/// White's vertical horizontal filter (VHF): the range of the inputs over the length of their way, 0 to 1; 0 where nothing
/// moved.
public struct VerticalHorizontalFilter: Indicator {
    private let period: Int
    private var before: Double?
    private var range: RollingRange
    private var way: RollingSum

    /// - Throws: Where the period is below 2.
    public init(period: Int = 28) throws(IndicatorError) {
        self.period = try checked(period, atLeast: 2)
        range = RollingRange(period)
        way = RollingSum(period)
    }

    /// `period`.
    public var warmUp: Int { period }

    /// The ratio.
    public mutating func update(_ input: Double) -> Double? {
        defer { before = input }
        let range = range.update(high: input, low: input)
        guard let before, let way = way.update(abs(input - before)), let range else { return nil }
        return way == 0 ? 0 : (range.high - range.low) / way
    }

    /// Forgets every input.
    public mutating func reset() {
        before = nil
        range.reset()
        way.reset()
    }
}
