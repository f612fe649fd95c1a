import TradewindsVocabulary

extension Exchange {
    /// Fills a part of an order: execution, account, commission, then what follows for its group and children.
    mutating func fill(_ key: Int, _ quantity: Quantity, at marketPrice: Price) {
        let price = slipped(marketPrice, quantity, of: key)
        let before = orders[key].remaining
        orders[key].filled += quantity
        orders[key].notional += price.decimal * quantity.decimal
        orders[key].updated = now
        let isFilled = orders[key].remaining.isZero
        let instrument = orders[key].ticket.instrument
        let execution = Execution(
            key: ExecutionKey(executionList.count), order: OrderKey(key), instrument: instrument, time: now,
            isBuy: orders[key].isBuy, quantity: quantity, price: price, cumulative: orders[key].filled,
            averagePrice: orders[key].averagePrice ?? price)
        executionList.append(execution)
        if isFilled {
            orders[key].state = .filled
            books[instrument.rawValue].remove(key)
        }
        noteWork(of: key)
        emit(.executed(execution), order: key)
        let report = settle(execution)
        reportList.append(report)
        emit(.commission(report), order: key)
        spreadFill(of: key, quantity: quantity, remainingBefore: before)
        lookAtMargin(of: orders[key].account)
        if nextMarginLook.nanoseconds == .max {
            scheduleMarginLook(notBefore: now)
            updateWake()
        }
    }

    /// The price after slippage. A limit is kept: only orders at the market slip.
    private func slipped(_ price: Price, _ quantity: Quantity, of key: Int) -> Price {
        guard configuration.slippage != .none, orders[key].limit == nil else { return price }
        let instrument = orders[key].ticket.instrument.rawValue
        return configuration.slippage.price(
            price, isBuy: orders[key].isBuy, quantity: quantity,
            increment: instruments[instrument].priceRule.increment(at: price), volume: books[instrument].volume)
    }

    /// Books an execution in its account and gives what it cost and earned.
    private mutating func settle(_ execution: Execution) -> CommissionReport {
        let key = execution.order.rawValue
        let account = orders[key].account
        let instrument = execution.instrument.rawValue
        let profile = profiles[instrument]
        let quantity = execution.quantity.decimal
        let price = execution.price.decimal
        accounts[account].rollMonth(to: now)
        // By way of a copy: lending out a part of the orders while the exchange is read would copy all of them.
        var fees = orders[key].fees
        let commission = charge(
            instrument, isBuy: execution.isBuy, quantity: quantity, price: price,
            monthShares: accounts[account].monthShares, to: &fees)
        orders[key].fees = fees
        if profile.fees == .stock { accounts[account].monthShares += quantity }

        // A pair's commission is in the base currency, its profit in the currency of its price.
        let feeCurrency = feeCurrency(of: instrument)
        let rate = rateToBase(profile.currency)
        let inPriceCurrency: ExactDecimal =
            feeCurrency == profile.currency
            ? commission : (rate.flatMap { commission.divided(by: $0, digits: 8) } ?? .zero)
        let outcome = accounts[account].book(
            execution.isBuy ? quantity : -quantity, of: instrument, profile, price: price, fee: commission,
            in: feeCurrency, asPriceCurrency: inPriceCurrency)
        var realized = outcome.net
        if feeCurrency != profile.currency { realized = realized.map { $0 * (rate ?? .zero) } }
        return CommissionReport(
            execution: execution.key, commission: Money(commission), currency: currencies[feeCurrency],
            realized: realized.map(Money.init))
    }
}
