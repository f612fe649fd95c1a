import TradewindsVocabulary

/// Whether an instrument can be traded now.
public enum MarketPhase: Sendable, Hashable {
    /// Regular hours.
    case open
    /// Outside regular hours: only orders that allow it.
    case extended
    /// No trading.
    case closed
}

/// The part of an order that matching looks at for every price.
struct Resting {
    /// The order's position in the exchange's list.
    let key: Int
    let isBuy: Bool
    /// What it still waits for.
    var wait: TypeRule.Wait
    var trails: Bool
    var isLimit: Bool
    /// Waits for the close.
    var onClose: Bool
    /// Cancelled when the first price leaves something unfilled.
    var isImmediate: Bool
    var isFillOrKill: Bool
    /// Waits for the next opening, then immediate.
    var forOpening: Bool
    var outside: Bool
    /// A trailing stop without a reference price so far has no trigger yet.
    var hasTrigger: Bool
    var trigger: ExactDecimal
    var limit: ExactDecimal
    /// Was given after the bar that is being walked began: its path is not for it, only its close.
    var isLate = false

    /// Whether the order may trade in `phase`.
    func mayTrade(in phase: MarketPhase) -> Bool {
        if onClose || forOpening || isLate { return false }
        return phase == .open || (phase == .extended && outside)
    }

    /// Whether a price between `low` and `high` could do anything to the order.
    func mayReact(low: ExactDecimal, high: ExactDecimal) -> Bool {
        if trails { return true }
        switch wait {
        case .stop: return isBuy ? high >= trigger : low <= trigger
        case .touch: return isBuy ? low <= trigger : high >= trigger
        case .nothing: return !isLimit || isImmediate || (isBuy ? low <= limit : high >= limit)
        }
    }

    /// The price above or below the present one at which the order reacts, if any.
    func level(goingUp: Bool) -> ExactDecimal? {
        if isLate { return nil }
        return switch wait {
        case .stop: hasTrigger && isBuy == goingUp ? trigger : nil
        case .touch: isBuy != goingUp ? trigger : nil
        case .nothing: isLimit && isBuy != goingUp ? limit : nil
        }
    }
}

/// What stands at one instrument: its prices and the orders at it.
struct InstrumentBook {
    /// The kind of data that drives matching; finer data displaces coarser.
    enum Feed: UInt8, Comparable {
        case none
        case bars
        case trades
        case quotes
        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    var feed = Feed.none
    /// The quote with what is left of its sizes.
    var quote = Quote()
    /// When the bar ended whose close the quote is; `nil` for a quote that stands until the next one.
    var closed: Timestamp?
    /// Both sides draw on the same size (bars).
    var sharesSize = false
    /// The last trade.
    var last: ExactDecimal?
    /// What was traded in the present bar, or in the last trade.
    var volume = Quantity.zero
    /// What one unit is worth now, for profit and margin.
    var mark: ExactDecimal?
    var phase = MarketPhase.open
    /// Orders in order of their keys.
    var resting: [Resting] = []

    /// The position of `key`, or where it would stand.
    func position(of key: Int) -> Int {
        var low = 0
        var high = resting.count
        while low < high {
            let middle = (low + high) / 2
            if resting[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func insert(_ entry: Resting) { resting.insert(entry, at: position(of: entry.key)) }

    mutating func remove(_ key: Int) {
        let position = position(of: key)
        if position < resting.count, resting[position].key == key { resting.remove(at: position) }
    }

    /// Takes `quantity` from the side that a buy or a sale trades with.
    mutating func consume(_ quantity: Quantity, isBuy: Bool) {
        if isBuy || sharesSize, let size = quote.askSize { quote.askSize = size - quantity }
        if !isBuy || sharesSize, let size = quote.bidSize { quote.bidSize = size - quantity }
    }

    /// The price by which stops of this side are triggered and trailed: the last trade; for currency pairs, or before
    /// any trade, the ask for buys and the bid for sales. Between bars, which bring no quote, the last price for pairs too.
    func reference(isBuy: Bool, byQuote: Bool) -> ExactDecimal? {
        let isQuoted = quote.bid != nil || quote.ask != nil
        if let last, !byQuote || !isQuoted { return last }
        return isBuy ? quote.ask?.decimal : quote.bid?.decimal
    }

    /// Sets ``mark``: the last trade kept within the quote, for pairs and without a trade the middle of the quote.
    mutating func updateMark(isPair: Bool) {
        if let bid = quote.bid?.decimal, let ask = quote.ask?.decimal {
            if let last, !isPair {
                mark = last < bid ? bid : (last > ask ? ask : last)
            } else {
                mark = (bid + ask) * ExactDecimal(5, scale: 1)
            }
        } else if let last {
            mark = last
        } else {
            mark = quote.bid?.decimal ?? quote.ask?.decimal ?? mark
        }
    }
}
