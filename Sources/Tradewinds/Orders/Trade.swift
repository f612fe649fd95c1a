import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// An order that was placed on this connection.
public struct Trade: Sendable {
    /// Its name at the gateway.
    public let key: OrderKey
    /// The contract.
    public let contract: Contract
    /// The order as placed.
    public let order: Order
    /// The children, in the order of the plan.
    public let children: [Trade]
    let mailbox: Mailbox<OrderChange>
    let connection: Connection

    /// Its id.
    public var id: OrderID { key.order }

    /// What happens to it, from the beginning; ends when nothing more can come. Never dropped. For one loop at a time.
    public var changes: Updates<OrderChange> {
        let mailbox = mailbox
        return Updates { (mailbox, Lease {}) }
    }

    /// What is known of it now.
    public var record: OrderRecord? {
        get async {
            let key = key
            return await connection.value { $0.orders[key] }
        }
    }
}
