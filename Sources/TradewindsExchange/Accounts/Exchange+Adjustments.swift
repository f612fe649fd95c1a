import TradewindsVocabulary

// What happens to accounts beside trading: interest, dividends, splits.

extension Exchange {
    /// Adds cash to an account, in the currency of an instrument's price; below zero takes it. Nothing happens for an unknown
    /// account.
    public mutating func credit(_ amount: Money, to id: AccountID, inCurrencyOf instrument: InstrumentIndex) {
        guard let account = accountPosition(id), profiles.indices.contains(instrument.rawValue) else { return }
        accounts[account].cash[profiles[instrument.rawValue].currency] += amount.decimal
    }

    /// Lets every position in an instrument go through a dividend or a split at the present instant.
    ///
    /// A split changes the last price with the shares, so that no account gains or loses by it. What is left below a lot is
    /// paid at the new price.
    ///
    /// - `rule`: What becomes of the orders at work on the instrument, whose prices are of the old shares.
    public mutating func apply(
        _ action: ShareAction, to instrument: InstrumentIndex, orders rule: OrdersInSplit = .cancelled
    ) {
        let index = instrument.rawValue
        guard books.indices.contains(index) else { return }
        if case .split(let new, let old) = action {
            guard let ratio = SplitRatio(new: new, old: old) else { return }
            books[index].last = books[index].last.flatMap(ratio.price)
            books[index].mark = books[index].mark.flatMap(ratio.price)
            books[index].quote = Quote()
            splitOrders(of: index, by: ratio, rule)
        }
        let price = Price(books[index].mark ?? .zero)
        for account in accounts.indices where !accounts[account].positions[index].quantity.isZero {
            let held = Quantity(accounts[account].positions[index].quantity)
            let after = action.applied(to: held, lot: instruments[index].sizeIncrement, price: price)
            accounts[account].positions[index].become(
                after.position.decimal, for: after.cash.decimal, isSplit: action.isSplit)
            accounts[account].updateHeld(index)
            accounts[account].cash[profiles[index].currency] += after.cash.decimal
        }
    }
}

extension Exchange {
    /// Equity of an account, and the absolute and the signed value of what it holds, in the base currency; `nil` for an unknown
    /// account. For statistics: cheap enough for every bar, not exact.
    public func worth(of id: AccountID) -> (equity: Double, gross: Double, net: Double)? {
        guard let account = accountPosition(id) else { return nil }
        var equity = ExactDecimal.zero
        for currency in currencies.indices { equity += inBase(accounts[account].cash[currency], currency) }
        var (gross, net) = (0.0, 0.0)
        for instrument in accounts[account].held {
            let profile = profiles[instrument]
            let value = accounts[account].positions[instrument].value(
                at: books[instrument].mark ?? .zero, multiplier: profile.multiplier)
            let worth = inBase(value, profile.currency)
            gross += worth.doubleValue.magnitude
            net += worth.doubleValue
            if profile.isFuture {
                equity += inBase(valueInEquity(of: instrument, account: account), profile.currency)
            } else if !profile.isPair {
                equity += worth
            }
        }
        return (equity.doubleValue, gross, net)
    }

    /// What is held, below zero for short; zero for an unknown account.
    public func held(of instrument: InstrumentIndex, in id: AccountID) -> Quantity {
        guard let account = accountPosition(id), profiles.indices.contains(instrument.rawValue) else { return 0 }
        return Quantity(accounts[account].positions[instrument.rawValue].quantity)
    }

    /// The maintenance margin that each position of an account needs, in the base currency.
    public func maintenance(of id: AccountID) -> [(instrument: InstrumentIndex, margin: Money)] {
        guard let account = accountPosition(id) else { return [] }
        return accounts[account].held.map { instrument in
            var state = MarginState()
            add(
                accounts[account].positions[instrument].quantity, of: instrument,
                at: books[instrument].mark ?? .zero, lends: true, to: &state)
            return (InstrumentIndex(instrument), Money(state.maintenance))
        }
    }
}

extension Position {
    /// Takes a new quantity. Cash for a fraction of a share takes its part off the cost; a dividend is realised profit.
    fileprivate mutating func become(_ after: ExactDecimal, for cash: ExactDecimal, isSplit: Bool) {
        quantity = after
        if isSplit { cost -= cash } else { realized += cash }
    }
}
