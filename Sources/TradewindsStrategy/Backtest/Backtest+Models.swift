import TradewindsExchange
import TradewindsVocabulary

// What happens beside the strategy's own orders: dividends and splits, the cost of borrowing, margin calls.

extension Backtest {
    /// Lets the actions happen whose time has come before an update begins.
    mutating func applyActions(before begin: Timestamp) {
        while nextAction < models.actions.count, models.actions[nextAction].time <= begin {
            apply(models.actions[nextAction])
            nextAction += 1
        }
    }

    private mutating func apply(_ scheduled: ScheduledAction) {
        let instrument = scheduled.instrument
        let held = broker.held(of: instrument)
        // A strategy lives in the shares of the first day, in which its orders stay as they are.
        broker.exchange.apply(scheduled.action, to: instrument, orders: .carried)
        broker.refreshPosition(in: instrument)
        if case .split(let new, let old) = scheduled.action, new > 0, old > 0 {
            broker.split(new: new, old: old, of: instrument)
        }
        guard !held.isZero else { return }
        switch scheduled.action {
        case .dividend(let amount):
            let paid = broker.exchange.inBase(
                amount * held.decimal, broker.exchange.instruments[instrument.rawValue].currency)
            found.dividends += paid
            trips.credit(paid, to: instrument)
        case .split(let new, let old):
            trips.go(throughSplit: new, old, of: instrument, leaving: broker.held(of: instrument).magnitude)
        }
    }

    /// Books what short stock positions cost since the day before ended.
    mutating func endDay() {
        let today = broker.now.utcDate
        defer { lastDayEnd = today }
        if broker.lacksMargin { closeForMargin() }
        guard let borrow = models.borrow, let before = lastDayEnd else { return }
        let days = Int((today.midnightUTC - before.midnightUTC).components.seconds / 86_400)
        for (place, instrument) in broker.exchange.instruments.enumerated() where instrument.kind == .stock {
            let index = InstrumentIndex(place)
            let held = broker.held(of: index)
            guard held.isNegative, let price = broker.exchange.mark(of: index) else { continue }
            let cost = borrow.cost(of: held, at: price, days: days)
            broker.exchange.credit(-cost, to: broker.account, inCurrencyOf: index)
            let inBase = broker.exchange.inBase(cost, instrument.currency)
            found.borrowing += inBase
            trips.credit(-inBase, to: index)
        }
    }

    /// Gives the orders that end a margin call.
    mutating func closeForMargin() {
        guard let rule = models.marginCalls, let equity = broker.equity, !broker.isLiquidating else { return }
        let holdings = broker.exchange.maintenance(of: broker.account).compactMap { need -> MarginCallRule.Holding? in
            let held = broker.held(of: need.instrument)
            guard let each = need.margin.decimal.divided(by: held.magnitude.decimal, digits: 8) else { return nil }
            return MarginCallRule.Holding(instrument: need.instrument, quantity: held, marginPerUnit: Money(each))
        }
        let orders = rule.orders(for: holdings, equity: equity)
        if !orders.isEmpty { found.marginCalls += 1 }
        for intent in orders { broker.liquidate(intent) }
    }
}

extension MarketUpdate {
    /// When what it tells began: of a bar its own beginning.
    var begin: Timestamp {
        if case .bar(let bar) = kind { min(bar.start, time) } else { time }
    }

    /// Whether it is a bar that ends together with those before it, all of other instruments.
    func belongs(to instant: ArraySlice<MarketUpdate>) -> Bool {
        guard let first = instant.first, first.time == time, case .bar = kind, case .bar = first.kind else {
            return false
        }
        return !instant.contains { $0.instrument == instrument }
    }
}

extension ExchangeBroker {
    /// Whether maintenance margin exceeds equity: what an earlier call closed may not have been enough.
    fileprivate var lacksMargin: Bool {
        exchange.values(of: account)?.excessLiquidity.isNegative == true
    }
}
