/// One thing that happens on a tape, in the tape's own units.
enum TapeUpdate: Sendable, Hashable {
    /// The best bid and ask and what is displayed there.
    case quote(time: Int64, bid: Int64, ask: Int64, bidSize: Int64, askSize: Int64)
    /// A trade.
    case trade(time: Int64, price: Int64, size: Int64)

    var time: Int64 {
        switch self {
        case .quote(let time, _, _, _, _), .trade(let time, _, _): time
        }
    }

    func later(by shift: Int64) -> TapeUpdate {
        switch self {
        case .quote(let time, let bid, let ask, let bidSize, let askSize):
            .quote(time: time + shift, bid: bid, ask: ask, bidSize: bidSize, askSize: askSize)
        case .trade(let time, let price, let size):
            .trade(time: time + shift, price: price, size: size)
        }
    }
}

/// A bar in the tape's own units; prices count halves of a price unit, so that midpoints are whole.
struct TapeBar: Sendable, Hashable {
    var start: Int64
    var end: Int64
    var open: Int64
    var high: Int64
    var low: Int64
    var close: Int64
    var volume: Int64 = 0
    var trades: Int64 = 0
    /// The sum of price times size, in halves.
    var turnover: Int128 = 0

    /// A bar of one price.
    init(start: Int64, end: Int64, price: Int64) {
        (self.start, self.end) = (start, end)
        (open, high, low, close) = (price, price, price, price)
    }

    init(start: Int64, end: Int64, open: Int64, high: Int64, low: Int64, close: Int64) {
        (self.start, self.end) = (start, end)
        (self.open, self.high, self.low, self.close) = (open, high, low, close)
    }

    /// Goes on with what came next.
    mutating func merge(_ next: TapeBar) {
        end = next.end
        high = max(high, next.high)
        low = min(low, next.low)
        close = next.close
        volume += next.volume
        trades += next.trades
        turnover += next.turnover
    }
}
