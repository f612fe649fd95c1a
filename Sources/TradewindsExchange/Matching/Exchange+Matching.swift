import TradewindsVocabulary

extension Exchange {
    /// Takes in a price: moves the clock, then fills, triggers and trails what reacts to it.
    ///
    /// An update of an unknown instrument only moves the clock; one older than the clock counts as happening now.
    public mutating func apply(_ update: MarketUpdate) {
        advance(to: update.time)
        let instrument = update.instrument.rawValue
        guard books.indices.contains(instrument) else { return }
        switch update.kind {
        case .quote(let quote): apply(quote, to: instrument)
        case .trade(let trade): apply(trade, to: instrument)
        case .bar(let bar): apply(bar, to: instrument)
        }
    }

    private mutating func apply(_ quote: Quote, to instrument: Int) {
        books[instrument].feed = .quotes
        books[instrument].sharesSize = false
        books[instrument].quote = quote
        books[instrument].closed = nil
        // At a crossed quote nothing trades and nothing is worth anything else.
        if quote.isCrossed { return }
        books[instrument].updateMark(isPair: profiles[instrument].isPair)
        if !books[instrument].resting.isEmpty { run(instrument, from: 0) }
    }

    /// Without quotes a trade's price and size stand for both sides. Unrealistic by the spread.
    private mutating func apply(_ trade: TradePrint, to instrument: Int) {
        books[instrument].last = trade.price.decimal
        if books[instrument].feed < .quotes {
            books[instrument].feed = .trades
            books[instrument].sharesSize = true
            books[instrument].closed = nil
            books[instrument].quote = Quote(
                bid: trade.price, bidSize: trade.size, ask: trade.price, askSize: trade.size)
        }
        books[instrument].updateMark(isPair: profiles[instrument].isPair)
        if !books[instrument].resting.isEmpty { run(instrument, from: 0) }
    }

    /// Puts an order at the market, or to wait there.
    mutating func enter(_ key: Int, isNew: Bool) {
        let record = orders[key]
        let instrument = record.ticket.instrument.rawValue
        guard let rule = TypeRule(record.ticket.type) else { return }
        let inForce = record.ticket.timeInForce
        let entry = Resting(
            key: key, isBuy: record.isBuy, wait: record.isTriggered ? .nothing : rule.wait,
            trails: rule.trails && !record.isTriggered, isLimit: rule.isLimit, onClose: rule.onClose,
            isImmediate: inForce == .immediateOrCancel || inForce == .fillOrKill,
            isFillOrKill: inForce == .fillOrKill, forOpening: inForce == .atTheOpening,
            outside: record.ticket.outsideRegularHours, hasTrigger: record.stop != nil,
            trigger: record.stop?.decimal ?? .zero, limit: record.limit?.decimal ?? .zero)
        let state = restingState(of: entry, in: instrument)
        books[instrument].insert(entry)
        if isNew {
            setState(state, of: key)
            emit(.accepted(state), order: key)
        } else if record.state != state {
            setState(state, of: key)
            emit(.stateChanged(state), order: key)
        }
    }

    func restingState(of entry: Resting, in instrument: Int) -> OrderState {
        if entry.wait != .nothing { return .held(.trigger) }
        if entry.onClose { return .held(.close) }
        return entry.mayTrade(in: books[instrument].phase) ? .working : .held(.closedMarket)
    }

    /// Looks at every order from `key` on, once, in order of arrival. Children come after their parents, so an order
    /// that a fill wakes is looked at in the same round.
    mutating func run(_ instrument: Int, from key: Int) {
        var cursor = key
        while true {
            let position = books[instrument].position(of: cursor)
            guard position < books[instrument].resting.count else { return }
            cursor = books[instrument].resting[position].key + 1
            evaluate(at: position, in: instrument)
        }
    }

    mutating func run(_ instrument: Int, only key: Int) {
        let position = books[instrument].position(of: key)
        guard position < books[instrument].resting.count, books[instrument].resting[position].key == key else { return }
        evaluate(at: position, in: instrument)
    }

