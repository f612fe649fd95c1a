/// What is left of a closed trade for statistics. Amounts are `Double` here: statistics are estimates, not accounts.
public struct TradeOutcome: Sendable, Hashable {
    /// Whether the trade profits from rising or from falling prices.
    public enum Direction: Sendable, Hashable {
        /// Bought first.
        case long
        /// Sold first.
        case short
    }

    /// Profit after costs, in the account's currency.
    public var profit: Double
    /// Profit as a fraction of what the position cost at entry.
    public var returned: Double
    /// Long or short.
    public var direction: Direction
    /// Periods (bars) from entry to exit.
    public var heldPeriods: Double
    /// Costs included in `profit`, positive, in the account's currency.
    public var costs: Double

    /// An outcome of a closed trade.
    public init(
        profit: Double, returned: Double, direction: Direction = .long, heldPeriods: Double = 0, costs: Double = 0
    ) {
        self.profit = profit
        self.returned = returned
        self.direction = direction
        self.heldPeriods = heldPeriods
        self.costs = costs
    }
}
