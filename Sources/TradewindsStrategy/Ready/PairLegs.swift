import TradewindsExchange
import TradewindsVocabulary

/// Which way a pair is held. A leg alone is no pair: where one is refused, both are closed.
struct PairLegs: Sendable, Hashable, Codable {
    /// 1: the first is bought and the second sold; -1: the other way round; 0: nothing is to be held.
    private(set) var side = 0.0
    /// A leg was refused, and nothing is to be held before the next signal.
    private var isUndoing = false

    /// A signal asks for a side.
    mutating func take(_ side: Double) { (self.side, isUndoing) = (side, false) }

    /// A signal asks for the end.
    mutating func end() { side = 0 }

    /// Closes both legs after one was refused.
    mutating func refused<B: Broker>(_ broker: inout B) {
        guard side != 0 else { return }
        (side, isUndoing) = (0, true)
        for place in 0..<2 { broker.move(to: 0, in: InstrumentIndex(place)) }
    }

    /// Closes a leg that had filled before it was known that it is alone.
    func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {
        if isUndoing, !broker.position(in: fill.instrument).isZero { broker.move(to: 0, in: fill.instrument) }
    }
}
