/// Wilder's averages of rises and of falls.
struct RisesAndFalls: Sendable, Hashable, Codable {
    private var before: Double?
    fileprivate var rises: ExponentialAverage
    private var falls: ExponentialAverage

    init(_ period: Int) {
        rises = ExponentialAverage(validWilder: period)
        falls = ExponentialAverage(validWilder: period)
    }

    var period: Int { rises.period }

    @inline(__always)
    mutating func update(_ input: Double) -> (rise: Double, fall: Double)? {
        defer { before = input }
        guard let before else { return nil }
        let change = input - before
        let gain = positivePart(change)
        let (rise, fall) = (rises.update(gain), falls.update(gain - change))
        guard let rise, let fall else { return nil }
        return (rise, fall)
    }

    mutating func reset() {
        before = nil
        rises.reset()
        falls.reset()
    }
}

/// Wilder's relative strength index (RSI), 0 to 100; 0 where nothing moved.
public struct RelativeStrengthIndex: Indicator {
    private var averages: RisesAndFalls

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { averages = RisesAndFalls(try checked(period)) }

    /// `period`.
    public var warmUp: Int { averages.period }

    /// The index.
    @inline(__always)
    public mutating func update(_ input: Double) -> Double? {
        guard let (rise, fall) = averages.update(input) else { return nil }
        let sum = rise + fall
        return sum == 0 ? 0 : 100 * rise / sum
    }

    /// Forgets every input.
    public mutating func reset() { averages.reset() }

    /// The indices of a column: the steps of `update`, two rows at a time, so that nothing asks which of the two it is.
    public func columnValues(of inputs: [Double]) -> IndicatorSeries<Double> {
        guard inputs.count > averages.period else { return IndicatorSeries(warmUp: inputs.count, values: []) }
        let count = inputs.count - averages.period
        let values = [Double](unsafeUninitializedCapacity: count) { output, filled in
            preferLargePages(output)
            inputs.withUnsafeBufferPointer { averages.writeIndices(of: $0, into: output) }
            filled = count
        }
        return IndicatorSeries(warmUp: averages.period, values: values)
    }
}

extension RisesAndFalls {
    /// Writes 100 × rise / (rise + fall) for every input behind the first `period`.
    fileprivate func writeIndices(
        of input: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) {
        let (weight, kept, keptTwice) = (rises.weight, rises.kept, rises.keptTwice)
        func move(_ row: Int) -> (rise: Double, fall: Double) {
            let change = input[row] - input[row - 1]
            let gain = positivePart(change)
            return (gain, gain - change)
        }
        func index(_ rise: Double, _ fall: Double) -> Double {
            let sum = rise + fall
            return sum == 0 ? 0 : 100 * rise / sum
        }
        var (rise, fall) = (0.0, 0.0)
        for row in 1...period {
            let step = move(row)
            rise += step.rise
            fall += step.fall
        }
        rise /= Double(period)
        fall /= Double(period)
        output[0] = index(rise, fall)
        var row = period + 1
        while row + 1 < input.count {
            let (first, second) = (move(row), move(row + 1))
            let (risen, fallen) = (first.rise * weight, first.fall * weight)
            output[row - period] = index(rise * kept + risen, fall * kept + fallen)
            rise = rise * keptTwice + (risen * kept + second.rise * weight)
            fall = fall * keptTwice + (fallen * kept + second.fall * weight)
            output[row + 1 - period] = index(rise, fall)
            row += 2
        }
        if row < input.count {
            let last = move(row)
            output[row - period] = index(rise * kept + last.rise * weight, fall * kept + last.fall * weight)
        }
    }
}

/// Chande's momentum oscillator (CMO) with Wilder's averages, -100 to 100; 0 where nothing moved.
public struct ChandeMomentum: Indicator {
    private var averages: RisesAndFalls

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) { averages = RisesAndFalls(try checked(period)) }

    /// `period`.
    public var warmUp: Int { averages.period }

    /// The oscillator.
    public mutating func update(_ input: Double) -> Double? {
        guard let (rise, fall) = averages.update(input) else { return nil }
        let sum = rise + fall
        return sum == 0 ? 0 : 100 * (rise - fall) / sum
    }

    /// Forgets every input.
    public mutating func reset() { averages.reset() }
}

/// Blau's true strength index (TSI): changes smoothed twice, over their sizes smoothed twice, -100 to 100; 0 where nothing
/// moved.
public struct TrueStrengthIndex: Indicator {
    private var before: Double?
    private var changes: Chain<ExponentialAverage, ExponentialAverage>
    private var sizes: Chain<ExponentialAverage, ExponentialAverage>

    /// - Throws: Where a period is below 1.
    public init(first: Int = 25, second: Int = 13) throws(IndicatorError) {
        changes = try ExponentialAverage(period: first).then(ExponentialAverage(period: second))
        sizes = changes
    }

    /// `first + second - 1`.
    public var warmUp: Int { changes.warmUp + 1 }

    /// The index.
    public mutating func update(_ input: Double) -> Double? {
        defer { before = input }
        guard let before else { return nil }
        let (change, size) = (changes.update(input - before), sizes.update(abs(input - before)))
        guard let change, let size else { return nil }
        return size == 0 ? 0 : 100 * change / size
    }

    /// Forgets every input.
    public mutating func reset() {
        before = nil
        changes.reset()
        sizes.reset()
    }
}

/// Chande's intraday momentum index (IMI), 0 to 100: what bars gained from open to close over all that they moved; 50 where
/// nothing moved.
public struct IntradayMomentum: Indicator {
    private var gains: RollingSum
    private var moves: RollingSum
    private let period: Int

    /// - Throws: Where the period is below 1.
    public init(period: Int = 14) throws(IndicatorError) {
        self.period = try checked(period)
        gains = RollingSum(period)
        moves = gains
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The index.
    public mutating func update(_ bar: PriceBar) -> Double? {
        let gain = bar.close - bar.open
        let (up, all) = (gains.update(positivePart(gain)), moves.update(abs(gain)))
        guard let up, let all else { return nil }
        return all == 0 ? 50 : 100 * up / all
    }

    /// Forgets every bar.
    public mutating func reset() {
        gains.reset()
        moves.reset()
    }
}
