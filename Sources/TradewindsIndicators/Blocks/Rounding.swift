/// How far two results of a few operations may lie apart though they are equal in decimals: (30.01 + 29.70 + 29.94) / 3 and
/// (29.99 + 29.75 + 29.91) / 3 differ in the last bit.
@inline(__always)
func rounding(of value: Double) -> Double { 4 * Double.ulpOfOne * abs(value) }

/// A sum of squares without what rounding may have put below zero; what is no number stays so.
@inline(__always)
func notNegative(_ value: Double) -> Double { value < 0 ? 0 : value }
