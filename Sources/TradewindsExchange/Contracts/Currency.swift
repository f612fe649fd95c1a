/// A currency by its three letters, such as `USD`.
@frozen
public struct Currency: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The letters.
    public var rawValue: String
    /// The currency with letters `rawValue`.
    @inlinable public init(rawValue: String) { self.rawValue = rawValue }
    /// The currency with letters `rawValue`.
    @inlinable public init(_ rawValue: String) { self.rawValue = rawValue }
    /// A literal currency.
    @inlinable public init(stringLiteral value: String) { self.rawValue = value }
    /// The letters.
    public var description: String { rawValue }
    /// By text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// United States dollar: the base currency of every account here.
    public static let usd: Self = "USD"
    /// Euro.
    public static let eur: Self = "EUR"
    /// Japanese yen.
    public static let jpy: Self = "JPY"
}
