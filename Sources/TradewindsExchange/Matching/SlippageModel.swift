import TradewindsVocabulary

/// How much worse than its price a fill is. Applied to fills that take liquidity: a limit order keeps its limit.
///
/// Unrealistic: real slippage is random, larger in haste and at news, and sometimes in one's favour; none of these models
/// moves the market for the orders that come after.
public enum SlippageModel: Sendable, Hashable {
    /// None: only for instruments whose spread is far below the profit of a trade.
    case none
    /// So many price increments.
    case ticks(Int)
    /// So many hundredths of a percent of the price.
    case basisPoints(Double)
    /// The price times `coefficient` times the share of the bar's volume that the order takes. Linear, where measurements
    /// find a square root; too kind to small orders.
    case volumeShare(coefficient: Double)

    /// The price after slippage, rounded against the order to a whole increment.
    ///
    /// - `isBuy`: Whether the fill buys.
    /// - `increment`: The smallest change of price; zero: not rounded.
    /// - `volume`: What was traded in the bar; where it is zero, a share of it counts as whole.
    public func price(
        _ price: Price, isBuy: Bool, quantity: Quantity, increment: Price, volume: Quantity
    ) -> Price {
        let fraction: Double
        switch self {
        case .none: return price
        case .ticks(let count):
            let away = Price(increment.decimal * ExactDecimal(max(0, count)))
            return isBuy ? price + away : max(price - away, 0)
        case .basisPoints(let points): fraction = points / 10_000
        case .volumeShare(let coefficient):
            let share = volume > 0 ? min(1, quantity.doubleValue / volume.doubleValue) : 1
            fraction = coefficient * share
        }
        guard fraction > 0, fraction < 1e6 else { return price }
        // Twelve digits: what the binary number adds beyond them must not cost an increment.
        let away = price.decimal * ExactDecimal(approximately: fraction, digits: 12)
        guard increment > 0 else { return Price(isBuy ? price.decimal + away : price.decimal - away) }
        var steps = away.rounded(toMultipleOf: increment.decimal)
        if steps < away { steps += increment.decimal }
        return isBuy ? Price(price.decimal + steps) : max(Price(price.decimal - steps), 0)
    }
}
