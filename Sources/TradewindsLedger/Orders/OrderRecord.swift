import TradewindsVocabulary
import TradewindsWire

/// What is known of one order.
public struct OrderRecord: Sendable, Hashable {
    /// Its name.
    public let key: OrderKey
    /// The contract.
    public var contract: Contract
    /// The order as last placed or as the gateway last told it.
    public var order: Order
    /// Where it stands; `nil` until the gateway has said so.
    public var status: OrderStatus?
    /// How much is filled.
    public var filled = Quantity.zero
    /// How much is left; `nil` until the gateway has said so.
    public var remaining: Quantity?
    /// The average price of its fills; `nil` before the first.
    public var averageFillPrice: Double?
    /// The name it keeps for ever; `nil` until the gateway has said so.
    public var permanent: PermanentID?
    /// Why it is held, as the gateway says; empty where it is not.
    public var whyHeld = ""
    /// What the gateway said about it, oldest first.
    public var remarks: [OrderRemark] = []
    /// Margin and fees as the gateway estimates them, and warnings.
    public var state: OrderState?

    /// Whether it can no longer fill.
    public var isDone: Bool {
        switch status {
        case .filled, .cancelled, .apiCancelled, .inactive: true
        default: false
        }
    }
}

/// A message of the gateway about an order. It annotates the order and never moves its state.
public struct OrderRemark: Sendable, Hashable {
    /// The code, by the protocol's table.
    public var code: Int
    /// The text.
    public var text: String
    /// Whether the order goes on all the same.
    public var isWarning: Bool
}

/// What changed about an order.
public enum OrderChange: Sendable, Hashable {
    /// The gateway told the order's status; the record after the change.
    case status(OrderRecord)
    /// The gateway told the order's terms, with margin and fee estimates.
    case terms(OrderRecord)
    /// It filled, in part or whole.
    case fill(Fill)
    /// The commission of a fill is known.
    case commission(Fill)
    /// The gateway said something about it.
    case remark(OrderRemark)
}
