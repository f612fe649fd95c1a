import TradewindsVocabulary

extension Exchange {
    /// A position that an account would have beside the ones it has.
    struct Prospect {
        var instrument: Int
        var signed: ExactDecimal
        /// The price of the order, or the market's.
        var price: ExactDecimal
        var commission: ExactDecimal
    }

    /// Margin and equity of an account, with a prospective fill if one is given.
    func marginState(of account: Int, with prospect: Prospect? = nil) -> MarginState {
        var state = MarginState()
        state.equity = equity(of: account)
        if let prospect { state.equity -= inBase(prospect.commission, feeCurrency(of: prospect.instrument)) }
        let lends = state.equity >= configuration.marginRates.minimumEquity.decimal
        var isCounted = prospect == nil
        for instrument in accounts[account].held {
            var quantity = accounts[account].positions[instrument].quantity
            var price = books[instrument].mark ?? .zero
            if let prospect, prospect.instrument == instrument {
                isCounted = true
                quantity += prospect.signed
                if price.isZero { price = prospect.price }
            }
            add(quantity, of: instrument, at: price, lends: lends, to: &state)
        }
        if !isCounted, let prospect {
            add(prospect.signed, of: prospect.instrument, at: prospect.price, lends: lends, to: &state)
        }
        return state
    }

    func add(
        _ quantity: ExactDecimal, of instrument: Int, at price: ExactDecimal, lends: Bool, to state: inout MarginState
    ) {
        let profile = profiles[instrument]
        let rates = configuration.marginRates
        let size = quantity.magnitude
        var initial: ExactDecimal
        var maintenance: ExactDecimal
        switch profile.margin {
        case .regT:
            let value = size * price.magnitude * profile.multiplier
            initial = value * (quantity.isNegative ? rates.shortInitial : rates.longInitial)
            maintenance = value * (quantity.isNegative ? rates.shortMaintenance : rates.longMaintenance)
            if !lends { initial = value }
        case .perContract(let first, let kept):
            initial = size * first.decimal
            maintenance = size * kept.decimal
        case .leverage(let times):
            let value = size * price.magnitude * profile.multiplier
            initial = value.divided(by: times, digits: 8) ?? value
            maintenance = initial
        }
        if profile.currency != 0, let rate = rateToBase(profile.currency) {
            initial = initial * rate
            maintenance = maintenance * rate
        }
        state.initial += initial
        state.maintenance += maintenance
    }

    /// Cash of all currencies, stocks at their value, futures at their open profit; in the base currency. Pairs are in
    /// the cash already.
    func equity(of account: Int) -> ExactDecimal {
        var total = ExactDecimal.zero
        for currency in currencies.indices { total += inBase(accounts[account].cash[currency], currency) }
        for instrument in accounts[account].held where !profiles[instrument].isPair {
            total += inBase(valueInEquity(of: instrument, account: account), profiles[instrument].currency)
        }
        return total
    }

    /// What a position adds to the cash: its value; for a future its open profit before commissions.
    func valueInEquity(of instrument: Int, account: Int) -> ExactDecimal {
        let position = accounts[account].positions[instrument]
        guard let mark = books[instrument].mark else { return profiles[instrument].isFuture ? .zero : position.cost }
        let value = position.value(at: mark, multiplier: profiles[instrument].multiplier)
        return profiles[instrument].isFuture ? value - position.cost : value
    }

    func prospect(_ ticket: OrderTicket, account: Int, filled: Quantity, fees: OrderFees) -> Prospect {
        let instrument = ticket.instrument.rawValue
        let quantity = ticket.quantity - filled
        let isBuy = ticket.side == .buy
        let rule = TypeRule(ticket.type)
        let limit = rule?.isLimit == true ? ticket.limit : nil
        let stop = rule?.wait == .stop ? ticket.stop : nil
        let price = limit?.decimal ?? stop?.decimal ?? books[instrument].mark ?? .zero
        var fees = fees
        let commission = charge(
            instrument, isBuy: isBuy, quantity: quantity.decimal, price: price,
            monthShares: accounts[account].monthShares, to: &fees)
        return Prospect(
            instrument: instrument, signed: isBuy ? quantity.decimal : -quantity.decimal, price: price,
            commission: commission)
    }

