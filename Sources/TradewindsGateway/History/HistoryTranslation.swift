import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// Bars and ticks of history in the protocol's words.
enum HistoryTranslation {
    static func bar(
        _ bar: HistoryBar, size: BarSize, zone: MarketZone, dateFormat: Int32, isTrades: Bool
    ) -> HistoricalBar {
        var result = HistoricalBar()
        if size.seconds == nil {
            result.date = bar.date.compact
        } else {
            result.date = dateFormat == 2 ? "\(bar.start.seconds)" : ProtocolTime.zoned(bar.start, zone)
        }
        result.open = bar.open.doubleValue
        result.high = bar.high.doubleValue
        result.low = bar.low.doubleValue
        result.close = bar.close.doubleValue
        result.volume = isTrades ? bar.volume : -1
        result.weightedPrice = isTrades ? (bar.average ?? bar.close).decimal : ExactDecimal(-1)
        result.count = isTrades ? Int32(clamping: bar.trades ?? 1) : -1
        return result
    }

    static func trade(_ trade: TradePrint, at time: Timestamp, _ instrument: Instrument) -> HistoricalTickLast {
        var tick = HistoricalTickLast()
        tick.seconds = time.seconds
        tick.price = trade.price.doubleValue
        tick.size = trade.size
        tick.exchange = instrument.primaryExchange ?? instrument.exchange
        return tick
    }

    static func quote(_ quote: Quote, at time: Timestamp) -> HistoricalTickBidAsk {
        var tick = HistoricalTickBidAsk()
        tick.seconds = time.seconds
        tick.bidPrice = quote.bid?.doubleValue ?? 0
        tick.askPrice = quote.ask?.doubleValue ?? 0
        tick.bidSize = quote.bidSize ?? 0
        tick.askSize = quote.askSize ?? 0
        return tick
    }
}
