import TradewindsExchange
import TradewindsVocabulary

/// Makes trades of fills: a trade begins where a position does and ends where it is flat or on the other side. A fill that
/// goes through zero ends one trade and begins another.
///
/// Parts that are closed on the way do not end a trade; their profit is in it.
struct RoundTrips: Sendable, Hashable {
    /// Trades that have ended and were not taken yet.
    private(set) var ended: [ClosedTrade] = []
    private var open: [OpenTrade?]
    private let multipliers: [ExactDecimal]

    /// What was traded one way, and at which price on average.
    private struct Leg: Sendable, Hashable {
        var quantity: Quantity = 0
        private var notional = ExactDecimal.zero
        private var only: Price?
        private var count = 0

        mutating func add(_ price: Price, _ quantity: Quantity) {
            self.quantity += quantity
            notional += price.decimal * quantity.decimal
            only = count == 0 ? price : nil
            count += 1
        }

        var average: Price? { only ?? notional.divided(by: quantity.decimal, digits: 8).map { Price($0) } }

        /// The same in the shares of after a split.
        mutating func go(throughSplit new: ExactDecimal, _ old: ExactDecimal) {
            quantity = (quantity.decimal * new).divided(by: old, digits: 8).map { Quantity($0) } ?? quantity
            only = nil
        }
    }

    /// What the last fill of a trade closed, and what it opened beyond the trade's end.
    private struct Beyond: Sendable, Hashable {
        var price: Price
        var closed: Quantity
        var quantity: Quantity
    }

    private struct OpenTrade: Sendable, Hashable {
        let isLong: Bool
        let entered: Timestamp
        var exited: Timestamp
        var entry = Leg()
        var exit = Leg()
        var held: Quantity = 0
        var largest: Quantity = 0
        var realized = Money.zero
        var fees = Money.zero
        var beyond: Beyond?

        init(_ fill: StrategyFill) { (isLong, entered, exited) = (fill.isBuy, fill.time, fill.time) }

        func trade(of instrument: InstrumentIndex, _ multiplier: ExactDecimal) -> ClosedTrade {
            ClosedTrade(
                instrument: instrument, isLong: isLong, quantity: largest, entered: entered, exited: exited,
                entry: entry.average ?? 0, exit: exit.average ?? entry.average ?? 0, profit: realized, fees: fees,
                multiplier: multiplier)
        }
    }

    /// For instruments with these multipliers, known by place.
    init(_ multipliers: [ExactDecimal]) {
        self.multipliers = multipliers
        open = Array(repeating: nil, count: multipliers.count)
    }

    /// Takes a fill; its costs follow with ``charge(_:realized:of:)``.
    mutating func fill(_ fill: StrategyFill) {
        let index = fill.instrument.rawValue
        if open[index] == nil { open[index] = OpenTrade(fill) }
        let isSameWay = open[index]?.isLong == fill.isBuy
        open[index]?.exited = fill.time
        guard let held = open[index]?.held, !isSameWay else {
            open[index]?.entry.add(fill.price, fill.quantity)
            open[index]?.held += fill.quantity
            if let held = open[index]?.held, held > open[index]?.largest ?? 0 { open[index]?.largest = held }
            return
        }
        let closing = min(held, fill.quantity)
        open[index]?.exit.add(fill.price, closing)
        open[index]?.held -= closing
        if fill.quantity > closing {
            open[index]?.beyond = Beyond(
                price: fill.price, closed: closing, quantity: fill.quantity - closing)
        }
    }

    /// Books what the last fill of an instrument cost, and what it earned where it closed something.
    mutating func charge(_ commission: Money, realized: Money?, of instrument: InstrumentIndex) {
        let index = instrument.rawValue
        guard var trade = open[index] else { return }
        if let realized { trade.realized += realized }
        guard let beyond = trade.beyond else {
            trade.fees += commission
            open[index] = trade
            if trade.held.isZero { end(index) }
            return
        }
        // The commission is split by quantity, as accounts do it.
        let closed = beyond.closed.decimal
        let share = (commission.decimal * closed).divided(by: closed + beyond.quantity.decimal, digits: 10)
        let closing = Money(share ?? .zero)
        trade.fees += closing
        let time = trade.exited
        open[index] = trade
        end(index)
        var next = OpenTrade(
            StrategyFill(
                time: time, instrument: instrument, isBuy: !trade.isLong, quantity: beyond.quantity,
                price: beyond.price))
        next.entry.add(beyond.price, beyond.quantity)
        (next.held, next.largest, next.fees) = (beyond.quantity, beyond.quantity, commission - closing)
        open[index] = next
    }

    private mutating func end(_ index: Int) {
        guard let trade = open[index] else { return }
        ended.append(trade.trade(of: InstrumentIndex(index), multipliers[index]))
        open[index] = nil
    }

    /// Hands out the trades that have ended since the last call.
    mutating func takeEnded() -> [ClosedTrade] {
        defer { ended.removeAll(keepingCapacity: true) }
        return ended
    }

    /// Adds to the profit of an open trade: a dividend, or the cost of borrowing.
    mutating func credit(_ amount: Money, to instrument: InstrumentIndex) {
        if open.indices.contains(instrument.rawValue) { open[instrument.rawValue]?.realized += amount }
    }

    /// Turns an open trade into the shares of after a split.
    mutating func go(throughSplit new: Int, _ old: Int, of instrument: InstrumentIndex) {
        guard new > 0, old > 0, open.indices.contains(instrument.rawValue), var trade = open[instrument.rawValue]
        else { return }
        let (more, fewer) = (ExactDecimal(new), ExactDecimal(old))
        func scaled(_ quantity: Quantity) -> Quantity {
            (quantity.decimal * more).divided(by: fewer, digits: 8).map { Quantity($0) } ?? quantity
        }
        trade.entry.go(throughSplit: more, fewer)
        trade.exit.go(throughSplit: more, fewer)
        (trade.held, trade.largest) = (scaled(trade.held), scaled(trade.largest))
        open[instrument.rawValue] = trade
    }

    /// The trades that have not ended, as if they had now: the exit is `last`, the profit has `unrealized` in it.
    func stillOpen(
        at time: Timestamp, last: (InstrumentIndex) -> Price?, unrealized: (InstrumentIndex) -> Money?
    ) -> [ClosedTrade] {
        open.indices.compactMap { index in
            guard let trade = open[index] else { return nil }
            let instrument = InstrumentIndex(index)
            var told = trade.trade(of: instrument, multipliers[index])
            told.quantity = trade.held
            told.exited = time
            told.exit = last(instrument) ?? told.exit
            told.profit = trade.realized + (unrealized(instrument) ?? 0)
            return told
        }
    }
}