    /// Trails, triggers and fills one order at the present quote.
    mutating func evaluate(at position: Int, in instrument: Int) {
        guard books[instrument].resting[position].mayTrade(in: books[instrument].phase),
            !books[instrument].quote.isCrossed
        else { return }
        // A close is a price for the instant at which the bar ends, not for later.
        if let closed = books[instrument].closed, closed < now { return }
        if books[instrument].resting[position].wait != .nothing {
            guard trigger(at: position, in: instrument) else { return }
        }
        let entry = books[instrument].resting[position]
        let quote = books[instrument].quote
        guard quote.bid != nil || quote.ask != nil else { return }
        let wanted = activeQuantity(entry.key)
        guard wanted > .zero else { return }
        let size = fillable(entry, wanted: wanted, at: quote)
        if size > .zero, let price = entry.isBuy ? quote.ask : quote.bid {
            books[instrument].consume(size, isBuy: entry.isBuy)
            fill(entry.key, size, at: price)
        }
        if entry.isImmediate { cancel(entry.key, because: .notImmediatelyFilled) }
    }

    private func fillable(_ entry: Resting, wanted: Quantity, at quote: Quote) -> Quantity {
        guard let price = entry.isBuy ? quote.ask?.decimal : quote.bid?.decimal else { return .zero }
        if entry.isLimit, entry.isBuy ? price > entry.limit : price < entry.limit { return .zero }
        let displayed = entry.isBuy ? quote.askSize : quote.bidSize
        let size = displayed.map { min($0, wanted) } ?? wanted
        return entry.isFillOrKill && size < wanted ? .zero : size
    }

    /// Follows the market with a trailing stop, then says whether the trigger is reached (and notes it).
    private mutating func trigger(at position: Int, in instrument: Int) -> Bool {
        let entry = books[instrument].resting[position]
        let byQuote = profiles[instrument].isPair
        guard let reference = books[instrument].reference(isBuy: entry.isBuy, byQuote: byQuote) else { return false }
        if entry.trails { follow(reference, at: position, in: instrument) }
        let trigger = books[instrument].resting[position].trigger
        let upward = entry.isBuy == (entry.wait == .stop)
        guard upward ? reference >= trigger : reference <= trigger else { return false }
        books[instrument].resting[position].wait = .nothing
        books[instrument].resting[position].trails = false
        orders[entry.key].isTriggered = true
        setState(.working, of: entry.key)
        emit(.stateChanged(.working), order: entry.key)
        return true
    }

    /// Moves a trailing stop towards `reference`, never away from it.
    private mutating func follow(_ reference: ExactDecimal, at position: Int, in instrument: Int) {
        let entry = books[instrument].resting[position]
        guard let trail = orders[entry.key].ticket.trail else { return }
        let rule = instruments[instrument].priceRule
        let distance: ExactDecimal =
            switch trail {
            case .amount(let amount): amount.decimal
            case .percent(let percent): reference * percent * ExactDecimal(1, scale: 2)
            }
        let exact = entry.isBuy ? reference + distance : reference - distance
        let stop = exact.rounded(toMultipleOf: rule.increment(at: Price(exact)).decimal)
        let isBetter = entry.isBuy ? stop < entry.trigger : stop > entry.trigger
        guard isBetter || !entry.hasTrigger else {
            if entry.isLimit, orders[entry.key].limit == nil { setTrailingLimit(at: position, in: instrument) }
            return
        }
        books[instrument].resting[position].trigger = stop
        books[instrument].resting[position].hasTrigger = true
        orders[entry.key].stop = Price(stop)
        if entry.isLimit { setTrailingLimit(at: position, in: instrument) }
        emit(.stopMoved(Price(stop)), order: entry.key)
    }

    private mutating func setTrailingLimit(at position: Int, in instrument: Int) {
        let entry = books[instrument].resting[position]
        guard let offset = orders[entry.key].ticket.limitOffset?.decimal else { return }
        let limit = entry.isBuy ? entry.trigger + offset : entry.trigger - offset
        books[instrument].resting[position].limit = limit
        orders[entry.key].limit = Price(limit)
    }
}
