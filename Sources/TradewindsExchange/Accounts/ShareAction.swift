import TradewindsVocabulary

/// A change of a company's shares that a position goes through.
///
/// Unrealistic: cash moves on the ex-date instead of weeks later, no tax is withheld, and a fraction of a share after a
/// split is paid at the price told, not at an auction.
public enum ShareAction: Sendable, Hashable {
    /// An amount for each share: longs receive it, shorts pay it.
    case dividend(Money)
    /// So many new shares for so many old ones; both above zero.
    case split(new: Int, old: Int)

    /// Whether it changes the number of shares.
    public var isSplit: Bool {
        if case .split = self { true } else { false }
    }

    /// What becomes of a position: the quantity after, and the cash that it brings (below zero: costs).
    ///
    /// - `lot`: The step of quantities; what is left below it is paid in cash.
    /// - `price`: The price after the action, for that cash.
    public func applied(to position: Quantity, lot: Quantity, price: Price) -> (position: Quantity, cash: Money) {
        switch self {
        case .dividend(let amount): return (position, amount * position.decimal)
        case .split(let new, let old):
            guard let exact = SplitRatio(new: new, old: old)?.shares(position.magnitude) else { return (position, 0) }
            let whole = Quantity(exact.decimal.roundedDown(toMultipleOf: lot.decimal))
            let cash = price * (exact - whole)
            return position.isNegative ? (-whole, -cash) : (whole, cash)
        }
    }
}
