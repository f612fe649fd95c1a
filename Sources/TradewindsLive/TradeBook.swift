import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary

/// The orders of a strategy on a connection, from the moment it gave them until everything about them is told.
///
/// How much an order may still fill is counted by the fills that the strategy was told, not by the connection's ledger,
/// which may be ahead: what the strategy holds and what works for it always belong to the same instant.
struct TradeBook: Sendable {
    struct Entry: Sendable {
        var handle: OrderHandle
        /// Its number in the run.
        var serial: Int
        var intent: OrderIntent
        /// Its name at the gateway; `nil` until it is sent.
        var key: TradewindsLedger.OrderKey?
        var isChild = false
        var isCancelling = false
        var told = Quantity.zero
        /// How much it filled in all, once it has ended.
        var filled: Quantity?

        /// Sent, and perhaps still at work.
        var open: TradewindsLedger.OrderKey? { filled == nil ? key : nil }
        var rest: Quantity { max(0, (filled ?? intent.quantity) - told) }
    }

    private(set) var entries: [Entry] = []

    /// Notes an order with its children that is about to be sent; the first gets the number `serial`.
    ///
    /// - Returns: Their numbers.
    mutating func add(_ intent: OrderIntent, as handle: OrderHandle, from serial: Int) -> Range<Int> {
        let orders = [intent] + intent.children
        for (place, order) in orders.enumerated() {
            entries.append(Entry(handle: handle, serial: serial + place, intent: order, isChild: place > 0))
        }
        return serial..<serial + orders.count
    }

    /// Takes over what was remembered; nothing is known of it at the gateway.
    mutating func recall(_ orders: [RunMemory.Order]) {
        entries = orders.map {
            Entry(
                handle: OrderHandle($0.handle), serial: $0.serial, intent: $0.intent, isChild: $0.isChild,
                isCancelling: $0.isCancelling, told: $0.told)
        }
    }

    /// What to remember.
    var remembered: [RunMemory.Order] {
        entries.filter { !$0.rest.isZero }.map {
            RunMemory.Order(
                handle: $0.handle.rawValue, serial: $0.serial, intent: $0.intent, isChild: $0.isChild,
                isCancelling: $0.isCancelling, told: $0.told)
        }
    }

    subscript(serial: Int) -> Entry? { entries.first { $0.serial == serial } }

    /// An order was sent, or found at the gateway.
    ///
    /// - Returns: Whether it was cancelled in the meantime.
    mutating func sent(_ serial: Int, as key: TradewindsLedger.OrderKey) -> Bool {
        guard let place = entries.firstIndex(where: { $0.serial == serial }) else { return false }
        entries[place].key = key
        return entries[place].isCancelling
    }

    /// Orders that could not be sent.
    mutating func failed(_ serials: Range<Int>) { entries.removeAll { serials.contains($0.serial) } }

    /// Forgets an order, and with an order the children that wait for it.
    mutating func forget(_ serial: Int) {
        guard let entry = self[serial] else { return }
        entries.removeAll { $0.serial == serial || (!entry.isChild && $0.isChild && $0.handle == entry.handle) }
    }

    /// Notes that an order is to be cancelled.
    mutating func cancel(_ handle: OrderHandle) { markCancelling { $0.handle == handle } }

    /// Notes that all orders on an instrument are to be cancelled.
    mutating func cancelAll(of instrument: InstrumentIndex) { markCancelling { $0.intent.instrument == instrument } }

    /// Notes that an order is to be cancelled.
    mutating func cancel(serial: Int) { markCancelling { $0.serial == serial } }

    private mutating func markCancelling(where isMeant: (Entry) -> Bool) {
        for place in entries.indices where isMeant(entries[place]) { entries[place].isCancelling = true }
    }

    /// The orders of a handle that were sent and may still be at work.
    func open(of handle: OrderHandle) -> [TradewindsLedger.OrderKey] {
        entries.filter { $0.handle == handle }.compactMap(\.open)
    }

    /// The orders on an instrument that were sent and may still be at work.
    func open(of instrument: InstrumentIndex) -> [TradewindsLedger.OrderKey] {
        entries.filter { $0.intent.instrument == instrument }.compactMap(\.open)
    }

    /// All orders that were sent and may still be at work.
    var open: [Entry] { entries.filter { $0.open != nil } }

    /// How many orders may still fill.
    var count: Int { entries.count { $0.filled == nil } }

    /// Whether an order has ended whose last fills the strategy was not told yet.
    var awaitsFills: Bool { entries.contains { $0.filled != nil } }

    /// Notes a fill that the strategy is about to be told.
    mutating func filled(_ quantity: Quantity, of order: OrderID) {
        guard let place = entries.firstIndex(where: { $0.key?.order == order }) else { return }
        told(quantity, at: place)
    }

    /// The same by the order's number.
    mutating func filled(_ quantity: Quantity, ofSerial serial: Int) {
        guard let place = entries.firstIndex(where: { $0.serial == serial }) else { return }
        told(quantity, at: place)
    }

    private mutating func told(_ quantity: Quantity, at place: Int) {
        entries[place].told += quantity
        forgetTold()
    }

    /// Notes that an order has ended, and how much it filled.
    mutating func ended(_ serial: Int, filled: Quantity) {
        guard let place = entries.firstIndex(where: { $0.serial == serial }) else { return }
        entries[place].filled = filled
        forgetTold()
    }

    private mutating func forgetTold() { entries.removeAll { $0.filled != nil && $0.rest.isZero } }

    /// What may still fill on a side; children only as far as their parent has filled.
    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders {
        var tally = WorkingTally<OrderHandle>()
        for entry in entries where entry.intent.instrument == instrument && entry.intent.side == side {
            tally.add(
                min(entry.rest, covered(entry)), isAtMarket: entry.intent.isAtMarket,
                isCancelling: entry.isCancelling || entry.filled != nil, group: entry.intent.group?.name,
                parent: entry.isChild ? entry.handle : nil)
        }
        return tally.sum
    }

    /// How much of an order its parent lets fill.
    func covered(_ entry: Entry) -> Quantity {
        guard entry.isChild, let parent = entries.first(where: { !$0.isChild && $0.handle == entry.handle }) else {
            return entry.rest
        }
        return parent.filled == nil ? max(0, parent.told - entry.told) : entry.rest
    }

    /// Whether an order closes what is held, all of it within the position, and is not to be cancelled.
    func protects(_ entry: Entry, held: Quantity) -> Bool {
        !held.isZero && held.isNegative == (entry.intent.side == .buy) && !entry.isCancelling && entry.filled == nil
            && !covered(entry).isZero && entry.rest <= held.magnitude
    }
}
