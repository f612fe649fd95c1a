import TradewindsVocabulary

/// The prices in one data file.
///
/// Two layouts, told apart by the header: bars (`time,open,high,low,close,volume`) and ticks (`time,price,size`). Columns may
/// stand in any order, further ones are ignored, `date` and `datetime` also name the time, and `volume` the size of a tick.
/// Times are on the exchange's wall clock (Chicago for ES, New York for the rest) unless they end in `Z` or count from 1970.
/// Numbers have up to six digits after the point; more are rounded half to even.
public struct Recording: Sendable, Hashable {
    /// The columns of a file.
    enum Columns: Sendable, Hashable {
        case bars(BarColumns)
        case ticks(TickColumns)
    }

    /// The symbol, from the file's name without folder and ending.
    public var symbol: String
    /// The file, as it was named.
    public var file: String
    /// Whether the times are days without a time of day.
    public var isDaily: Bool
    var columns: Columns

    /// How many bars or ticks there are; at least one.
    public var count: Int { times.count }

    var times: [Int64] {
        switch columns {
        case .bars(let bars): bars.times
        case .ticks(let ticks): ticks.times
        }
    }

    /// Whether these are bars; otherwise they are ticks.
    public var hasBars: Bool {
        if case .bars = columns { return true }
        return false
    }

    /// The time of a bar's start or of a tick. Of a daily bar: midnight on the exchange's wall clock.
    public func time(_ index: Int) -> Timestamp { Timestamp(nanoseconds: times[index]) }

    /// The bar at a position below ``count``; `nil` in a file of ticks.
    public func bar(_ index: Int) -> Bar? {
        guard case .bars(let bars) = columns else { return nil }
        return Bar(
            start: time(index), open: Price(bars.open[index].decimal), high: Price(bars.high[index].decimal),
            low: Price(bars.low[index].decimal), close: Price(bars.close[index].decimal),
            volume: Quantity(bars.volume[index].decimal))
    }

    /// The trade at a position below ``count``; `nil` in a file of bars.
    public func trade(_ index: Int) -> TradePrint? {
        guard case .ticks(let ticks) = columns else { return nil }
        return TradePrint(price: Price(ticks.price[index].decimal), size: Quantity(ticks.size[index].decimal))
    }
}

/// Columns of a bar file: nanoseconds since 1970, and millionths.
struct BarColumns: Sendable, Hashable {
    var times: [Int64] = []
    var open: [Int64] = []
    var high: [Int64] = []
    var low: [Int64] = []
    var close: [Int64] = []
    var volume: [Int64] = []
}

/// Columns of a tick file: nanoseconds since 1970, and millionths.
struct TickColumns: Sendable, Hashable {
    var times: [Int64] = []
    var price: [Int64] = []
    var size: [Int64] = []
}

extension Int64 {
    /// The number of which this counts the millionths.
    fileprivate var decimal: ExactDecimal { ExactDecimal(Int128(self), scale: 6) }
}
