import TradewindsVocabulary

/// Which of a contract's values a tick carries.
@frozen
public struct TickKind: OpenNumber {
    /// The number on the wire.
    public var rawValue: Int32
    /// The kind numbered `rawValue`.
    public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// Bits that qualify a price tick.
@frozen
public struct TickAttributes: OptionSet, WireValue {
    /// The bits on the wire.
    public var rawValue: Int32
    /// The attributes with these bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// The attributes with these bits.
    public init(carrier: Int32) { self.rawValue = carrier }
    /// The bits.
    public var carrier: Int32 { rawValue }

    /// The quote can be executed against automatically.
    public static let canAutoExecute = Self(rawValue: 1)
    /// The bid is below the day's lowest allowed or the ask above the highest.
    public static let pastLimit = Self(rawValue: 2)
    /// The price is from before the open.
    public static let preOpen = Self(rawValue: 4)
}
