import TradewindsExchange
import TradewindsVocabulary

/// What happens when maintenance margin exceeds equity: positions are closed, the largest first, until it no longer does.
///
/// Unrealistic: the broker chooses by its own rules and at the worst moment; here every closing fills at the price told,
/// and its fees are not reckoned.
public struct MarginCallRule: Sendable, Hashable {
    /// A position as the rule sees it.
    public struct Holding: Sendable, Hashable {
        /// Which.
        public var instrument: InstrumentIndex
        /// What is held, below zero for short.
        public var quantity: Quantity
        /// What one unit needs as maintenance margin, above zero.
        public var marginPerUnit: Money

        /// A position.
        public init(instrument: InstrumentIndex, quantity: Quantity, marginPerUnit: Money) {
            self.instrument = instrument
            self.quantity = quantity
            self.marginPerUnit = marginPerUnit
        }
    }

    /// The rule.
    public init() {}

    /// The market orders that end the call; none where equity is enough.
    public func orders(for holdings: [Holding], equity: Money) -> [OrderIntent] {
        func need(_ holding: Holding) -> Money { holding.marginPerUnit * holding.quantity.magnitude.decimal }
        var missing = holdings.reduce(Money.zero) { $0 + need($1) } - equity
        var orders: [OrderIntent] = []
        let largestFirst = holdings.sorted {
            need($0) == need($1) ? $0.instrument < $1.instrument : need($0) > need($1)
        }
        for holding in largestFirst where missing > 0 && !holding.quantity.isZero {
            let side: Side = holding.quantity.isNegative ? .buy : .sell
            orders.append(OrderIntent(side, holding.quantity.magnitude, of: holding.instrument))
            missing -= need(holding)
        }
        return orders
    }
}
