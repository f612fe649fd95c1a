import TradewindsExchange
import TradewindsVocabulary

/// How much to trade. Every rule gives a quantity rounded down to the lot, zero where it cannot be afforded.
///
/// Sources: R. Vince, *The Mathematics of Money Management* (fixed fractional); J. L. Kelly, "A New Interpretation of
/// Information Rate", 1956; A. Moreira and T. Muir, "Volatility-Managed Portfolios", 2017.
public enum PositionSize: Sendable, Hashable {
    /// Always the same.
    case fixed(Quantity)
    /// A percentage of equity as notional (25 for 25 %).
    case percentOfEquity(Double)
    /// So much that the way to the stop loses a percentage of equity. Gaps beyond the stop lose more.
    case percentAtRisk(Double)
    /// So much that the position's yearly volatility is a fraction of equity (0.1 for 10 %).
    case volatilityTarget(Double)
    /// A multiple of the Kelly fraction: 1 for the whole, 0.5 for half.
    ///
    /// The edge must be known for this; with an estimated edge the whole fraction is too much.
    case kelly(fraction: Double)

    /// What a rule needs to know of the moment.
    public struct Situation: Sendable, Hashable {
        /// The account's value.
        public var equity: Money
        /// The price to trade at, above zero.
        public var price: Price
        /// The lot and the multiplier.
        public var terms: InstrumentTerms
        /// The price at which the loss is stopped.
        public var stop: Price?
        /// The yearly standard deviation of returns (0.2 for 20 %).
        public var volatility: Double?
        /// What is expected of a trade.
        public var edge: KellyEdge?

        /// A situation; what is not given is not known.
        public init(
            equity: Money, price: Price, terms: InstrumentTerms = InstrumentTerms(), stop: Price? = nil,
            volatility: Double? = nil, edge: KellyEdge? = nil
        ) {
            self.equity = equity
            self.price = price
            self.terms = terms
            self.stop = stop
            self.volatility = volatility
            self.edge = edge
        }
    }

    /// The quantity; zero where a fact that the rule needs is missing, or makes no sense.
    public func quantity(in situation: Situation) -> Quantity {
        let notional = situation.price.decimal * situation.terms.multiplier
        let lot = situation.terms.lot
        switch self {
        case .fixed(let quantity): return quantity.roundedDown(to: lot)
        case .percentOfEquity(let percent): return situation.share(percent / 100, over: notional)
        case .percentAtRisk(let percent):
            guard let stop = situation.stop else { return 0 }
            let loss = (situation.price - stop).magnitude.decimal * situation.terms.multiplier
            return situation.share(percent / 100, over: loss)
        case .volatilityTarget(let target):
            guard let volatility = situation.volatility, volatility > 0 else { return 0 }
            return situation.share(target / volatility, over: notional)
        case .kelly(let fraction):
            guard let edge = situation.edge else { return 0 }
            return situation.share(max(0, edge.fraction) * fraction, over: notional)
        }
    }
}

extension PositionSize.Situation {
    /// How many lots of `cost` a fraction of equity pays, in exact arithmetic.
    fileprivate func share(_ fraction: Double, over cost: ExactDecimal) -> Quantity {
        guard fraction > 0, fraction < 1e6, cost > .zero, equity > 0, let fraction = ExactDecimal(fraction),
            let quantity = (equity.decimal * fraction).divided(by: cost, digits: 9)
        else { return 0 }
        return Quantity(quantity).roundedDown(to: terms.lot, payingAtMost: equity.decimal * fraction, each: cost)
    }
}

/// What is expected of a trade, for the Kelly fraction.
public enum KellyEdge: Sendable, Hashable {
    /// Wins with a probability (0 to 1), and the average win over the average loss.
    case bets(winRate: Double, payoff: Double)
    /// Yearly mean excess return and standard deviation, for the continuous form μ/σ².
    case returns(mean: Double, deviation: Double)

    /// The share of equity that makes it grow fastest; below zero where the edge is against us, zero where it is not
    /// defined.
    public var fraction: Double {
        switch self {
        case .bets(let winRate, let payoff): payoff > 0 ? winRate - (1 - winRate) / payoff : 0
        case .returns(let mean, let deviation): deviation > 0 ? mean / (deviation * deviation) : 0
        }
    }
}

extension Quantity {
    /// The largest multiple of `lot` not above this quantity; zero below zero, itself for a lot that is not above zero.
    public func roundedDown(to lot: Quantity) -> Quantity {
        guard self > 0 else { return 0 }
        guard lot > 0 else { return self }
        let nearest = Quantity(decimal.rounded(toMultipleOf: lot.decimal))
        return nearest > self ? nearest - lot : nearest
    }

    /// The same, one lot less where division rounded up over what can be paid.
    fileprivate func roundedDown(
        to lot: Quantity, payingAtMost amount: ExactDecimal, each cost: ExactDecimal
    ) -> Quantity {
        let quantity = roundedDown(to: lot)
        return quantity.decimal * cost > amount && lot > 0 ? max(0, quantity - lot) : quantity
    }
}
