import TradewindsVocabulary

/// One account on one stock that moves by bars, by the rules of ``Exchange`` and in a fraction of its time: the lane of
/// backtests and sweeps.
///
/// Fills, fees and cash are those of the exchange to the last digit; tests hold the two against each other. It knows
/// market, limit, stop and stop-limit orders with targets and stops behind them. Where it meets anything else (another
/// type of order, an order that a check might refuse, margin that might run short, a price finer than a
/// hundred-millionth) it does nothing and says `false`: its caller goes on with ``expanded()``, the whole exchange in
/// the same state.
///
/// Prices are whole numbers of hundred-millionths inside, and a bar between the prices at which something may happen
/// costs a few comparisons.
package struct BarLane: Sendable {
    /// Digits of prices after the point.
    static let digits = 8
    static let unitsPerOne = 1e8
    /// Below this, a number of units is exact as a binary floating-point number.
    private static let exactUnits: UInt64 = 1 << 53

    /// What does not change, kept apart so that the lane itself is small.
    let rules: Rules
    private let fillsAtClose: Bool
    /// Nanoseconds between two looks at the margin.
    private let marginStep: Int64
    var account: AccountState
    /// Whether it serves: not for an instrument or rules that it does not know, and not after ``close()``.
    package private(set) var isOpen: Bool

    /// The present.
    package internal(set) var now: Timestamp
    var dayStart: Timestamp
    var nextDayEnd: Timestamp
    var nextMarginLook = Timestamp(nanoseconds: .max)
    var nextWake: Timestamp

    /// The last price and the same in units; `nil` before the first.
    var last: Int64?
    /// The price at which orders may trade now: inside a bar, and after it where the fill model says so.
    var spot: Int64?
    var volume = Quantity.zero

    /// What is at work or waits for its parent, by key.
    var orders: [Order] = []
    var nextKey = 0
    /// Fills that were not taken yet, oldest first.
    package var fills: [Fill] = []

    /// Whether a bar's extremes can matter: something is held or ordered.
    private var isWatching = false
    /// Between these two prices, exclusive, nothing happens. No price lies between them where that is not known.
    private var quiet = unknown
    private static let unknown: (low: Int64, high: Int64) = (.max, .min)

    private var isFlat = true
    /// Below this price, in units, what is held and the account are whole numbers of units that `Double` holds exactly.
    private var exactBelow: UInt64 = 0
    private var heldShares: Int64 = 0
    private var cashUnits: Int64 = 0
    private var cashValue = 0.0

    /// A bar's prices in hundred-millionths.
    package struct Units: Sendable {
        var open, high, low, close: Int64

        /// Of no bar.
        package init() { (open, high, low, close) = (0, 0, 0, 0) }

        /// `nil` where a price is finer than that, or too large.
        package init?(_ bar: Bar) {
            guard let open = bar.open.decimal.units(ofScale: digits),
                let high = bar.high.decimal.units(ofScale: digits),
                let low = bar.low.decimal.units(ofScale: digits), let close = bar.close.decimal.units(ofScale: digits)
            else { return nil }
            (self.open, self.high, self.low, self.close) = (open, high, low, close)
        }
    }

    /// A lane for `account` with `cash` from `start` on; not open for an instrument or rules that it does not know.
    package init(
        _ instrument: Instrument, account id: AccountID, cash: Money, start: Timestamp,
        configuration: ExchangeConfiguration
    ) {
        rules = Rules(instrument, configuration)
        isOpen = rules.areKnown
        fillsAtClose = configuration.fillModel.fillsAtClose
        marginStep = (Timestamp(nanoseconds: 0) + configuration.marginInterval).nanoseconds
        account = AccountState(id: id, cash: [cash.decimal], instruments: 1)
        account.equityBefore = cash.decimal
        now = start
        dayStart = start
        nextDayEnd = Exchange.dayEnd(after: start, by: configuration.dayEnd)
        nextWake = nextDayEnd
        noteAccount()
    }

    /// Ends its service.
    package mutating func close() { isOpen = false }

    /// Takes a bar that ended at `time`. `false`: only the whole exchange can; nothing but time has passed.
    ///
    package mutating func apply(_ units: Units, volume: Quantity, at time: Timestamp) -> Bool {
        if time >= nextWake { wake(until: time) }
        if isWatching, units.low <= quiet.low || units.high >= quiet.high {
            return applyWatched(units, volume: volume, at: time)
        }
        if time > now { now = time }
        close(units, volume)
        return true
    }

    @inline(__always)
    private mutating func close(_ units: Units, _ volume: Quantity) {
        self.volume = volume
        last = units.close
        spot = fillsAtClose ? units.close : nil
    }

    /// The same for a bar in which something may happen.
    @inline(never)
    private mutating func applyWatched(_ units: Units, volume: Quantity, at time: Timestamp) -> Bool {
        guard units.low > 0,
            isSafe(from: min(units.low, last ?? units.low), to: max(units.high, last ?? units.high))
        else { return false }
        if time > now { now = time }
        walk(units)
        close(units, volume)
        quiet = Self.unknown
        if isWatching { findQuiet() }
        return true
    }

    /// Equity, and the absolute and the signed value of what is held: the numbers of ``Exchange/worth(of:)``.
    ///
    /// Changes nothing; see ``isSafe(from:to:)``.
    package mutating func worth() -> (equity: Double, gross: Double, net: Double) {
        if isFlat { return (cashValue, 0, 0) }
        guard let last, isExact(last) else { return exactWorth }
        let value = heldShares &* last
        let net = Double(value) / Self.unitsPerOne
        return (Double(cashUnits &+ value) / Self.unitsPerOne, net.magnitude, net)
    }

    /// The equity of ``worth()`` alone.
    package mutating func equityNow() -> Double {
        guard let last, isExact(last) else { return exactWorth.equity }
        return Double(cashUnits &+ heldShares &* last) / Self.unitsPerOne
    }

    private var exactWorth: (equity: Double, gross: Double, net: Double) {
        let value = account.positions[0].value(at: lastDecimal ?? .zero, multiplier: rules.profile.multiplier)
        let net = value.doubleValue
        return ((account.cash[0] + value).doubleValue, net.magnitude, net)
    }

    /// The account's value.
    package var equity: Money {
        Money(
            account.cash[0] + account.positions[0].value(at: lastDecimal ?? .zero, multiplier: rules.profile.multiplier)
        )
    }

    /// The account's cash.
    package var cash: Money { Money(account.cash[0]) }

    /// The last price; `nil` before the first.
    package var lastPrice: Price? { lastDecimal.map(Price.init) }

    /// The price at which an order would trade now; `nil` between bars.
    package var tradingPrice: Price? { spot.map { Price(Self.decimal($0)) } }

    var lastDecimal: ExactDecimal? { last.map(Self.decimal) }

    static func decimal(_ units: Int64) -> ExactDecimal { ExactDecimal(Int128(units), scale: digits) }

    /// Keeps the quick forms of cash and position in step.
    mutating func noteAccount() {
        let shares = account.positions[0].quantity.units(ofScale: 0)
        let units = account.cash[0].units(ofScale: Self.digits)
        isFlat = account.positions[0].quantity.isZero
        (heldShares, cashUnits) = (shares ?? 0, units ?? 0)
        exactBelow = shares == nil || units == nil ? 0 : highestExactPrice
        cashValue = account.cash[0].doubleValue
        noteOrders()
    }

    /// Up to it, cash and position together need no more bits than a `Double` holds.
    private var highestExactPrice: UInt64 {
        guard cashUnits.magnitude < Self.exactUnits else { return 0 }
        return (Self.exactUnits - cashUnits.magnitude) / max(1, heldShares.magnitude)
    }

    /// Whether the account is exact at a price; one below zero is left to the slow way.
    @inline(__always)
    private func isExact(_ price: Int64) -> Bool { UInt64(bitPattern: price) < exactBelow }

    /// Orders or position changed: what is quiet must be found anew.
    mutating func noteOrders() {
        isWatching = !isFlat || !orders.isEmpty
        quiet = Self.unknown
    }

    /// Days end and margins are looked at on the way to `time`. A margin that is safe needs no look.
    private mutating func wake(until time: Timestamp) {
        if nextDayEnd <= time {
            if nextDayEnd > now { now = nextDayEnd }
            dayStart = now
            if orders.contains(where: \.isDay) {
                orders.removeAll(where: \.isDay)
                noteOrders()
            }
            account.beginDay(at: lastDecimal)
            nextDayEnd = Exchange.dayEnd(after: time, by: rules.configuration.dayEnd)
        }
        if nextMarginLook <= time { nextMarginLook = marginLook(after: time) }
        nextWake = min(nextDayEnd, nextMarginLook)
    }

    func marginLook(after time: Timestamp) -> Timestamp {
        guard !account.held.isEmpty else { return Timestamp(nanoseconds: .max) }
        let (look, isBeyond) = time.nanoseconds.addingReportingOverflow(marginStep)
        return Timestamp(nanoseconds: isBeyond ? .max : look)
    }

    /// Finds the prices between which nothing happens: orders' levels, and how far the margin is safe in any case.
    private mutating func findQuiet() {
        guard let last, last > 0, last < .max / 4 else { return }
        var (low, high) = (last / 4 * 3, last / 4 * 5)
        guard isSafe(from: low, to: high) else { return }
        for order in orders where !order.isHeld {
            switch (order.waits, order.isLimit) {
            case (true, _): if order.isBuy { high = min(high, order.trigger) } else { low = max(low, order.trigger) }
            case (false, true): if order.isBuy { low = max(low, order.limit) } else { high = min(high, order.limit) }
            case (false, false): return
            }
        }
        quiet = (low, high)
    }

    /// Whether no margin can run short between two prices, whatever of the orders fills there.
    ///
    /// Changes nothing, but is called for many bars: a function that may change its value is lent it, others get a
    /// copy.
    mutating func isSafe(from low: Int64, to high: Int64) -> Bool {
        let (low, high) = (Double(low) / Self.unitsPerOne, Double(high) / Self.unitsPerOne)
        let held = account.positions[0].quantity.doubleValue
        var (bought, sold) = (0.0, 0.0)
        var sibling: Int?
        // Of the orders behind one parent, one fills.
        for order in orders where order.parent == nil || order.parent != sibling {
            sibling = order.parent
            if order.isBuy { bought += order.quantity.doubleValue } else { sold += order.quantity.doubleValue }
        }
        let most = max((held + bought).magnitude, (held - sold).magnitude)
        let fees = rules.fees(orders: orders.count, shares: bought + sold, price: high)
        let worst = cashValue + min(held * low, held * high) - (bought + sold) * (high - low) - fees
        return rules.rate * most * high <= 0.95 * worst
    }
}
