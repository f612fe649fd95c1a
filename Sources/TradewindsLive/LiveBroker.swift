import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Takes a strategy's orders while it runs on a connection: what it asks for is sent right after its callback.
struct LiveBroker: Broker, Sendable {
    /// What is to be sent, in the order asked.
    enum Action: Sendable {
        /// The order with its children, numbered.
        case place(OrderHandle, OrderIntent, Range<Int>)
        case cancel(OrderHandle)
        case cancelAll(InstrumentIndex)
    }

    var now = Timestamp(nanoseconds: 0)
    var account: LiveAccount
    var book = TradeBook()
    /// The last quote of each instrument, once it is known.
    var quotes: [Quote?]
    /// What a unit of each instrument needs as initial margin; `nil` where it is not known.
    var margins: [Money?]
    private let instruments: [InstrumentTerms]
    private let rules: [PriceRule]
    private var actions: [Action] = []
    private var nextHandle = 0
    private var nextSerial = 0
    /// What the references of its orders begin with; empty for none.
    private var name: String

    init(name: String, rules: [PriceRule], terms: [InstrumentTerms], lines: [LiveAccount.Line]) {
        self.name = name
        instruments = terms
        account = LiveAccount(lines)
        quotes = Array(repeating: nil, count: rules.count)
        margins = Array(repeating: nil, count: rules.count)
        self.rules = rules
    }

    var equity: Money? { account.equity }
    var cash: Money? { account.cash }
    /// The gateway's word, carried on by what was filled since: it comes minutes apart.
    var initialMargin: Money? {
        guard var margin = account.initialMargin else { return nil }
        for (place, line) in account.lines.enumerated() {
            let more = line.held.magnitude - line.heldThen.magnitude
            guard !more.isZero, let unit = margins[place] ?? line.mark.map({ $0 * 1 * line.multiplier }) else {
                continue
            }
            margin += unit * more.decimal
        }
        return margin
    }
    var openOrderCount: Int? { book.count }

    func initialMargin(perUnitOf instrument: InstrumentIndex, on side: Side) -> Money? { margins[instrument.rawValue] }

    func working(in instrument: InstrumentIndex, on side: Side) -> WorkingOrders? {
        book.working(in: instrument, on: side)
    }

    func position(in instrument: InstrumentIndex) -> Quantity { account.lines[instrument.rawValue].held }

    func quote(of instrument: InstrumentIndex) -> Quote? { quotes[instrument.rawValue] }

    func lastPrice(of instrument: InstrumentIndex) -> Price? { account.lines[instrument.rawValue].last }

    func terms(of instrument: InstrumentIndex) -> InstrumentTerms { instruments[instrument.rawValue] }

    func increment(of instrument: InstrumentIndex, at price: Price) -> Price {
        rules[instrument.rawValue].increment(at: price)
    }

    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        let handle = OrderHandle(nextHandle)
        nextHandle += 1
        give(intent, as: handle)
        return handle
    }

    /// Gives an order under a handle that the strategy has already.
    mutating func give(_ intent: OrderIntent, as handle: OrderHandle) {
        let serials = book.add(intent, as: handle, from: nextSerial)
        nextSerial = serials.upperBound
        actions.append(.place(handle, intent, serials))
    }

    mutating func cancel(_ order: OrderHandle) {
        book.cancel(order)
        actions.append(.cancel(order))
    }

    mutating func cancelAll(in instrument: InstrumentIndex) {
        book.cancelAll(of: instrument)
        actions.append(.cancelAll(instrument))
    }

    mutating func takeActions() -> [Action] {
        defer { actions.removeAll(keepingCapacity: true) }
        return actions
    }

    /// Whether something is to be sent.
    var hasActions: Bool { !actions.isEmpty }

    // MARK: Across runs

    /// The reference of an order by its number; empty where the run has no name.
    func reference(_ serial: Int) -> String { name.isEmpty ? "" : "\(name)-\(serial)" }

    /// The number in a reference; `nil` for that of another run.
    func serial(_ reference: String) -> Int? {
        guard !name.isEmpty, reference.hasPrefix(name + "-") else { return nil }
        return Int(reference.dropFirst(name.count + 1))
    }

    /// What to remember now.
    var memory: RunMemory {
        var memory = RunMemory(name: name, positions: account.lines.map(\.held))
        (memory.orders, memory.nextHandle, memory.nextSerial) = (book.remembered, nextHandle, nextSerial)
        return memory
    }

    /// Goes on from what was remembered.
    mutating func recall(_ memory: RunMemory) {
        (name, nextHandle, nextSerial) = (memory.name, memory.nextHandle, memory.nextSerial)
        book.recall(memory.orders)
        for (place, held) in memory.positions.enumerated() where account.lines.indices.contains(place) {
            account.begin(with: held, at: place)
        }
    }
}
