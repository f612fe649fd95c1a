extension ExactDecimal {
    /// The sum, exact up to 38 digits.
    @inlinable
    public static func + (left: Self, right: Self) -> Self {
        if left.scale == right.scale, let a = left.small, let b = right.small {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow {
                return left.scale == 0
                    ? Self(storing: sum, scale: 0) : shortened(narrow: sum, scale: Int(left.scale))
            }
        }
        return added(left, right)
    }

    /// The difference, exact up to 38 digits.
    @inlinable
    public static func - (left: Self, right: Self) -> Self { left + -right }

    /// The number with its sign turned.
    @inlinable
    public static prefix func - (value: Self) -> Self {
        if let small = value.small, small != .min { return Self(storing: -small, scale: value.scale) }
        return Self(storing: -value.coefficient, scale: value.scale)
    }

    /// The product, exact up to 38 digits.
    @inlinable
    public static func * (left: Self, right: Self) -> Self {
        if let a = left.small, let b = right.small {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            let scale = Int(left.scale) + Int(right.scale)
            if !overflow, scale <= 38 { return shortened(narrow: product, scale: scale) }
        }
        return multiplied(left, right)
    }

    /// Adds in place.
    @inlinable
    public static func += (left: inout Self, right: Self) { left = left + right }

    /// Subtracts in place.
    @inlinable
    public static func -= (left: inout Self, right: Self) { left = left - right }

    /// The number without its sign.
    @inlinable
    public var magnitude: Self { isNegative ? -self : self }

    /// The quotient, rounded half to even at `digits` after the point; `nil` when `divisor` is zero.
    ///
    /// - `digits`: Digits after the point to keep, 0 to 37.
    public func divided(by divisor: Self, digits: Int) -> Self? {
        guard !divisor.isZero else { return nil }
        // self/divisor = (a·10^(digits+sb-sa+1) / b)·10^-(digits+1): one guard digit, then one rounding.
        var numerator = coefficient
        var denominator = divisor.coefficient
        let shift = digits + 1 + Int(divisor.scale) - Int(scale)
        if shift >= 0 {
            guard shift <= 38 else { return Self(approximately: doubleValue / divisor.doubleValue, digits: digits) }
            let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(PowerOfTen.wide[shift]))
            if overflow { return Self(approximately: doubleValue / divisor.doubleValue, digits: digits) }
            numerator = product
        } else {
            guard shift >= -38 else { return .zero }
            let (product, overflow) = denominator.multipliedReportingOverflow(by: Int128(PowerOfTen.wide[-shift]))
            if overflow { return .zero }
            denominator = product
        }
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        // A sticky digit keeps "exactly half" apart from "a little more than half".
        let sticky = remainder == 0 ? quotient * 10 : quotient * 10 + ((numerator < 0) == (denominator < 0) ? 1 : -1)
        return Self(PowerOfTen.dividingHalfEven(sticky, byPower: 2), scale: digits)
    }

    /// The nearest multiple of `step`, halves to even; the number itself when `step` is zero.
    public func rounded(toMultipleOf step: Self) -> Self {
        guard let steps = divided(by: step, digits: 0) else { return self }
        return steps * step
    }

    /// Whether the number is a whole number of `step`. Every number is a multiple of zero.
    public func isMultiple(of step: Self) -> Bool {
        guard !step.isZero else { return true }
        if let (a, b) = Self.alignedNarrow(self, step) { return a % b == 0 }
        let scale = max(scale, step.scale)
        guard let a = Self.aligned(self, to: scale), let b = Self.aligned(step, to: scale) else { return false }
        return a % b == 0
    }

    /// The number counted in units of `10^-digits`; `nil` where it is no whole number of them, or more than 64 bits hold.
    @inlinable
    public func units(ofScale digits: Int) -> Int64? {
        let shift = digits - Int(scale)
        guard let small, shift >= 0, shift <= PowerOfTen.largestNarrow else { return nil }
        let (product, overflow) = small.multipliedReportingOverflow(by: PowerOfTen.narrow(shift))
        return overflow ? nil : product
    }

    @usableFromInline
    static func added(_ left: Self, _ right: Self) -> Self {
        let scale = max(left.scale, right.scale)
        if let (a, b) = alignedNarrow(left, right) {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return shortened(narrow: sum, scale: Int(scale)) }
        }
        if let a = aligned(left, to: scale), let b = aligned(right, to: scale) {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return Self(sum, scale: Int(scale)) }
        }
        // More than 38 digits between them: drop digits of the finer one until both fit.
        return Self(approximately: left.doubleValue + right.doubleValue, digits: Int(min(left.scale, right.scale)))
    }

    @usableFromInline
    static func multiplied(_ left: Self, _ right: Self) -> Self {
        let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
        let scale = Int(left.scale) + Int(right.scale)
        if !overflow { return Self(product, scale: scale) }
        // Give up digits of the longer factor until the product fits.
        var a = left.coefficient
        var b = right.coefficient
        var kept = scale
        while kept > 0 {
            if a.magnitude > b.magnitude {
                a = PowerOfTen.dividingHalfEven(a, byPower: 1)
            } else {
                b = PowerOfTen.dividingHalfEven(b, byPower: 1)
            }
            kept -= 1
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if !overflow { return Self(product, scale: kept) }
        }
        return saturated(negative: left.isNegative != right.isNegative)
    }

    /// Both coefficients at the finer scale, where 64 bits are enough: prices and sizes nearly always.
    @inline(__always)
    private static func alignedNarrow(_ left: Self, _ right: Self) -> (Int64, Int64)? {
        guard let a = left.small, let b = right.small else { return nil }
        let shift = Int(left.scale) - Int(right.scale)
        guard shift.magnitude <= PowerOfTen.largestNarrow else { return nil }
        let factor = PowerOfTen.narrow(Int(shift.magnitude))
        let (product, overflow) = (shift < 0 ? a : b).multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        return shift < 0 ? (product, b) : (a, product)
    }

    @usableFromInline
    static func aligned(_ value: Self, to scale: UInt8) -> Int128? {
        let shift = Int(scale) - Int(value.scale)
        if shift == 0 { return value.coefficient }
        let (product, overflow) = value.coefficient.multipliedReportingOverflow(by: Int128(PowerOfTen.wide[shift]))
        return overflow ? nil : product
    }
}

extension ExactDecimal: Comparable {
    /// Compares by value.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        if left.scale == right.scale {
            return left.high != right.high ? left.high < right.high : left.low < right.low
        }
        return less(left, right)
    }

    @usableFromInline
    static func less(_ left: Self, _ right: Self) -> Bool {
        if let (a, b) = alignedNarrow(left, right) { return a < b }
        let scale = max(left.scale, right.scale)
        if let a = aligned(left, to: scale), let b = aligned(right, to: scale) { return a < b }
        return left.doubleValue < right.doubleValue
    }
}
