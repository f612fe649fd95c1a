import TradewindsVocabulary
import TradewindsWire

/// What is known of one order.
public struct OrderRecord: Sendable, Hashable {
    /// Its name.
    public let key: OrderKey
    /// The contract.
    public var contract: Contract { terms.contract }
    /// The order as last placed or as the gateway last told it.
    public var order: Order { terms.order }
    /// Margin and fees as the gateway estimates them, and warnings.
    public var state: OrderState? { terms.state }
    var terms: OrderTerms
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

    init(key: OrderKey, terms: OrderTerms) {
        self.key = key
        self.terms = terms
    }

    /// Whether it can no longer fill.
    public var isDone: Bool {
        switch status {
        case .filled, .cancelled, .apiCancelled, .inactive: true
        default: false
        }
    }
}

/// The large part of a record, shared by its copies: an order has more than a hundred attributes.
final class OrderTerms: Sendable, Hashable {
    let contract: Contract
    let order: Order
    let state: OrderState?

    init(_ contract: Contract, _ order: Order, _ state: OrderState? = nil) {
        self.contract = contract
        self.order = order
        self.state = state
    }

    static func == (left: OrderTerms, right: OrderTerms) -> Bool {
        left === right
            || (left.contract == right.contract && left.order == right.order && left.state == right.state)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(contract)
        hasher.combine(order)
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
