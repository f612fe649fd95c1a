import TradewindsVocabulary

/// What a short stock position costs by being held.
///
/// Unrealistic: one rate for every day and stock; real rates change daily, hard-to-borrow stocks cost many times more, and
/// a lender may call the shares back.
public struct BorrowCost: Sendable, Hashable {
    /// The yearly rate, as a fraction of the position's value (0.003 for 0.3 %).
    public var yearlyRate: ExactDecimal

    /// A cost at `yearlyRate`; below zero counts as zero.
    public init(yearlyRate: ExactDecimal) { self.yearlyRate = max(.zero, yearlyRate) }

    /// What `position` costs for `days` calendar days, over 360 as lenders reckon, to the cent; zero unless it is short.
    public func cost(of position: Quantity, at price: Price, days: Int) -> Money {
        guard position.isNegative, days > 0 else { return 0 }
        let value = (price * position.magnitude).decimal * yearlyRate * ExactDecimal(days)
        return Money(value.divided(by: ExactDecimal(360), digits: 2) ?? .zero)
    }
}

/// A change of a company's shares that a position goes through.
///
/// Unrealistic: cash moves on the ex-date instead of weeks later, no tax is withheld, and a fraction of a share after a
/// split is paid at the price told, not at an auction.
public enum CorporateAction: Sendable, Hashable {
    /// An amount for each share: longs receive it, shorts pay it.
    case dividend(Money)
    /// So many new shares for so many old ones; both above zero.
    case split(new: Int, old: Int)

    /// What becomes of a position: the quantity after, and the cash that it brings (below zero: costs).
    ///
    /// - `lot`: The step of quantities; what is left below it is paid in cash.
    /// - `price`: The price after the action, for that cash.
    public func applied(to position: Quantity, lot: Quantity, price: Price) -> (position: Quantity, cash: Money) {
        switch self {
        case .dividend(let amount): return (position, amount * position.decimal)
        case .split(let new, let old):
            guard new > 0, old > 0,
                let exact = (position.magnitude.decimal * ExactDecimal(new)).divided(by: ExactDecimal(old), digits: 9)
            else { return (position, 0) }
            let whole = Quantity(exact).roundedDown(to: lot)
            let cash = price * (Quantity(exact) - whole)
            return position.isNegative ? (-whole, -cash) : (whole, cash)
        }
    }
}
