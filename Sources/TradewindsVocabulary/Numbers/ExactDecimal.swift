/// A decimal number kept exactly: `coefficient × 10^-scale`.
///
/// Always in its shortest form (no trailing zeros after the point), so equal numbers are equal values and hash alike.
/// Holds 38 digits, which covers every number that a decimal128 on the wire can carry in practice.
/// Arithmetic never traps: where a result needs more than 38 digits, its last digits are rounded half to even, and a
/// magnitude beyond ±10^38 saturates.
///
/// - Complexity: Values whose coefficient fits 64 bits (all real prices and sizes) take a few machine instructions.
@frozen
public struct ExactDecimal: Hashable, Sendable {
    /// The low half of the coefficient; together with ``high`` a two's complement 128-bit integer.
    @usableFromInline let low: UInt64
    @usableFromInline let high: Int64
    /// Digits after the point, 0 to 38.
    public let scale: UInt8

    /// The digits without the point, signed.
    @inlinable
    public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    /// The coefficient when it fits 64 bits: the fast path of all arithmetic.
    @inlinable
    var small: Int64? {
        let value = Int64(bitPattern: low)
        return high == value >> 63 ? value : nil
    }

    @inlinable
    init(storing coefficient: Int128, scale: UInt8) {
        self.low = UInt64(truncatingIfNeeded: coefficient)
        self.high = Int64(truncatingIfNeeded: coefficient >> 64)
        self.scale = scale
    }

    @inlinable
    init(storing value: Int64, scale: UInt8) {
        self.low = UInt64(bitPattern: value)
        self.high = value >> 63
        self.scale = scale
    }

    /// The number `coefficient × 10^-scale`, brought to its shortest form.
    ///
    /// - `scale`: Digits after the point. More than 38 are rounded half to even.
    @inlinable
    public init(_ coefficient: Int128, scale: Int) {
        self = Self.shortened(coefficient, scale: scale)
    }

    /// A whole number.
    @inlinable
    public init(_ value: Int) {
        self.init(storing: Int64(value), scale: 0)
    }

    /// Zero.
    @inlinable
    public static var zero: Self { Self(storing: Int64(0), scale: 0) }

    /// Whether the number is zero.
    @inlinable
    public var isZero: Bool { low == 0 && high == 0 }

    /// Whether the number is below zero.
    @inlinable
    public var isNegative: Bool { high < 0 }

    /// Whether the number has no digits after the point.
    @inlinable
    public var isWhole: Bool { scale == 0 }

    @usableFromInline
    static func shortened(_ coefficient: Int128, scale: Int) -> Self {
        var coefficient = coefficient
        var scale = scale
        while scale < 0 {
            let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
            if overflow || product.magnitude >= PowerOfTen.limit { return saturated(negative: coefficient < 0) }
            coefficient = product
            scale += 1
        }
        if scale > 38 {
            coefficient = PowerOfTen.dividingHalfEven(coefficient, byPower: scale - 38)
            scale = 38
        }
        if coefficient.magnitude >= PowerOfTen.limit {
            guard scale > 0 else { return saturated(negative: coefficient < 0) }
            coefficient = PowerOfTen.dividingHalfEven(coefficient, byPower: 1)
            scale -= 1
        }
        while scale > 0 {
            if let narrow = Int64(exactly: coefficient) { return shortened(narrow: narrow, scale: scale) }
            let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            coefficient = quotient
            scale -= 1
        }
        return Self(storing: coefficient, scale: UInt8(truncatingIfNeeded: scale))
    }

    @inlinable
    static func shortened(narrow: Int64, scale: Int) -> Self {
        if narrow == 0 { return .zero }
        var value = narrow
        var scale = scale
        while scale > 0 {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            value = quotient
            scale -= 1
        }
        return Self(storing: value, scale: UInt8(truncatingIfNeeded: scale))
    }

    @usableFromInline
    static func saturated(negative: Bool) -> Self {
        let most = Int128(PowerOfTen.limit) - 1
        return Self(storing: negative ? -most : most, scale: 0)
    }
}
