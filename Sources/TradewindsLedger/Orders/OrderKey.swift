import TradewindsVocabulary

/// Names an order at a gateway: the client that placed it and its id there.
public struct OrderKey: Hashable, Sendable, Comparable {
    /// The client that placed it.
    public var client: ClientID
    /// Its id at that client.
    public var order: OrderID

    /// The order `order` of `client`.
    public init(client: ClientID, order: OrderID) {
        self.client = client
        self.order = order
    }

    /// By client, then id.
    public static func < (left: Self, right: Self) -> Bool {
        (left.client, left.order) < (right.client, right.order)
    }
}
