import TradewindsVocabulary

/// The prices in one data file.
///
/// Three layouts, told apart by the header: bars (`time,open,high,low,close,volume`), trades (`time,price,size`) and
/// quotes (`time,bid,ask,bid_size,ask_size`). Times without a zone are on the exchange's wall clock: Chicago for ES,
/// New York for the rest. Numbers have up to six digits after the point; more are rounded half to even.
public struct Recording: Sendable, Hashable {
    /// What a file holds.
    public enum Kind: Sendable, Hashable {
        /// Bars.
        case bars
        /// Trades.
        case trades
        /// Best bids and asks.
        case quotes
    }

    /// The columns of a file.
    enum Columns: Sendable, Hashable {
        case bars(BarColumns)
        case trades(TradeColumns)
        case quotes(QuoteColumns)
    }

    /// The symbol, from the file's name without folder and ending.
    public var symbol: String
    /// The file, as it was named.
    public var file: String
    /// Whether these are bars of days.
    public var isDaily: Bool
    var columns: Columns

    /// How many bars, trades or quotes there are; at least one.
    public var count: Int { times.count }

    var times: [Int64] {
        switch columns {
        case .bars(let bars): bars.times
        case .trades(let trades): trades.times
        case .quotes(let quotes): quotes.times
        }
    }

    /// What the file holds.
    public var kind: Kind {
        switch columns {
        case .bars: .bars
        case .trades: .trades
        case .quotes: .quotes
        }
    }

    /// Whether any bar or trade tells a volume; a file of bars may have no such column.
    public var hasVolume: Bool {
        switch columns {
        case .bars(let bars): bars.volume.contains { $0 > 0 }
        case .trades(let trades): trades.size.contains { $0 > 0 }
        case .quotes: false
        }
    }

    /// How many quotes have a bid above the ask; nothing trades at them.
    public var crossedQuotes: Int {
        guard case .quotes(let quotes) = columns else { return 0 }
        return zip(quotes.bid, quotes.ask).count { $0 > $1 }
    }

    /// The time of a bar's start, a trade or a quote. Of a daily bar: midnight on the exchange's wall clock.
    public func time(_ index: Int) -> Timestamp { Timestamp(nanoseconds: times[index]) }

    /// The commonest distance between two beginnings, in nanoseconds: the length of a bar that is no day.
    var period: Int64 {
        guard count > 1 else { return MinutePath.length }
        let distances = zip(times.dropFirst(), times).prefix(1000).map { $0 - $1 }.sorted()
        return max(distances[distances.count / 2], 1)
    }

    /// The lowest price that is shown: of bars a low, of quotes a bid.
    public var lowestPrice: Price? {
        let prices =
            switch columns {
            case .bars(let bars): bars.low
            case .trades(let trades): trades.price
            case .quotes(let quotes): quotes.bid
            }
        return prices.min().map { Price($0.decimal) }
    }

    /// The length of a bar that no other cuts short.
    public var barLength: Duration { isDaily ? .seconds(86_400) : .nanoseconds(period) }

    /// When the bar at a position below ``count`` is over: after its length, and not after the next one has begun. Of
    /// something that is no bar, its time.
    public func end(_ index: Int) -> Timestamp {
        guard kind == .bars else { return time(index) }
        let length = isDaily ? 86_400_000_000_000 : period
        let next = index + 1 < count ? times[index + 1] : .max
        return Timestamp(nanoseconds: min(next, times[index] + length))
    }

    /// The bar at a position below ``count``; `nil` in a file of another kind.
    public func bar(_ index: Int) -> Bar? {
        guard case .bars(let bars) = columns else { return nil }
        return Bar(
            start: time(index), open: Price(bars.open[index].decimal), high: Price(bars.high[index].decimal),
            low: Price(bars.low[index].decimal), close: Price(bars.close[index].decimal),
            volume: Quantity(bars.volume[index].decimal))
    }

    /// The trade at a position below ``count``; `nil` in a file of another kind.
    public func trade(_ index: Int) -> TradePrint? {
        guard case .trades(let trades) = columns else { return nil }
        return TradePrint(price: Price(trades.price[index].decimal), size: Quantity(trades.size[index].decimal))
    }

    /// The quote at a position below ``count``, without sizes where the file tells none; `nil` in a file of another
    /// kind.
    public func quote(_ index: Int) -> Quote? {
        guard case .quotes(let quotes) = columns else { return nil }
        return Quote(
            bid: Price(quotes.bid[index].decimal), bidSize: quotes.bidSize.map { Quantity($0[index].decimal) },
            ask: Price(quotes.ask[index].decimal), askSize: quotes.askSize.map { Quantity($0[index].decimal) })
    }

    /// What it shows of the price at a position: a bar's open, a trade's price, the bid.
    func price(_ index: Int) -> Price? { trade(index)?.price ?? bar(index)?.open ?? quote(index)?.bid }
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

/// Columns of a file of trades: nanoseconds since 1970, and millionths.
struct TradeColumns: Sendable, Hashable {
    var times: [Int64] = []
    var price: [Int64] = []
    var size: [Int64] = []
}

/// Columns of a file of quotes: nanoseconds since 1970, and millionths.
struct QuoteColumns: Sendable, Hashable {
    var times: [Int64] = []
    var bid: [Int64] = []
    var ask: [Int64] = []
    var bidSize: [Int64]?
    var askSize: [Int64]?
}

extension Int64 {
    /// The number of which this counts the millionths.
    fileprivate var decimal: ExactDecimal { ExactDecimal(Int128(self), scale: 6) }
}
