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
        var head = 0.0
        for row in 0..<period { head += input[row] }
        output[0] = head / length
        writeTails(of: input, 0, into: output)
        var start = period
        while start < input.count {
            let end = start + period
            head = 0
            // Where the next block fills its places, its end and this block's beginning are summed side by side: each
            // alone would wait for its additions.
            guard end + period <= input.count else {
                for row in start..<Swift.min(end - 1, input.count) {
                    head += input[row]
                    output[row - period + 1] = (output[row - period + 1] + head) / length
                }
                if end <= input.count {
                    output[start] = (head + input[end - 1]) / length
                    writeTails(of: input, start, into: output)
                }
                start = end
                continue
            }
            var tail = 0.0
            for step in 0..<(period - 1) {
                head += input[start + step]
                let place = start + step - period + 1
                output[place] = (output[place] + head) / length
                tail += input[end - 1 - step]
                output[end - 1 - step] = tail
            }
            output[start] = (head + input[end - 1]) / length
            start = end
        }
    }

    /// Puts the sums of a block from each place on where the means of the next block's rows come.
    private func writeTails(
        of input: UnsafeBufferPointer<Double>, _ start: Int, into output: UnsafeMutableBufferPointer<Double>
    ) {
        var tail = 0.0
        for place in stride(from: start + period - 1, to: start, by: -1) {
            tail += input[place]
            if place < output.count { output[place] = tail }
        }
    }
}
