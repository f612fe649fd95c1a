import TradewindsExchange
import TradewindsVocabulary

/// What orders on one side of an instrument may still fill.
///
/// Orders that wait for their parent's fill do not count before it. Of orders of which one cancels the others only the
/// largest counts.
public struct WorkingOrders: Sendable, Hashable {
    /// Of orders that are to work on.
    public var active: Quantity
    /// The part of ``active`` that trades as soon as the market does, whatever the price.
    public var atMarket: Quantity
    /// Of orders whose cancellation is asked for and not confirmed.
    public var cancelling: Quantity
    /// What each one-cancels-all group has of ``active``, by name: another member adds only what it is larger by.
    public var groups: [String: Quantity] = [:]
    /// Of all.
    public var total: Quantity { active + cancelling }

    /// How much more may fill with one order more: the whole of it, but for what its group has at work.
    public func added(by intent: OrderIntent) -> Quantity {
        guard let group = intent.group, let known = groups[group.name] else { return intent.quantity }
        return max(0, intent.quantity - known)
    }

    /// Quantities, none where not given.
    public init(active: Quantity = 0, atMarket: Quantity = 0, cancelling: Quantity = 0) {
        self.active = active
        self.atMarket = atMarket
        self.cancelling = cancelling
    }
}

/// Adds orders up to ``WorkingOrders``.
package struct WorkingTally<Parent: Hashable> {
    /// The sum so far.
    package private(set) var sum = WorkingOrders()
    private var siblings: [Parent: Quantity] = [:]

    /// Nothing so far.
    package init() {}

    /// Adds an order.
    ///
    /// - `group`: The one-cancels-all group that it belongs to, if any; without one it takes the `parent`'s other
    ///   children with it.
    package mutating func add(
        _ quantity: Quantity, isAtMarket: Bool = false, isCancelling: Bool = false, group: String? = nil,
        parent: Parent? = nil
    ) {
        guard !isCancelling else {
            sum.cancelling += quantity
            return
        }
        var more = quantity
        if let group {
            let known = sum.groups[group] ?? 0
            more = max(0, quantity - known)
            sum.groups[group] = known + more
        } else if let parent {
            let known = siblings[parent] ?? 0
            more = max(0, quantity - known)
            siblings[parent] = known + more
        }
        sum.active += more
        if isAtMarket { sum.atMarket += more }
    }
}

extension OrderIntent {
    /// Whether it trades as soon as the market does, whatever the price.
    package var isAtMarket: Bool { type == .market && timing == .atOnce }
}
