import TradewindsLedger

/// A message of the gateway that answers no request: the state of data farms, of the link to the broker, warnings.
public struct Notice: Sendable, Hashable {
    /// The code, by the protocol's table.
    public var code: Int
    /// The text.
    public var text: String
    /// What is known of the code.
    public var entry: ErrorEntry? { ErrorTable.entry(for: code) }
}
