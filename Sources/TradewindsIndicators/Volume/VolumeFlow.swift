/// Granville's on-balance volume (OBV): volume added on a rise of the close, taken away on a fall. Starts at the first
/// bar's volume.
public struct OnBalanceVolume: Indicator {
    private var before: Double?
    private var sum = 0.0

    /// A volume.
    public init() {}
    /// None.
    public var warmUp: Int { 0 }

    /// The volume so far.
    public mutating func update(_ bar: PriceBar) -> Double? {
        if let before {
            sum += bar.close > before ? bar.volume : bar.close < before ? -bar.volume : 0
        } else {
            sum = bar.volume
        }
        before = bar.close
        return sum
    }

    /// Begins anew.
    public mutating func reset() { self = Self() }
}

extension PriceBar {
    /// Volume times the close's place in the bar's range, -1 at the low to 1 at the high; 0 where the range is zero.
    var moneyFlow: Double { range == 0 ? 0 : ((close - low) - (high - close)) / range * volume }
}

/// Chaikin's accumulation and distribution line (AD).
public struct AccumulationDistribution: Indicator {
    private var sum = 0.0

    /// A line.
    public init() {}
    /// None.
    public var warmUp: Int { 0 }

    /// The line.
    public mutating func update(_ bar: PriceBar) -> Double? {
        sum += bar.moneyFlow
        return sum
    }

    /// Begins anew.
    public mutating func reset() { sum = 0 }
}

/// Chaikin's oscillator (ADOSC): a fast less a slow exponential average of the accumulation and distribution line, both
/// started by its first value.
public struct ChaikinOscillator: Indicator {
    private let weights: [Double]
    private let slow: Int
    private var line = AccumulationDistribution()
    private var averages: [Double] = []
    private var count = 0

    /// - Throws: Where a period is below 1, or fast is not below slow.
    public init(fast: Int = 3, slow: Int = 10) throws(IndicatorError) {
        try checked(fast: fast, slow: slow)
        weights = [2 / (Double(fast) + 1), 2 / (Double(slow) + 1)]
        self.slow = slow
    }

    /// `slow - 1`.
    public var warmUp: Int { slow - 1 }

    /// The difference.
    public mutating func update(_ bar: PriceBar) -> Double? {
        guard let value = line.update(bar) else { return nil }
        if averages.isEmpty { averages = [value, value] }
        for place in weights.indices { averages[place] += weights[place] * (value - averages[place]) }
        count = Swift.min(count + 1, slow)
        return count == slow ? averages[0] - averages[1] : nil
    }

    /// Begins anew.
    public mutating func reset() {
        line.reset()
        averages = []
        count = 0
    }
}

/// Chaikin's money flow (CMF): money flow over volume in the last bars, -1 to 1; 0 where nothing was traded.
public struct ChaikinMoneyFlow: Indicator {
    private let period: Int
    private var flow: RollingSum
    private var volume: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int = 20) throws(IndicatorError) {
        self.period = try checked(period)
        flow = RollingSum(period)
        volume = flow
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The flow.
    public mutating func update(_ bar: PriceBar) -> Double? {
        let (flow, volume) = (flow.update(bar.moneyFlow), volume.update(bar.volume))
        guard let flow, let volume else { return nil }
        return volume == 0 ? 0 : flow / volume
    }

    /// Forgets every bar.
    public mutating func reset() {
        flow.reset()
        volume.reset()
    }
}

/// The money flow index (MFI), 0 to 100: a relative strength index of typical prices weighted by volume; 0 where no
/// money flowed. Typical prices that differ by no more than their rounding are equal, as TA-Lib has
/// it.
public struct MoneyFlowIndex: Indicator {
    private let period: Int
    private var before: Double?
    private var rises: RollingSum
    private var falls: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) {
        self.period = try checked(period)
        rises = RollingSum(period)
        falls = rises
    }

    /// `period`.
    public var warmUp: Int { period }

    /// The index.
    public mutating func update(_ bar: PriceBar) -> Double? {
        let price = bar.typical
        defer { before = price }
        guard let before else { return nil }
        let flow = price * bar.volume
        let rounding = rounding(of: price)
        let (rise, fall) = (
            rises.update(price - before > rounding ? flow : 0), falls.update(before - price > rounding ? flow : 0)
        )
        guard let rise, let fall else { return nil }
        return rise + fall == 0 ? 0 : 100 * rise / (rise + fall)
    }

    /// Forgets every bar.
    public mutating func reset() {
        before = nil
        rises.reset()
        falls.reset()
    }
}
