import TradewindsVocabulary

/// Which prices a contract may have: a market rule of the broker.
public struct PriceRule: Sendable, Hashable {
    /// From `from` upward (until the next step) prices are multiples of `increment`.
    public struct Step: Sendable, Hashable {
        /// The lowest price of the step.
        public var from: Price
        /// The smallest change of price, above zero.
        public var increment: Price
        /// A step beginning at `from`.
        public init(from: Price, increment: Price) {
            self.from = from
            self.increment = increment
        }
    }

    /// The broker's number of the rule.
    public var id: Int
    /// The steps, lowest first; the first one also holds below its `from`.
    public var ladder: [Step]

    /// A rule of several steps, lowest first.
    public init(id: Int, ladder: [Step]) {
        self.id = id
        self.ladder = ladder
    }

    /// A rule of one increment at every price.
    public init(id: Int, increment: Price) {
        self.init(id: id, ladder: [Step(from: .zero, increment: increment)])
    }

    /// The smallest change of price at `price`; zero for a rule without steps, which accepts every price.
    public func increment(at price: Price) -> Price {
        var increment = ladder.first?.increment ?? .zero
        for step in ladder where step.from <= price.magnitude { increment = step.increment }
        return increment
    }

    /// Whether `price` is a multiple of the increment at that price.
    public func accepts(_ price: Price) -> Bool { price.decimal.isMultiple(of: increment(at: price).decimal) }
}
