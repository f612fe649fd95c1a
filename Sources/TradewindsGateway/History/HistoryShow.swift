import TradewindsExchange
import TradewindsVocabulary

/// What a request for bars asks to be shown.
enum HistoryShow {
    /// Bars of one kind of price.
    case plain(HistoryKind)
    /// Trades adjusted for splits and dividends, of which the simulated market has none.
    case adjustedLast
    /// Bids and asks in one bar.
    case bidAsk
    /// What a real gateway knows and this one does not: an answer that ends the request, and no complaint about its
    /// text.
    case notSimulated

    init?(text: String) {
        if let kind = HistoryKind(text: text) {
            self = .plain(kind)
            return
        }
        switch text.uppercased() {
        case "ADJUSTED_LAST", "AGGTRADES": self = .adjustedLast
        case "BID_ASK": self = .bidAsk
        case "HISTORICAL_VOLATILITY", "OPTION_IMPLIED_VOLATILITY", "FEE_RATE", "YIELD_BID", "YIELD_ASK",
            "YIELD_BID_ASK", "YIELD_LAST":
            self = .notSimulated
        default: return nil
        }
    }

    /// Bars with the average bid as open, the highest ask, the lowest bid, and the average ask as close.
    ///
    /// A real gateway's averages are over time; these are over the bar's first, highest, lowest and last.
    static func bidAsk(bids: [HistoryBar], asks: [HistoryBar]) -> [HistoryBar] {
        func average(_ bar: HistoryBar) -> Price {
            let sum = bar.open.decimal + bar.high.decimal + bar.low.decimal + bar.close.decimal
            return Price(sum * ExactDecimal(25, scale: 2))
        }
        return zip(bids, asks).map { bid, ask in
            var bar = bid
            (bar.open, bar.high, bar.low, bar.close) = (average(bid), ask.high, bid.low, average(ask))
            return bar
        }
    }
}
