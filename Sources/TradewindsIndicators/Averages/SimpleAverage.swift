/// The mean of the last `period` inputs (SMA).
public struct SimpleAverage: Indicator {
    /// How many inputs.
    public let period: Int
    @usableFromInline var sum: RollingSum

    /// - Throws: Where the period is below 1.
    public init(period: Int) throws(IndicatorError) { self.init(valid: try checked(period)) }

    /// The same for periods that were checked elsewhere: one outside 1 to 1,000,000 counts as the nearer bound.
    public init(clamping period: Int) { self.init(valid: Swift.min(Swift.max(period, 1), longestPeriod)) }

    init(valid period: Int) {
        self.period = period
        sum = RollingSum(period)
    }

    /// `period - 1`.
    public var warmUp: Int { period - 1 }

    /// The mean.
    @inlinable @inline(__always)
    public mutating func update(_ input: Double) -> Double? { sum.update(input).map { $0 / Double(period) } }

    /// Forgets every input.
    public mutating func reset() { sum.reset() }

    /// The means of a column, which is its own window: the same additions as `update`, without a ring.
    public func columnValues(of inputs: [Double]) -> IndicatorSeries<Double> {
        guard inputs.count >= period else { return IndicatorSeries(warmUp: inputs.count, values: []) }
        let values = [Double](unsafeUninitializedCapacity: inputs.count - period + 1) { output, filled in
            preferLargePages(output)
            inputs.withUnsafeBufferPointer { writeMeans(of: $0, into: output) }
            filled = inputs.count - period + 1
        }
        return IndicatorSeries(warmUp: period - 1, values: values)
    }

    private func writeMeans(of input: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>) {
        let length = Double(period)
        var sum = total(input[0..<period])
        output[0] = sum / length
        var row = period
        while row < input.count {
            // A round of the window: then the sum is made anew.
            let end = min(row + period - 1, input.count)
            while row < end {
                sum += input[row] - input[row - period]
                output[row - period + 1] = sum / length
                row += 1
            }
            guard row < input.count else { return }
            sum = total(input[(row - period + 1)..<(row + 1)])
            output[row - period + 1] = sum / length
            row += 1
        }
    }
}
