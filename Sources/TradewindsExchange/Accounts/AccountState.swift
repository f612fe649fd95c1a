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
    /// Equity in the base currency when the trading day began.
    var equityBefore = ExactDecimal.zero
    /// Shares traded in ``month``, for tiered commissions.
    var monthShares = ExactDecimal.zero
    /// Year × 12 + month of ``monthShares``.
    var month = 0
    /// Maintenance margin exceeded the equity at the last look.
    var isCalled = false

    /// Keeps ``held`` in step with the position of `instrument`.
    mutating func updateHeld(_ instrument: Int) {
        let place = held.firstIndex { $0 >= instrument } ?? held.count
        let isThere = place < held.count && held[place] == instrument
        let isHeld = !positions[instrument].quantity.isZero
        if isHeld, !isThere { held.insert(instrument, at: place) }
        if !isHeld, isThere { held.remove(at: place) }
    }

    /// Starts the count anew in a new month.
    mutating func rollMonth(to time: Timestamp) {
        let date = time.utcDate
        let now = Int(date.year) * 12 + Int(date.month)
        if now != month {
            month = now
            monthShares = .zero
        }
    }
}
