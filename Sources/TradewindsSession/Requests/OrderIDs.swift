import TradewindsVocabulary

/// Allots order ids, from the gateway's counter on.
public struct OrderIDs: Sendable {
    private var next: OrderID?

    /// Knows no id yet.
    public init() {}

    /// Whether the gateway has named the first id.
    public var isReady: Bool { next != nil }

    /// Takes the gateway's next valid id; never goes back below an id already allotted.
    public mutating func received(_ valid: OrderID) { next = max(next ?? valid, valid) }

    /// Allots `count` consecutive ids and returns the first; `nil` before the gateway has named one or when none are left.
    public mutating func allot(_ count: Int = 1) -> OrderID? {
        guard let first = next, count > 0 else { return nil }
        let after = Int64(first.rawValue) + Int64(count)
        guard after < Int64(RequestTable.firstID.rawValue) else { return nil }
        next = OrderID(Int32(after))
        return first
    }
}
