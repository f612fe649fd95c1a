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

    /// Currencies whose pairs are traded on IDEALPRO: six letters that are two of them name a pair.
    static let traded: Set<String> = [
        "AED", "AUD", "CAD", "CHF", "CNH", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY", "KRW", "MXN", "NOK",
        "NZD", "PLN", "RUB", "SEK", "SGD", "TRY", "USD", "ZAR",
    ]

    /// The currencies of a pair's name: `EUR.USD`, `EUR-USD`, `EUR_USD`, `EUR/USD` or `EURUSD`; `nil` for any other name.
    public static func pair(named name: String) -> (base: Currency, quoted: Currency)? {
        let name = name.uppercased()
        let parts = name.split { ".-_/".contains($0) }.map(String.init)
        if parts.count == 2, parts.allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isLetter) }) {
            return (Currency(parts[0]), Currency(parts[1]))
        }
        let (base, quoted) = (String(name.prefix(3)), String(name.dropFirst(3)))
        return traded.contains(base) && traded.contains(quoted) ? (Currency(base), Currency(quoted)) : nil
    }
}
