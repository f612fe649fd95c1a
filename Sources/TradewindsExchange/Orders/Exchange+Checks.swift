import TradewindsVocabulary

extension Exchange {
    func accountPosition(_ id: AccountID) -> Int? { accounts.firstIndex { $0.id == id } }

    /// Everything that can be wrong with a ticket, margin apart.
    func check(_ ticket: OrderTicket) throws(Rejection) {
        guard instruments.indices.contains(ticket.instrument.rawValue) else {
            throw .unknownInstrument(ticket.instrument)
        }
        let instrument = instruments[ticket.instrument.rawValue]
        if let last = instrument.expiry, last < now.utcDate { throw .contractExpired(last) }
        guard let account = accountPosition(ticket.account) else { throw .unknownAccount(ticket.account) }
        try checkTerms(ticket, of: instrument)
        try checkParent(ticket)
        if let group = ticket.group, groups.isClosed(group.name, account: account) { throw .groupClosed(group.name) }
    }

    func checkChange(of order: OrderKey, to ticket: OrderTicket) throws(Rejection) {
        guard orders.indices.contains(order.rawValue) else { throw .unknownOrder(order) }
        let record = orders[order.rawValue]
        guard !record.state.isDone else { throw .alreadyDone(order, record.state) }
        if ticket.account != record.ticket.account { throw .changesFixedField(.account) }
        if ticket.instrument != record.ticket.instrument { throw .changesFixedField(.instrument) }
        if (ticket.side == .buy) != record.isBuy { throw .changesFixedField(.side) }
        if ticket.parent != record.ticket.parent { throw .changesFixedField(.parent) }
        try checkTerms(ticket, of: instruments[ticket.instrument.rawValue])
        if ticket.type != record.ticket.type {
            let trails = TypeRule(ticket.type)?.trails == true || TypeRule(record.ticket.type)?.trails == true
            if record.isTriggered || trails { throw .changesFixedField(.type) }
        }
        guard ticket.quantity > record.filled else { throw .quantityBelowFilled(record.filled) }
        if record.state != .untransmitted {
            try checkMargin(
                ticket, account: record.account, filled: record.filled, fees: record.fees, key: order.rawValue)
        }
    }

    /// Type, prices, quantity and time in force.
    private func checkTerms(_ ticket: OrderTicket, of instrument: Instrument) throws(Rejection) {
        guard let rule = TypeRule(ticket.type), instrument.orderTypes.contains(ticket.type) else {
            throw .unsupportedType(ticket.type)
        }
        switch ticket.timeInForce {
        case .day, .goodTillCancelled, .immediateOrCancel, .fillOrKill, .atTheOpening: break
        case .goodTillDate:
            guard let end = ticket.goodTill, end > now else { throw .invalidGoodTill }
        default: throw .unsupportedTimeInForce(ticket.timeInForce)
        }
        let minimum = instrument.minimumSize
        let increment = instrument.sizeIncrement
        guard ticket.quantity > .zero, ticket.quantity >= minimum,
            ticket.quantity.decimal.isMultiple(of: increment.decimal)
        else { throw .invalidQuantity(ticket.quantity, minimum: minimum, increment: increment) }
        try checkPrices(ticket, rule, of: instrument)
    }

    private func checkPrices(_ ticket: OrderTicket, _ rule: TypeRule, of instrument: Instrument) throws(Rejection) {
        if rule.trails {
            switch ticket.trail {
            case nil: throw .missingPrice(.trail)
            case .amount(let amount): guard amount > .zero else { throw .invalidPrice(.trail) }
            case .percent(let percent):
                guard percent > .zero, percent < ExactDecimal(100) else { throw .invalidPrice(.trail) }
            }
            if rule.isLimit, ticket.limitOffset == nil { throw .missingPrice(.limitOffset) }
        } else {
            if rule.isLimit, ticket.limit == nil { throw .missingPrice(.limit) }
            if rule.wait != .nothing, ticket.stop == nil { throw .missingPrice(.stop) }
        }
        // A type looks only at the prices it uses; others are kept as told.
        if rule.isLimit, let limit = ticket.limit { try checkPrice(limit, .limit, of: instrument) }
        if rule.wait != .nothing, let stop = ticket.stop { try checkPrice(stop, .stop, of: instrument) }
    }

    private func checkPrice(
        _ price: Price, _ field: Rejection.PriceField, of instrument: Instrument
    ) throws(Rejection) {
        guard instrument.priceRule.accepts(price) else {
            throw .priceOffIncrement(field, price: price, increment: instrument.priceRule.increment(at: price))
        }
        // Futures may trade below zero; a stock or a pair may not.
        if instrument.kind != .future, price <= .zero { throw .invalidPrice(field) }
    }

    private func checkParent(_ ticket: OrderTicket) throws(Rejection) {
        guard let parent = ticket.parent else { return }
        guard orders.indices.contains(parent.rawValue) else { throw .invalidParent(parent) }
        let record = orders[parent.rawValue]
        if record.state.isDone || record.ticket.account != ticket.account
            || record.ticket.instrument != ticket.instrument
        {
            throw .invalidParent(parent)
        }
    }
}
