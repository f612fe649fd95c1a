import TradewindsVocabulary

/// One account: cash by currency, positions by instrument.
struct AccountState {
    let id: AccountID
    /// By position in the exchange's list of currencies.
    var cash: [ExactDecimal]
    /// By instrument.
    var positions: [Position]
    /// Instruments with a position other than zero, ascending.
    var held: [Int] = []
    /// What orders at work may still open or close, by instrument.
    var work: [OrderWork]
    /// Instruments with orders at work, in no order that matters.
    var worked: [Int] = []
    /// Equity in the base currency when the trading day began.
    var equityBefore = ExactDecimal.zero
    /// Shares traded in ``month``, for tiered commissions.
    var monthShares = ExactDecimal.zero
    /// The month of ``monthShares``: from its beginning to that of the next.
    var month = Timestamp(nanoseconds: .max)..<Timestamp(nanoseconds: .max)
    /// Maintenance margin exceeded the equity at the last look.
    var isCalled = false

    /// Begins a day of an account with one stock in the base currency.
    mutating func beginDay(at price: ExactDecimal?) {
        let mark = price ?? .zero
        equityBefore = cash[0] + positions[0].quantity * mark
        guard positions[0].isListed else { return }
        positions[0].realizedBefore = positions[0].realized
        positions[0].unrealizedBefore = positions[0].unrealized(at: price, multiplier: ExactDecimal(1))
        positions[0].isListed = !positions[0].quantity.isZero
    }

    /// An account with cash and nothing else.
    init(id: AccountID, cash: [ExactDecimal], instruments: Int) {
        self.id = id
        self.cash = cash
        positions = Array(repeating: Position(), count: instruments)
        work = Array(repeating: OrderWork(), count: instruments)
    }

    /// Books a change of what is at work.
    mutating func book(work quantity: ExactDecimal, value: ExactDecimal, isBuy: Bool, of instrument: Int) {
        let wasIdle = work[instrument].isIdle
        work[instrument].add(quantity, value: value, isBuy: isBuy)
        guard work[instrument].isIdle != wasIdle else { return }
        if wasIdle { worked.append(instrument) } else { worked.removeAll { $0 == instrument } }
    }

    /// Keeps ``held`` in step with the position of `instrument`.
    mutating func updateHeld(_ instrument: Int) {
        let place = held.firstIndex { $0 >= instrument } ?? held.count
        let isThere = place < held.count && held[place] == instrument
        let isHeld = !positions[instrument].quantity.isZero
        if isHeld, !isThere { held.insert(instrument, at: place) }
        if !isHeld, isThere { held.remove(at: place) }
    }

    /// Books a fill: position, cash and commission.
    ///
    /// - `fee`: The commission in the currency numbered `feeCurrency`; `inPriceCurrency`: the same in that of the price.
    mutating func book(
        _ signed: ExactDecimal, of instrument: Int, _ profile: InstrumentProfile, price: ExactDecimal,
        fee: ExactDecimal, in feeCurrency: Int, asPriceCurrency inPriceCurrency: ExactDecimal
    ) -> Position.Outcome {
        let outcome = positions[instrument].book(
            signed, price: price, multiplier: profile.multiplier, commission: inPriceCurrency)
        updateHeld(instrument)
        if profile.isFuture {
            cash[profile.currency] += outcome.gross
        } else {
            cash[profile.currency] -= signed * price * profile.multiplier
            if profile.isPair { cash[profile.baseCurrency] += signed }
        }
        cash[feeCurrency] -= fee
        return outcome
    }

    /// Starts the count anew in a new month by New York's clock. What happens in a bar is stamped with the bar's end, so
    /// that midnight belongs to the day before.
    mutating func rollMonth(to time: Timestamp) {
        let instant = Timestamp(nanoseconds: time.nanoseconds &- 1)
        if month.contains(instant) { return }
        let zone = MarketZone.usEastern
        let date = zone.date(at: instant)
        let first = date.advanced(by: 1 - Int(date.day))
        // Some day of the next month, whatever the length of this one.
        let next = first.advanced(by: 31)
        month = zone.instant(first, second: 0)..<zone.instant(next.advanced(by: 1 - Int(next.day)), second: 0)
        monthShares = .zero
    }
}