    /// Refuses what the account cannot carry if the order and all that works fills. Orders that only close, together with
    /// the closing orders at work, always pass, as do children that close what their parent opens and orders that do not
    /// raise the margin, unless they turn a position round. Before the first price of an instrument a market order passes
    /// unchecked.
    ///
    /// - `key`: The order itself where it is one already: what it has at work is not counted beside it.
    func checkMargin(
        _ ticket: OrderTicket, account: Int, filled: Quantity = .zero, fees: OrderFees = OrderFees(), key: Int? = nil
    ) throws(Rejection) {
        guard configuration.checksMargin, !closesParent(ticket) else { return }
        let prospect = prospect(ticket, account: account, filled: filled, fees: fees)
        let work = work(beside: ticket, key, account: account)
        let held = accounts[account].positions[prospect.instrument].quantity
        let ahead = ticket.side == .buy ? work.buys.quantity : work.sales.quantity
        let closes = !held.isZero && held.isNegative == (ticket.side == .buy)
        if closes, prospect.signed.magnitude + ahead <= held.magnitude { return }
        let after = marginState(of: account, with: prospect)
        let required = after.initial + marginOfWork(account, work, prospect)
        guard required > after.equity else { return }
        // A position that is turned round is opened anew: that it needs no more than the old one does not carry it.
        guard
            closes
                || required
                    > marginState(of: account).initial + marginOfWork(account, work, prospect, isLeftOut: true)
        else { return }
        throw .insufficientMargin(required: Money(required), equity: Money(after.equity))
    }

    func checkMargin(of key: Int) throws(Rejection) {
        try checkMargin(
            orders[key].ticket, account: orders[key].account, filled: orders[key].filled, fees: orders[key].fees,
            key: key)
    }

    /// What one unit more of an instrument needs as initial margin, in the base currency; `nil` before its first price.
    package func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side, for id: AccountID) -> Money? {
        let place = instrument.rawValue
        guard let account = accountPosition(id), instruments.indices.contains(place), let mark = books[place].mark
        else {
            return nil
        }
        let lends = equity(of: account) >= configuration.marginRates.minimumEquity.decimal
        var state = MarginState()
        add(ExactDecimal(side == .buy ? 1 : -1), of: place, at: mark, lends: lends, to: &state)
        return Money(state.initial)
    }

    /// What the order would do to its account, without doing anything.
    ///
    /// Throws the rejection that placing it would meet. Give the key of a living order to ask what changing it would
    /// do.
    public func preview(_ ticket: OrderTicket, changing order: OrderKey? = nil) throws(Rejection) -> MarginPreview {
        var filled = Quantity.zero
        var fees = OrderFees()
        if let order {
            try checkChange(of: order, to: ticket)
            filled = orders[order.rawValue].filled
            fees = orders[order.rawValue].fees
        } else {
            try check(ticket)
        }
        guard let account = accountPosition(ticket.account) else { throw .unknownAccount(ticket.account) }
        try checkMargin(ticket, account: account, filled: filled, fees: fees, key: order?.rawValue)
        let prospect = prospect(ticket, account: account, filled: filled, fees: fees)
        let before = marginState(of: account)
        let after = marginState(of: account, with: prospect)
        return MarginPreview(
            initial: .init(before: Money(before.initial), after: Money(after.initial)),
            maintenance: .init(before: Money(before.maintenance), after: Money(after.maintenance)),
            equity: .init(before: Money(before.equity), after: Money(after.equity)),
            commission: Money(prospect.commission),
            commissionCurrency: currencies[feeCurrency(of: ticket.instrument.rawValue)])
    }

    /// Tells of every account whose equity fell below its maintenance margin.
    mutating func lookAtMargins() {
        for account in accounts.indices { lookAtMargin(of: account) }
    }

    mutating func lookAtMargin(of account: Int) {
        if accounts[account].held.isEmpty {
            accounts[account].isCalled = false
            return
        }
        let state = marginState(of: account)
        let isShort = state.maintenance > state.equity
        if isShort, !accounts[account].isCalled {
            emit(
                .marginCall(
                    accounts[account].id, maintenance: Money(state.maintenance), equity: Money(state.equity)))
        }
        accounts[account].isCalled = isShort
    }
}
