/// A number that names something, kept apart from other numbers by its type.
public protocol NumericIdentifier: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible,
    ExpressibleByIntegerLiteral
where RawValue: FixedWidthInteger & Sendable, IntegerLiteralType == RawValue {
    /// Names the thing that `rawValue` numbers.
    init(rawValue: RawValue)
}

extension NumericIdentifier {
    /// Names the thing that `rawValue` numbers.
    @inlinable public init(_ rawValue: RawValue) { self.init(rawValue: rawValue) }
    /// A literal id.
    @inlinable public init(integerLiteral value: RawValue) { self.init(rawValue: value) }
    /// The number as text.
    public var description: String { String(rawValue) }
    /// By number.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a request on one connection; its replies carry it back.
@frozen
public struct RequestID: NumericIdentifier {
    /// The number on the wire.
    public var rawValue: Int32
    /// The request numbered `rawValue`.
    @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// Names an order within its client id.
@frozen
public struct OrderID: NumericIdentifier {
    /// The number on the wire.
    public var rawValue: Int32
    /// The order numbered `rawValue`.
    @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// Names an order for ever, across clients and sessions.
@frozen
public struct PermanentID: NumericIdentifier {
    /// The number on the wire.
    public var rawValue: Int64
    /// The order with permanent number `rawValue`.
    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Names a client connection at a gateway.
@frozen
public struct ClientID: NumericIdentifier {
    /// The number on the wire.
    public var rawValue: Int32
    /// The client numbered `rawValue`.
    @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// Names a contract for ever.
@frozen
public struct ContractID: NumericIdentifier {
    /// The number on the wire.
    public var rawValue: Int32
    /// The contract numbered `rawValue`.
    @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// Names an account, such as `DU1000001`. Paper accounts begin with `D`.
///
/// Its ``description`` is masked so that logs do not carry account numbers; use ``rawValue`` for the real text.
@frozen
public struct AccountID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The account number as the broker writes it.
    public var rawValue: String
    /// The account named `rawValue`.
    @inlinable public init(rawValue: String) { self.rawValue = rawValue }
    /// The account named `rawValue`.
    @inlinable public init(_ rawValue: String) { self.rawValue = rawValue }
    /// A literal account.
    @inlinable public init(stringLiteral value: String) { self.rawValue = value }
    /// Whether this is a paper (simulated) account.
    public var isPaper: Bool { rawValue.utf8.first == UInt8(ascii: "D") }
    /// The first two characters and a mask.
    public var description: String { rawValue.isEmpty ? "" : String(rawValue.prefix(2)) + "…" }
    /// By text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
