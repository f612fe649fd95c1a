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
