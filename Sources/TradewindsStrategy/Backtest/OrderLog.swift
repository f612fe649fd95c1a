import TradewindsExchange
import TradewindsVocabulary

/// The orders of a run, oldest first, in little room: what was filled of them is found in the run's fills.
struct OrderLog: Sendable, Hashable {
    /// Off in sweeps, which have no use for it.
    var isKept = true
    private var entries: [Entry] = []
    /// Where the orders of each handle begin.
    private var starts: [Int32] = []
    /// The distances of trailing stops, by place.
    private var trails: [Int: Trail] = [:]

    private struct Entry: Sendable, Hashable {
        let time: Timestamp
        let handle: Int32
        let instrument: Int32
        let part: BracketPart
        let isForced: Bool
        let isBuy: Bool
        let closes: Bool
        let quantity: Quantity
        let limit: Price?
        let stop: Price?
        var status = LoggedOrder.Status.cancelled

        var type: OrderType {
            switch (limit == nil, stop == nil) {
            case (true, true): closes ? .marketOnClose : .market
            case (false, true): closes ? .limitOnClose : .limit
            case (true, false): .stop
            case (false, false): .stopLimit
            }
        }
    }

    mutating func add(_ intent: OrderIntent, as handle: OrderHandle, at time: Timestamp, isForced: Bool) {
        guard isKept else { return }
        while starts.count <= handle.rawValue { starts.append(0) }
        // Orders may reach the exchange in another order than they were given in.
        starts[handle.rawValue] = Int32(truncatingIfNeeded: entries.count)
        func add(_ intent: OrderIntent, _ part: BracketPart) {
            if let trail = intent.trailing { trails[entries.count] = trail }
            entries.append(
                Entry(
                    time: time, handle: Int32(truncatingIfNeeded: handle.rawValue),
                    instrument: Int32(truncatingIfNeeded: intent.instrument.rawValue), part: part, isForced: isForced,
                    isBuy: intent.side == .buy, closes: intent.timing == .atClose, quantity: intent.quantity,
                    limit: intent.limit, stop: intent.stop))
        }
        add(intent, .entry)
        if intent.takeProfit == nil, intent.stopLoss == nil { return }
        for child in intent.children { add(child, BracketPart(isChild: true, hasStop: child.stop != nil)) }
    }

    /// The place of one of a handle's orders, for the fills that are of it.
    func place(of handle: Int, _ part: BracketPart) -> Int32? {
        guard isKept, starts.indices.contains(handle) else { return nil }
        var place = Int(starts[handle])
        while place < entries.count, Int(entries[place].handle) == handle {
            if entries[place].part == part { return Int32(truncatingIfNeeded: place) }
            place += 1
        }
        return nil
    }

    /// Notes what became of every order that is not filled: `nil` where it has ended.
    mutating func settle(_ state: (_ handle: Int, BracketPart) -> OrderState?) {
        for place in entries.indices {
            let entry = entries[place]
            entries[place].status =
                switch state(Int(entry.handle), entry.part) {
                case .rejected: .refused
                case .untransmitted, .held, .working: .working
                case .filled: .filled
                case .cancelled, nil: .cancelled
                }
        }
    }

    /// The orders, with what was filled of them.
    func orders(_ fills: [StrategyFill]) -> [LoggedOrder] {
        var filled: [Int32: (quantity: Quantity, notional: ExactDecimal)] = [:]
        for fill in fills {
            guard let place = fill.logged else { continue }
            filled[place, default: (0, .zero)].quantity += fill.quantity
            filled[place, default: (0, .zero)].notional += fill.quantity.decimal * fill.price.decimal
        }
        return entries.indices.map { place in
            let entry = entries[place]
            let done = filled[Int32(truncatingIfNeeded: place)]
            let quantity = done?.quantity ?? 0
            return LoggedOrder(
                time: entry.time, handle: OrderHandle(Int(entry.handle)), part: entry.part, isForced: entry.isForced,
                instrument: InstrumentIndex(Int(entry.instrument)), side: entry.isBuy ? .buy : .sell,
                type: trails[place] == nil ? entry.type : .trailingStop, quantity: entry.quantity, limit: entry.limit,
                stop: entry.stop, trail: trails[place], filled: quantity,
                average: done.flatMap { $0.notional.divided(by: quantity.decimal, digits: 8) }.map { Price($0) },
                status: quantity == entry.quantity ? .filled : entry.status)
        }
    }
}
