import TradewindsVocabulary

extension BarLane {
    /// The whole exchange in the same state, and what its orders are called there, by reference in order of arrival.
    ///
    /// Orders that have ended are left behind, as are executions.
    package func expanded() -> (exchange: Exchange, keys: [(reference: Int, key: OrderKey)]) {
        var exchange = Exchange(
            instruments: [rules.instrument], accounts: [AccountOpening(id: account.id, cash: cash)], start: now,
            configuration: rules.configuration)
        exchange.dayStart = dayStart
        exchange.nextDayEnd = nextDayEnd
        exchange.nextMarginLook = nextMarginLook
        exchange.updateWake()
        exchange.accounts[0] = account
        exchange.books[0].last = lastDecimal
        exchange.books[0].mark = lastDecimal
        exchange.books[0].volume = volume
        exchange.books[0].feed = last == nil ? .none : .bars
        exchange.books[0].sharesSize = last != nil
        exchange.books[0].quote = Quote(bid: tradingPrice, ask: tradingPrice)
        if tradingPrice != nil { exchange.books[0].closed = now }
        var keys: [(reference: Int, key: OrderKey)] = []
        var places: [Int: OrderKey] = [:]
        for order in orders {
            if let parent = order.parent, places[parent] == nil {
                places[parent] = exchange.resume(filledParentOf: order)
            }
            let key = exchange.resume(order, parent: order.parent.flatMap { places[$0] })
            places[order.key] = key
            keys.append((order.reference, key))
        }
        exchange.clearEvents()
        return (exchange, keys)
    }
}

extension Exchange {
    /// A record of the parent that brought `order` to the market.
    fileprivate mutating func resume(filledParentOf order: BarLane.Order) -> OrderKey {
        let key = orders.count
        let ticket = OrderTicket(
            account: accounts[0].id, instrument: 0, side: order.isBuy ? .sell : .buy, type: .market,
            quantity: order.quantity, timeInForce: order.timeInForce, reference: order.reference)
        orders.append(OrderRecord(key: key, ticket: ticket, at: order.placed))
        orders[key].filled = order.quantity
        orders[key].state = .filled
        return OrderKey(key)
    }

    fileprivate mutating func resume(_ order: BarLane.Order, parent: OrderKey?) -> OrderKey {
        let key = orders.count
        let ticket = OrderTicket(
            account: accounts[0].id, instrument: 0, side: order.isBuy ? .buy : .sell, type: order.type,
            quantity: order.quantity, limit: order.isLimit ? Price(BarLane.decimal(order.limit)) : nil,
            stop: order.hasStop ? Price(BarLane.decimal(order.trigger)) : nil, timeInForce: order.timeInForce,
            parent: parent, reference: order.reference)
        orders.append(OrderRecord(key: key, ticket: ticket, at: order.placed))
        admit(key)
        orders[key].isTriggered = order.hasStop && !order.waits
        if order.isHeld { setState(.held(.parent), of: key) } else { enter(key, isNew: false) }
        return OrderKey(key)
    }
}

extension BarLane.Order {
    fileprivate var timeInForce: TimeInForce { isDay ? .day : .goodTillCancelled }

    fileprivate var type: OrderType {
        switch (isLimit, hasStop) {
        case (false, false): .market
        case (true, false): .limit
        case (false, true): .stop
        case (true, true): .stopLimit
        }
    }
}
