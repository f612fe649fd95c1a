/// Takes one input at a time and keeps only what the next value needs.
///
/// It is a plain value: a copy is a snapshot, and the same inputs after ``reset()`` give the same bits.
///
/// ```swift
/// var average = try SimpleAverage(period: 20)
/// if let value = average.update(101.5) { … }          // one at a time
/// let column = try SimpleAverage(period: 20).batch(closes)   // a whole column
/// ```
public protocol Indicator<Input>: Sendable, Hashable, Codable {
    /// What it takes: a number, a bar or a pair of numbers.
    associatedtype Input: IndicatorInput
    /// What it gives: a number, or several with names.
    associatedtype Output: IndicatorOutput

    /// How many inputs give `nil` before the first value. From then on each input gives one, though a line of several
    /// may begin later, where its output says so. An
    /// input that it is not defined for, such as a volatility of a price below zero, gives what is not a number while it
    /// is in the window.
    var warmUp: Int { get }

    /// Takes the next input; `nil` while the indicator warms up. Allocates nothing.
    mutating func update(_ input: Input) -> Output?

    /// Forgets every input, as if newly made.
    mutating func reset()

    /// What ``batch(_:)`` gives. Redefine it where a whole column can be run through faster; the values must be the
    /// same.
    func columnValues(of inputs: Input.Columns) -> IndicatorSeries<Output>
}

extension Indicator {
    /// The values over whole columns, the same to the bit as those of a new indicator fed row by row.
    public func batch(_ inputs: Input.Columns) -> IndicatorSeries<Output> {
        // Called through the protocol: so each indicator's own compiled loop runs, whichever module calls.
        columnValues(of: inputs)
    }

    /// Feeds a new indicator row by row.
    public func columnValues(of inputs: Input.Columns) -> IndicatorSeries<Output> {
        let rows = inputs.count
        let skipped = Swift.min(warmUp, rows)
        let values = [Output](unsafeUninitializedCapacity: rows - skipped) { buffer, filled in
            preferLargePages(buffer)
            filled = inputs.withRows { feed($0, rows, into: buffer) }
        }
        return IndicatorSeries(warmUp: rows - values.count, values: values)
    }

    /// Writes the values of all rows; gives their number, at most the buffer's.
    private func feed(_ inputs: Input.Columns.Rows, _ rows: Int, into buffer: UnsafeMutableBufferPointer<Output>) -> Int
    {
        // A local value, captured by nothing: so it stays in registers.
        var fresh = self
        fresh.reset()
        var count = 0
        for row in 0..<rows {
            guard let value = fresh.update(inputs[row]), count < buffer.count else { continue }
            buffer.initializeElement(at: count, to: value)
            count += 1
        }
        return count
    }
}
