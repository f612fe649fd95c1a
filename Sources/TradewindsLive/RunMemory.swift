import TradewindsStrategy
import TradewindsVocabulary

/// What a run must remember, beside its strategy, to go on after it ended in whatever way.
///
/// It is told before anything that it contains happens: an order is in it before it is sent. What the gateway has and
/// what is in it are put together again by the orders' references.
public struct RunMemory: Codable, Sendable, Hashable {
    /// An order that may still fill.
    public struct Order: Codable, Sendable, Hashable {
        /// The strategy's handle.
        var handle: Int
        /// The number in its reference.
        var serial: Int
        var intent: OrderIntent
        /// Whether it waits for the order of the same handle.
        var isChild: Bool
        var isCancelling: Bool
        /// How much of it the strategy was told to be filled.
        var told: Quantity
    }

    /// What references of its orders begin with: no other run may have it.
    public var name: String
    /// What the strategy held on each contract.
    public var positions: [Quantity]
    /// What may still fill.
    public var orders: [Order] = []
    var nextHandle = 0
    var nextSerial = 0

    /// How the names of all runs begin.
    public static let prefix = "tw-"

    /// Whether a reference is that of a run's order.
    static func isOfRun(_ reference: String) -> Bool { reference.hasPrefix(prefix) }

    /// That of a run that has not begun.
    public init(name: String, positions: [Quantity]) {
        self.name = name
        self.positions = positions
    }
}
