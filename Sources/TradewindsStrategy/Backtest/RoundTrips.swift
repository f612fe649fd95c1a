import TradewindsExchange
import TradewindsVocabulary

/// Makes trades of fills: a trade begins where a position does and ends where it is flat or on the other side. A fill
/// that goes through zero ends one trade and begins another.
///
/// Parts that are closed on the way do not end a trade; their profit is in it.
struct RoundTrips: Sendable, Hashable {
    /// Trades that have ended and were not taken yet.
    private(set) var ended: [ClosedTrade] = []
    /// How many have ended.
    private(set) var count = 0
    /// Off where they are only counted.
    var isKept = true
    /// The trade under way of each instrument, or what is left of the last one.
    private var current: [Trade]
    private let multipliers: [ExactDecimal]

    /// What was traded one way, and at which price on average.
    private struct Leg: Sendable, Hashable {
        var quantity: Quantity = 0
        private var notional = ExactDecimal.zero
        private var only: Price?
        private var count = 0

        mutating func add(_ price: Price, _ quantity: Quantity) {
            count += 1
            if count == 1 {
                (self.quantity, only) = (quantity, price)
                return
            }
            if let first = only {
                notional = first.decimal * self.quantity.decimal
                only = nil
            }
            self.quantity += quantity
            notional += price.decimal * quantity.decimal
        }

        var average: Price? { only ?? notional.divided(by: quantity.decimal, digits: 8).map { Price($0) } }

        /// The same in the shares of after a split.
        mutating func go(throughSplit new: ExactDecimal, _ old: ExactDecimal) {
            if let first = only {
                notional = first.decimal * quantity.decimal
                only = nil
            }
            quantity = (quantity.decimal * new).divided(by: old, digits: 8).map { Quantity($0) } ?? quantity
        }
    }

    /// What a fill opened beyond the end of a trade, and what it closed of it.
    private struct Beyond: Sendable, Hashable {
        var price: Price
        var closed: Quantity
        var quantity: Quantity
    }

    private struct Trade: Sendable, Hashable {
        var isOpen = false
        var isLong = false
        var entered = Timestamp(nanoseconds: 0)
        var exited = Timestamp(nanoseconds: 0)
        var entry = Leg()
        var exit = Leg()
        var held: Quantity = 0
        var largest: Quantity = 0
        var realized = Money.zero
        var fees = Money.zero
        var beyond: Beyond?

        mutating func take(_ fill: StrategyFill) {
            if !isOpen {
                self = Trade()
                (isOpen, isLong, entered) = (true, fill.isBuy, fill.time)
            }
            exited = fill.time
            if isLong == fill.isBuy {
                entry.add(fill.price, fill.quantity)
                held += fill.quantity
                largest = max(largest, held)
                return
            }
            let closing = min(held, fill.quantity)
            exit.add(fill.price, closing)
            held -= closing
            if fill.quantity > closing {
                beyond = Beyond(price: fill.price, closed: closing, quantity: fill.quantity - closing)
            }
        }

        /// Ends, and begins anew the other way with the rest of the last fill.
        mutating func turn(_ beyond: Beyond, fee: Money) {
            let (time, isLong) = (exited, isLong)
            self = Trade()
            (isOpen, self.isLong, entered, exited, fees) = (true, !isLong, time, time, fee)
            entry.add(beyond.price, beyond.quantity)
            (held, largest) = (beyond.quantity, beyond.quantity)
        }

        /// - `last`: What is still held counts as sold at it.
        func told(of instrument: InstrumentIndex, _ multiplier: ExactDecimal, last: Price? = nil) -> ClosedTrade {
            let entry = entry.average ?? 0
            var exit = exit
            if let last, !held.isZero { exit.add(last, held) }
            return ClosedTrade(
                instrument: instrument, isLong: isLong, quantity: largest, held: held, entered: entered,
                exited: exited, entry: entry, exit: exit.average ?? entry, profit: realized, fees: fees,
                multiplier: multiplier)
        }
    }

    /// For instruments with these multipliers, known by place.
    init(_ multipliers: [ExactDecimal]) {
        self.multipliers = multipliers
        current = Array(repeating: Trade(), count: multipliers.count)
    }

    /// Takes a fill; its costs follow with ``charge(_:realized:of:)``.
    mutating func fill(_ fill: StrategyFill) { current[fill.instrument.rawValue].take(fill) }

    /// Books what the last fill of an instrument cost, and what it earned where it closed something.
    mutating func charge(_ commission: Money, realized: Money?, of instrument: InstrumentIndex) {
        let index = instrument.rawValue
        guard current[index].isOpen else { return }
        if let realized { current[index].realized += realized }
        guard let beyond = current[index].beyond else {
            current[index].fees += commission
            if current[index].held.isZero {
                end(index)
                current[index].isOpen = false
            }
            return
        }
        // The commission is split by quantity, as accounts do it.
        let closed = beyond.closed.decimal
        let share = (commission.decimal * closed).divided(by: closed + beyond.quantity.decimal, digits: 10)
        let closing = Money(share ?? .zero)
        current[index].fees += closing
        end(index)
        current[index].turn(beyond, fee: commission - closing)
    }

    private mutating func end(_ index: Int) {
        count += 1
        if isKept { ended.append(current[index].told(of: InstrumentIndex(index), multipliers[index])) }
    }

    /// Hands out the trades that have ended since the last call.
    mutating func takeEnded() -> [ClosedTrade] {
        defer { forgetEnded() }
        return ended
    }

    /// Forgets the trades that have ended: they were taken.
    mutating func forgetEnded() { ended.removeAll(keepingCapacity: true) }

    /// Adds to the profit of an open trade: a dividend, or the cost of borrowing.
    mutating func credit(_ amount: Money, to instrument: InstrumentIndex) {
        guard current.indices.contains(instrument.rawValue), current[instrument.rawValue].isOpen else { return }
        current[instrument.rawValue].realized += amount
    }

    /// Turns an open trade into the shares of after a split.
    ///
    /// - `held`: What is held after it, without its sign: a part of a share is paid out, and the trade goes on without it.
    mutating func go(throughSplit new: Int, _ old: Int, of instrument: InstrumentIndex, leaving held: Quantity) {
        guard new > 0, old > 0, current.indices.contains(instrument.rawValue) else { return }
        let (more, fewer) = (ExactDecimal(new), ExactDecimal(old))
        func scaled(_ quantity: Quantity) -> Quantity {
            (quantity.decimal * more).divided(by: fewer, digits: 8).map { Quantity($0) } ?? quantity
        }
        var trade = current[instrument.rawValue]
        guard trade.isOpen else { return }
        trade.entry.go(throughSplit: more, fewer)
        trade.exit.go(throughSplit: more, fewer)
        (trade.held, trade.largest) = (held, trade.largest == trade.held ? held : scaled(trade.largest))
        current[instrument.rawValue] = trade
        guard held.isZero else { return }
        end(instrument.rawValue)
        current[instrument.rawValue].isOpen = false
    }

    /// The trades that have not ended, as if they had now: what is held counts as sold at `last`, the profit has
    /// `unrealized` in it.
    func stillOpen(
        at time: Timestamp, last: (InstrumentIndex) -> Price?, unrealized: (InstrumentIndex) -> Money?
    ) -> [ClosedTrade] {
        current.indices.compactMap { index in
            let trade = current[index]
            guard trade.isOpen else { return nil }
            let instrument = InstrumentIndex(index)
            var told = trade.told(of: instrument, multipliers[index], last: last(instrument))
            told.exited = time
            told.profit = trade.realized + (unrealized(instrument) ?? 0)
            return told
        }
    }
}
