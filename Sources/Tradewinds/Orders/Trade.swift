import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// An order that was placed on this connection.
public struct Trade: Sendable {
    /// Its name at the gateway.
    public let key: OrderKey
    /// The contract.
    public var contract: Contract { placed.contract }
    /// The order as placed.
    public var order: Order { placed.order }
    /// The children, in the order of the plan.
    public let children: [Trade]
    // As it was when placed: its large part is shared with the ledger.
    let placed: OrderRecord
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
