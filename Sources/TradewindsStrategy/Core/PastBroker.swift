import TradewindsExchange
import TradewindsVocabulary

/// The broker of the time before a run: nothing is held, and what is ordered goes nowhere.
struct PastBroker: Broker {
    var now: Timestamp
    private var count = 0

    init(now: Timestamp) { self.now = now }

    func position(in instrument: InstrumentIndex) -> Quantity { 0 }
    func increment(of instrument: InstrumentIndex, at price: Price) -> Price { 0 }
    mutating func place(_ intent: OrderIntent) -> OrderHandle {
        defer { count += 1 }
        return OrderHandle(-1 - count)
    }
    mutating func cancel(_ order: OrderHandle) {}
    mutating func cancelAll(in instrument: InstrumentIndex) {}
}
