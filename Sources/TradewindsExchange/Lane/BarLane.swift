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
    /// Between these two prices, exclusive, nothing happens; not known after a change.
    private var quiet: (low: Int64, high: Int64)?

    /// The position as whole shares; `nil` where it is none.
    private var heldShares: Int64? = 0
    /// The cash in units; `nil` where it is finer.
    private var cashUnits: Int64?
    private var cashValue = 0.0

    /// A bar's prices in hundred-millionths.
    package struct Units: Sendable {
        var open, high, low, close: Int64

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
        account = AccountState(id: id, cash: [cash.decimal], positions: [Position()])
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
    /// - `units`: The bar's prices; `nil` where they are finer than the lane's units.
    package mutating func apply(_ units: Units?, volume: Quantity, at time: Timestamp) -> Bool {
        guard let units else { return false }
        return apply(units, volume: volume, at: time)
    }

    private mutating func apply(_ units: Units, volume: Quantity, at time: Timestamp) -> Bool {
        if time >= nextWake { wake(until: time) }
        if isWatching, quiet.map({ units.low <= $0.low || units.high >= $0.high }) ?? true {
            guard units.low > 0,
                isSafe(from: min(units.low, last ?? units.low), to: max(units.high, last ?? units.high))
            else { return false }
            if time > now { now = time }
            walk(units)
            quiet = nil
        } else if time > now {
            now = time
        }
        self.volume = volume
        last = units.close
        spot = fillsAtClose ? units.close : nil
        if isWatching, quiet == nil { findQuiet() }
        return true
    }

    /// Equity, and the absolute and the signed value of what is held: the numbers of ``Exchange/worth(of:)``.
    ///
    /// Changes nothing; see ``isSafe(from:to:)``.
    package mutating func worth() -> (equity: Double, gross: Double, net: Double) {
        if heldShares == 0 { return (cashValue, 0, 0) }
        guard let units = worthUnits() else { return exactWorth }
        let net = Double(units.value) / Self.unitsPerOne
        return (Double(units.equity) / Self.unitsPerOne, net.magnitude, net)
    }

    /// The equity of ``worth()`` alone.
    package mutating func equityNow() -> Double {
        if heldShares == 0 { return cashValue }
        guard let units = worthUnits() else { return exactWorth.equity }
        return Double(units.equity) / Self.unitsPerOne
    }

    /// Equity and the value of what is held, in units; `nil` where they are finer, or too large to be exact as `Double`.
    @inline(__always)
    private mutating func worthUnits() -> (equity: Int64, value: Int64)? {
        guard let heldShares, let cashUnits, let last else { return nil }
        let (value, isWide) = heldShares.multipliedReportingOverflow(by: last)
        let (equity, isWider) = cashUnits.addingReportingOverflow(value)
        guard !isWide, !isWider, value.magnitude < Self.exactUnits, equity.magnitude < Self.exactUnits else {
            return nil
        }
        return (equity, value)
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
        let held = account.positions[0].quantity
        heldShares = held.units(ofScale: 0)
        cashUnits = account.cash[0].units(ofScale: Self.digits)
        cashValue = account.cash[0].doubleValue
        noteOrders()
    }

    /// Orders or position changed: what is quiet must be found anew.
    mutating func noteOrders() {
        isWatching = heldShares != 0 || !orders.isEmpty
        quiet = nil
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
        account.held.isEmpty ? Timestamp(nanoseconds: .max) : time + rules.configuration.marginInterval
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
