import TradewindsVocabulary

extension Exchange {
    /// The accounts, as opened.
    public var accountIDs: [AccountID] { accounts.map(\.id) }

    /// The equity of an account in the base currency; `nil` for an unknown account. Cheap enough for every bar.
    public func netLiquidation(of id: AccountID) -> Money? {
        accountPosition(id).map { Money(equity(of: $0)) }
    }

    /// Everything that the account summary tells; `nil` for an unknown account.
    public func values(of id: AccountID) -> AccountValues? {
        guard let account = accountPosition(id) else { return nil }
        let margin = marginState(of: account)
        let available = margin.equity - margin.initial
        let excess = margin.equity - margin.maintenance
        var cash = ExactDecimal.zero
        for currency in currencies.indices { cash += inBase(accounts[account].cash[currency], currency) }
        var gross = ExactDecimal.zero
        for instrument in accounts[account].held where !profiles[instrument].isPair && !profiles[instrument].isFuture {
            let value = valueInEquity(of: instrument, account: account).magnitude
            gross += inBase(value, profiles[instrument].currency)
        }
        let rate =
            margin.equity < configuration.marginRates.minimumEquity.decimal
            ? ExactDecimal(1) : configuration.marginRates.longInitial
        let power = available.isNegative ? .zero : available.divided(by: rate, digits: 2) ?? available
        return AccountValues(
            account: id, currency: currencies[0], netLiquidation: Money(margin.equity), totalCashValue: Money(cash),
            settledCash: Money(cash), accruedCash: .zero, buyingPower: Money(power),
            equityWithLoanValue: Money(margin.equity),
            previousDayEquityWithLoanValue: Money(accounts[account].equityBefore), grossPositionValue: Money(gross),
            regTEquity: Money(margin.equity), regTMargin: Money(margin.initial), specialMemorandum: Money(available),
            initialMargin: Money(margin.initial), maintenanceMargin: Money(margin.maintenance),
            availableFunds: Money(available), excessLiquidity: Money(excess),
            cushion: excess.divided(by: margin.equity, digits: 6) ?? .zero,
            leverage: gross.divided(by: margin.equity, digits: 2) ?? .zero, dayTradesRemaining: nil,
            ledgers: currencies.indices.compactMap { ledger(of: account, in: $0) })
    }

    private func ledger(of account: Int, in currency: Int) -> LedgerValues? {
        let cash = accounts[account].cash[currency]
        var stocks = ExactDecimal.zero
        var futures = ExactDecimal.zero
        var realized = ExactDecimal.zero
        var unrealized = ExactDecimal.zero
        var isUsed = currency == 0 || !cash.isZero
        for instrument in profiles.indices where profiles[instrument].currency == currency {
            let position = accounts[account].positions[instrument]
            guard position.isListed else { continue }
            isUsed = true
            realized += position.realized - position.realizedBefore
            unrealized += openProfit(of: instrument, account: account)
            guard !profiles[instrument].isPair else { continue }
            let value = valueInEquity(of: instrument, account: account)
            if profiles[instrument].isFuture { futures += value } else { stocks += value }
        }
        guard isUsed else { return nil }
        return LedgerValues(
            currency: currencies[currency], cashBalance: Money(cash), stockMarketValue: Money(stocks),
            futureMarketValue: Money(futures), netLiquidation: Money(cash + stocks + futures),
            realized: Money(realized), unrealized: Money(unrealized), exchangeRate: rateToBase(currency))
    }

    /// In the instrument's currency, opening commissions taken off.
    func openProfit(of instrument: Int, account: Int) -> ExactDecimal {
        accounts[account].positions[instrument].unrealized(
            at: books[instrument].mark, multiplier: profiles[instrument].multiplier)
    }

    /// The account's profit in the base currency; `nil` for an unknown account.
    public func profit(of id: AccountID) -> ProfitRecord? {
        guard let account = accountPosition(id) else { return nil }
        var daily = ExactDecimal.zero
        var unrealized = ExactDecimal.zero
        var realized = ExactDecimal.zero
        for instrument in profiles.indices {
            guard let record = position(in: instrument, account: account) else { continue }
            let currency = profiles[instrument].currency
            daily += inBase(record.daily.decimal, currency)
            unrealized += inBase(record.unrealized.decimal, currency)
            realized += inBase(record.realized.decimal, currency)
        }
        return ProfitRecord(daily: Money(daily), unrealized: Money(unrealized), realized: Money(realized))
    }

    /// Positions held now or closed today, in the order of the instruments; empty for an unknown account.
    public func positions(of id: AccountID) -> [PositionRecord] {
        guard let account = accountPosition(id) else { return [] }
        return profiles.indices.compactMap { position(in: $0, account: account) }
    }

    /// The position in one instrument; `nil` where none was held today.
    public func position(of id: AccountID, in instrument: InstrumentIndex) -> PositionRecord? {
        guard let account = accountPosition(id), profiles.indices.contains(instrument.rawValue) else { return nil }
        return position(in: instrument.rawValue, account: account)
    }

    private func position(in instrument: Int, account: Int) -> PositionRecord? {
        let position = accounts[account].positions[instrument]
        guard position.isListed else { return nil }
        let mark = books[instrument].mark
        let multiplier = profiles[instrument].multiplier
        let unrealized = position.unrealized(at: mark, multiplier: multiplier)
        let realized = position.realized - position.realizedBefore
        let average = (position.cost + position.fees).divided(by: position.quantity, digits: 8) ?? .zero
        return PositionRecord(
            instrument: InstrumentIndex(instrument), quantity: Quantity(position.quantity),
            averageCost: Money(average), marketPrice: mark.map(Price.init),
            marketValue: Money(position.value(at: mark ?? .zero, multiplier: multiplier)),
            unrealized: Money(unrealized), realized: Money(realized),
            daily: Money(realized + unrealized - position.unrealizedBefore), currency: instruments[instrument].currency)
    }

    /// Starts the day's profit anew.
    mutating func beginDay(of account: Int) {
        accounts[account].equityBefore = equity(of: account)
        for instrument in profiles.indices where accounts[account].positions[instrument].isListed {
            let open = openProfit(of: instrument, account: account)
            accounts[account].positions[instrument].realizedBefore = accounts[account].positions[instrument].realized
            accounts[account].positions[instrument].unrealizedBefore = open
            accounts[account].positions[instrument].isListed = !accounts[account].positions[instrument].quantity.isZero
        }
    }
}
