import TradewindsVocabulary

/// Keeps a number that may be unset in the eight bytes of the number alone, so that a message of many fits into an event
/// without a box of its own.
///
/// Unset is one pattern of the many that are no number; a reader never makes it, because text and protobuf that are no
/// number are refused or kept as the usual pattern.
@propertyWrapper
public struct PackedNumber: Sendable, Hashable {
    private var bits: UInt64

    private static let unset: UInt64 = 0x7FF8_5457_554E_5345

    /// Keeps `wrappedValue`.
    public init(wrappedValue: Double?) { bits = wrappedValue?.bitPattern ?? Self.unset }

    /// The number; `nil` where it is unset.
    public var wrappedValue: Double? {
        @inline(__always) get { bits == Self.unset ? nil : Double(bitPattern: bits) }
        @inline(__always) set { bits = newValue?.bitPattern ?? Self.unset }
    }
}

/// Keeps a quantity that may be unset in the bytes of the quantity alone.
///
/// Unset is the number that stands for it inside the readers; no wire carries a size of that many digits.
@propertyWrapper
public struct PackedQuantity: Sendable, Hashable {
    private var decimal: ExactDecimal

    /// Keeps `wrappedValue`.
    public init(wrappedValue: Quantity?) { decimal = wrappedValue?.decimal ?? .unsetOnWire }

    /// The quantity; `nil` where it is unset.
    public var wrappedValue: Quantity? {
        @inline(__always) get { decimal.isLargest ? nil : Quantity(decimal) }
        @inline(__always) set { decimal = newValue?.decimal ?? .unsetOnWire }
    }
}
