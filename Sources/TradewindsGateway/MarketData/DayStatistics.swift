import TradewindsExchange
import TradewindsVocabulary

/// What quotes tell of an instrument's day beside bid, ask and last.
struct DayStatistics: Sendable, Hashable {
    var date: CivilDate
    var open: Price?
    var high: Price?
    var low: Price?
    var previousClose: Price?
    var volume = Quantity.zero
    var lastTrade: TradePrint?
    var lastTime: Timestamp?

    /// Takes a trade of the day.
    mutating func add(_ trade: TradePrint, at time: Timestamp) {
        open = open ?? trade.price
        high = high.map { max($0, trade.price) } ?? trade.price
        low = low.map { min($0, trade.price) } ?? trade.price
        volume += trade.size
        lastTrade = trade
        lastTime = time
    }
}

extension GatewayCore {
    /// The day's statistics of an instrument, from history the first time.
    mutating func dayStatistics(of index: InstrumentIndex) -> DayStatistics {
        let today = zone(of: index).date(at: now)
        if let known = statistics[index.rawValue], known.date == today { return known }
        var fresh = DayStatistics(date: today)
        let kind: HistoryKind = market.catalogue[index].kind == .currencyPair ? .midpoint : .trades
        let request = HistoryRequest(index, kind, span: .days(2), size: .day, regularHours: false)
        let bars = (try? market.history.bars(request, now: now)) ?? []
        if let bar = bars.last, bar.date == today {
            (fresh.open, fresh.high, fresh.low, fresh.volume) = (bar.open, bar.high, bar.low, bar.volume)
            if kind == .trades { fresh.lastTrade = TradePrint(price: bar.close, size: 1) }
            fresh.lastTime = now
            fresh.previousClose = bars.dropLast().last?.close
        } else {
            fresh.previousClose = bars.last?.close
        }
        statistics[index.rawValue] = fresh
        return fresh
    }

    /// Counts a trade in the statistics that are kept.
    mutating func count(_ trade: TradePrint, of index: InstrumentIndex, at time: Timestamp) {
        guard statistics[index.rawValue] != nil else { return }
        _ = dayStatistics(of: index)
        statistics[index.rawValue]?.add(trade, at: time)
    }
}
