import TradewindsVocabulary

/// How fresh market data is.
@frozen
public struct MarketDataQuality: OpenNumber {
    /// The number on the wire.
    public var rawValue: Int32
    /// The quality numbered `rawValue`.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Live.
    public static let live: Self = 1
    /// The last values before the close.
    public static let frozen: Self = 2
    /// Fifteen to twenty minutes late.
    public static let delayed: Self = 3
    /// Late, and the last values before the close.
    public static let delayedFrozen: Self = 4
}
