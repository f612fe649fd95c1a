/// What an indicator can be fed with, one by one or in columns.
public protocol IndicatorInput: Sendable {
    /// Many of it.
    associatedtype Columns: IndicatorColumns where Columns.Row == Self
}

/// Inputs in columns of equal length.
public protocol IndicatorColumns<Row>: Sendable {
    /// One input.
    associatedtype Row
    /// What gives rows by their number, without checks, while the columns are held in memory.
    associatedtype Rows: IndicatorRows<Row>
    /// The number of rows.
    var count: Int { get }
    /// Holds the columns in memory for the time of the call.
    func withRows<Result>(_ body: (Rows) -> Result) -> Result
}

/// Gives rows of columns that are held in memory.
public protocol IndicatorRows<Row> {
    /// One input.
    associatedtype Row
    /// The row of a number below the count: not checked.
    subscript(row: Int) -> Row { get }
}

extension UnsafeBufferPointer: IndicatorRows {}

extension Double: IndicatorInput {
    /// A column of numbers.
    public typealias Columns = [Double]
}

extension [Double]: IndicatorColumns {
    /// Holds the numbers in memory for the time of the call.
    public func withRows<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
        withUnsafeBufferPointer(body)
    }
}

/// One bar as an indicator reads it.
public struct PriceBar: Sendable, Hashable, Codable, IndicatorInput {
    /// The first price.
    public var open: Double
    /// The highest price.
    public var high: Double
    /// The lowest price.
    public var low: Double
    /// The last price.
    public var close: Double
    /// What was traded, in any unit; zero where unknown.
    public var volume: Double

    /// A bar.
    public init(open: Double, high: Double, low: Double, close: Double, volume: Double = 0) {
        (self.open, self.high, self.low, self.close, self.volume) = (open, high, low, close, volume)
    }

    /// Many bars.
    public typealias Columns = PriceColumns
}

/// Bars in columns.
public struct PriceColumns: IndicatorColumns, Hashable {
    /// First prices.
    public let open: [Double]
    /// Highest prices.
    public let high: [Double]
    /// Lowest prices.
    public let low: [Double]
    /// Last prices.
    public let close: [Double]
    /// Volumes.
    public let volume: [Double]

    /// - Throws: Where the columns differ in length.
    public init(
        open: [Double], high: [Double], low: [Double], close: [Double], volume: [Double]
    ) throws(IndicatorError) {
        for column in [open, high, low, volume] where column.count != close.count {
            throw .differentLengths(column.count, close.count)
        }
        (self.open, self.high, self.low, self.close, self.volume) = (open, high, low, close, volume)
    }

    /// The bars of an array.
    public init(_ bars: [PriceBar]) {
        open = bars.map(\.open)
        high = bars.map(\.high)
        low = bars.map(\.low)
        close = bars.map(\.close)
        volume = bars.map(\.volume)
    }

    /// The number of bars.
    public var count: Int { close.count }

    /// Bars in memory.
    public struct Rows: IndicatorRows {
        fileprivate let open, high, low, close, volume: UnsafeBufferPointer<Double>

        /// The bar of a row.
        @inline(__always)
        public subscript(row: Int) -> PriceBar {
            PriceBar(open: open[row], high: high[row], low: low[row], close: close[row], volume: volume[row])
        }
    }

    /// Holds the bars in memory for the time of the call.
    public func withRows<Result>(_ body: (Rows) -> Result) -> Result {
        open.withUnsafeBufferPointer { open in
            high.withUnsafeBufferPointer { high in
                low.withUnsafeBufferPointer { low in
                    close.withUnsafeBufferPointer { close in
                        volume.withUnsafeBufferPointer { volume in
                            body(Rows(open: open, high: high, low: low, close: close, volume: volume))
                        }
                    }
                }
            }
        }
    }
}

/// Two numbers of one moment, such as the prices of two instruments.
public struct NumberPair: Sendable, Hashable, Codable, IndicatorInput {
    /// The first: what is explained, the instrument that is held.
    public var first: Double
    /// The second: what explains, the market or the hedge.
    public var second: Double

    /// A pair.
    public init(_ first: Double, _ second: Double) { (self.first, self.second) = (first, second) }

    /// Many pairs.
    public typealias Columns = PairColumns
}

/// Pairs in columns.
public struct PairColumns: IndicatorColumns, Hashable {
    /// The first numbers.
    public let first: [Double]
    /// The second numbers.
    public let second: [Double]

    /// - Throws: Where the columns differ in length.
    public init(first: [Double], second: [Double]) throws(IndicatorError) {
        guard first.count == second.count else { throw .differentLengths(first.count, second.count) }
        (self.first, self.second) = (first, second)
    }

    /// The number of pairs.
    public var count: Int { first.count }

    /// Pairs in memory.
    public struct Rows: IndicatorRows {
        fileprivate let first, second: UnsafeBufferPointer<Double>

        /// The pair of a row.
        @inline(__always)
        public subscript(row: Int) -> NumberPair { NumberPair(first[row], second[row]) }
    }

    /// Holds the pairs in memory for the time of the call.
    public func withRows<Result>(_ body: (Rows) -> Result) -> Result {
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in body(Rows(first: first, second: second)) }
        }
    }
}
