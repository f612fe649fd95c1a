/// A decimal that means something: a price, a size, an amount of money.
///
/// Units of one kind add; kinds do not mix, except where multiplying makes sense (``Price`` by ``Quantity``).
public protocol DecimalUnit: Hashable, Sendable, Comparable, CustomStringConvertible,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral
{
    /// The bare number.
    var decimal: ExactDecimal { get set }
    /// Gives a bare number its meaning.
    init(_ decimal: ExactDecimal)
}

extension DecimalUnit {
    /// Zero of this unit.
    @inlinable public static var zero: Self { Self(ExactDecimal.zero) }
    /// Reads plain or exponent decimal text; `nil` where it is not a number.
    @inlinable public init?(_ text: String) {
        guard let decimal = ExactDecimal(text) else { return nil }
        self.init(decimal)
    }
    /// The decimal that the shortest text of `value` spells; `nil` for infinities and NaN.
    @inlinable public init?(_ value: Double) {
        guard let decimal = ExactDecimal(value) else { return nil }
        self.init(decimal)
    }
    /// A whole number of units.
    @inlinable public init(_ value: Int) { self.init(ExactDecimal(value)) }
    /// A literal such as `100`.
    @inlinable public init(integerLiteral value: Int) { self.init(ExactDecimal(value)) }
    /// A literal such as `180.25`, taken as its shortest decimal text. A literal that is no number gives zero.
    public init(floatLiteral value: Double) { self.init(ExactDecimal(value) ?? .zero) }
    /// The nearest binary floating-point number.
    @inlinable @inline(__always) public var doubleValue: Double { decimal.doubleValue }
    /// Whether this is zero.
    @inlinable public var isZero: Bool { decimal.isZero }
    /// Whether this is below zero.
    @inlinable public var isNegative: Bool { decimal.isNegative }
    /// Without its sign.
    @inlinable public var magnitude: Self { Self(decimal.magnitude) }
    /// Plain decimal text.
    public var description: String { decimal.description }
    /// Compares by value.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.decimal < right.decimal }
    /// The sum.
    @inlinable public static func + (left: Self, right: Self) -> Self { Self(left.decimal + right.decimal) }
    /// The difference.
    @inlinable public static func - (left: Self, right: Self) -> Self { Self(left.decimal - right.decimal) }
    /// The sign turned.
    @inlinable public static prefix func - (value: Self) -> Self { Self(-value.decimal) }
    /// Adds in place.
    @inlinable public static func += (left: inout Self, right: Self) { left = left + right }
    /// Subtracts in place.
    @inlinable public static func -= (left: inout Self, right: Self) { left = left - right }
}

/// A price for one unit of a contract, in the contract's currency.
@frozen
public struct Price: DecimalUnit {
    /// The bare number.
    public var decimal: ExactDecimal
    /// A price of `decimal`.
    @inlinable public init(_ decimal: ExactDecimal) { self.decimal = decimal }
}

/// A number of shares, contracts or units of a base currency. Fractions are exact.
@frozen
public struct Quantity: DecimalUnit {
    /// The bare number.
    public var decimal: ExactDecimal
    /// A quantity of `decimal`.
    @inlinable public init(_ decimal: ExactDecimal) { self.decimal = decimal }
}

/// An amount of money. Its currency stands beside it where more than one is possible.
@frozen
public struct Money: DecimalUnit {
    /// The bare number.
    public var decimal: ExactDecimal
    /// An amount of `decimal`.
    @inlinable public init(_ decimal: ExactDecimal) { self.decimal = decimal }
}

extension Price {
    /// What `quantity` units cost, before any contract multiplier.
    @inlinable
    public static func * (price: Price, quantity: Quantity) -> Money { Money(price.decimal * quantity.decimal) }
}

extension Money {
    /// The amount times a plain factor, such as a contract multiplier.
    @inlinable
    public static func * (money: Money, factor: ExactDecimal) -> Money { Money(money.decimal * factor) }
}
