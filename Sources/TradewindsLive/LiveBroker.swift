import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Takes a strategy's orders while it runs on a connection: what it asks for is sent right after its callback.
struct LiveBroker: Broker, Sendable {
    /// What is to be sent, in the order asked.
    enum Action: Sendable {
        case place(OrderHandle, OrderIntent)
        case cancel(OrderHandle)
        case cancelAll(InstrumentIndex)
    }

    var now = Timestamp(nanoseconds: 0)
    var held: [Quantity]
    /// The last price of each instrument, once it is known.
    var last: [Price?]
    /// The last quote of each instrument, once it is known.
    var quotes: [Quote?]
    /// How many orders may still fill, as far as known.
    var working = 0
    private let instruments: [InstrumentTerms]
    private let rules: [PriceRule]
    private(set) var actions: [Action] = []
    private var count = 0

    init(rules: [PriceRule], terms: [InstrumentTerms]) {
        instruments = terms
        last = Array(repeating: nil, count: rules.count)
        quotes = Array(repeating: nil, count: rules.count)
        self.rules = rules
        held = Array(repeating: 0, count: rules.count)
    }

    func position(in instrument: InstrumentIndex) -> Quantity { held[instrument.rawValue] }

    var openOrderCount: Int? {
        working + actions.count { if case .place = $0 { true } else { false } }
    }

    func quote(of instrument: InstrumentIndex) -> Quote? { quotes[instrument.rawValue] }

    func lastPrice(of instrument: InstrumentIndex) -> Price? { last[instrument.rawValue] }

    func terms(of instrument: InstrumentIndex) -> InstrumentTerms { instruments[instrument.rawValue] }

    func increment(of instrument: InstrumentIndex, at price: Price) -> Price {
        rules[instrument.rawValue].increment(at: price)
    }

    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        let handle = OrderHandle(count)
        count += 1
        actions.append(.place(handle, intent))
        return handle
    }

    mutating func cancel(_ order: OrderHandle) { actions.append(.cancel(order)) }

    mutating func cancelAll(in instrument: InstrumentIndex) { actions.append(.cancelAll(instrument)) }

    mutating func book(_ fill: StrategyFill) {
        held[fill.instrument.rawValue] += fill.isBuy ? fill.quantity : -fill.quantity
    }

    mutating func takeActions() -> [Action] {
        defer { actions.removeAll(keepingCapacity: true) }
        return actions
    }
}
