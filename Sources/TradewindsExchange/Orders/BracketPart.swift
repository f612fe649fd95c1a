/// Which of a bracket's orders an order is; one without a bracket is an entry.
public enum BracketPart: String, Sendable, Hashable {
    /// The order itself.
    case entry
    /// The limit order behind it that takes profit.
    case target
    /// The stop order behind it that stops a loss.
    case stop

    package init(isChild: Bool, hasStop: Bool) {
        self = isChild ? hasStop ? .stop : .target : .entry
    }
}
