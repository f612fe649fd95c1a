extension ExactDecimal: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `-12.50`, `.5`, `1E-8` or `1e+3`; `nil` for anything else and for more than 38 digits.
    public init?(_ text: String) {
        var text = text
        let parsed = text.withUTF8 { Self(utf8: UnsafeRawBufferPointer($0)) }
        guard let parsed else { return nil }
        self = parsed
    }

    /// Reads decimal text from bytes without making a string; `nil` as for the text form.
    ///
    /// - Complexity: One pass; no allocation.
    @inlinable
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        // The fast path: digits and at most one point, 18 digits at most.
        var index = 0
        let count = bytes.count
        var negative = false
        if count > 0, bytes[0] == 0x2D {
            negative = true
            index = 1
        }
        guard index < count, count - index <= 19 else {
            guard let slow = Self.parsedSlowly(bytes) else { return nil }
            self = slow
            return
        }
        var value: Int64 = 0
        var scale = 0
        var afterPoint = false
        var digits = 0
        while index < count {
            let byte = bytes[index]
            let digit = byte &- 0x30
            if digit <= 9 {
                value = value &* 10 &+ Int64(digit)
                digits += 1
                if afterPoint { scale += 1 }
            } else if byte == 0x2E, !afterPoint {
                afterPoint = true
            } else {
                digits = 99
                break
            }
            index += 1
        }
        guard digits > 0, digits <= 18 else {
            guard let slow = Self.parsedSlowly(bytes) else { return nil }
            self = slow
            return
        }
        if negative { value = -value }
        self = scale == 0 ? Self(storing: value, scale: 0) : Self.shortened(narrow: value, scale: scale)
    }

    @usableFromInline
    static func parsedSlowly(_ bytes: UnsafeRawBufferPointer) -> Self? {
        var scanner = bytes[...]
        var negative = false
        if let first = scanner.first, first == 0x2D || first == 0x2B {
            negative = first == 0x2D
            scanner = scanner.dropFirst()
        }
        var coefficient: Int128 = 0
        var scale = 0
        var digits = 0
        var afterPoint = false
        while let byte = scanner.first {
            let digit = byte &- 0x30
            if digit <= 9 {
                let (shifted, overflow) = coefficient.multipliedReportingOverflow(by: 10)
                guard !overflow, shifted.magnitude < PowerOfTen.limit else { return nil }
                coefficient = shifted + Int128(digit)
                digits += 1
                if afterPoint { scale += 1 }
            } else if byte == 0x2E, !afterPoint {
                afterPoint = true
            } else {
                break
            }
            scanner = scanner.dropFirst()
        }
        guard digits > 0 else { return nil }
        if let byte = scanner.first {
            guard byte == 0x65 || byte == 0x45, let exponent = exponent(scanner.dropFirst()) else { return nil }
            scale -= exponent
        }
        if coefficient == 0 { return .zero }
        guard scale <= 76, scale >= -38 else { return nil }
        if scale > 38 {
            // Only trailing zeros may go.
            while scale > 38, coefficient % 10 == 0 {
                coefficient /= 10
                scale -= 1
            }
            guard scale <= 38 else { return nil }
        }
        if scale < 0 {
            let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int128(PowerOfTen.wide[-scale]))
            guard !overflow, product.magnitude < PowerOfTen.limit else { return nil }
            coefficient = product
            scale = 0
        }
        return Self(negative ? -coefficient : coefficient, scale: scale)
    }

    private static func exponent(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        var bytes = bytes
        var negative = false
        if let first = bytes.first, first == 0x2D || first == 0x2B {
            negative = first == 0x2D
            bytes = bytes.dropFirst()
        }
        guard !bytes.isEmpty, bytes.count <= 4 else { return nil }
        var value = 0
        for byte in bytes {
            let digit = byte &- 0x30
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return negative ? -value : value
    }

    /// Plain decimal text without an exponent: `-12.5`, `100`, `0.00000001`.
    public var description: String {
        let digits = String(coefficient.magnitude)
        let sign = isNegative ? "-" : ""
        let scale = Int(scale)
        if scale == 0 { return sign + digits }
        if digits.utf8.count > scale {
            let split = digits.utf8.index(digits.startIndex, offsetBy: digits.utf8.count - scale)
            return sign + digits[..<split] + "." + digits[split...]
        }
        return sign + "0." + String(repeating: "0", count: scale - digits.utf8.count) + digits
    }
}

extension ExactDecimal {
    /// The decimal that the shortest text of `value` spells (0.1 gives exactly 0.1); `nil` for infinities, NaN and
    /// numbers beyond 38 digits before or after the point.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        // Most prices are a few decimals: find the shortest scale whose nearest double is the value.
        if value.magnitude < 1e9 {
            var power = 1.0
            for scale in 0...6 {
                let scaled = (value * power).rounded()
                if scaled / power == value {
                    self = Self.shortened(narrow: Int64(scaled), scale: scale)
                    return
                }
                power *= 10
            }
        }
        guard let parsed = Self(value.description) else { return nil }
        self = parsed
    }

    /// The decimal nearest to `value` with at most `digits` after the point; saturates.
    public init(approximately value: Double, digits: Int) {
        guard value.isFinite, value.magnitude < 1e38 else {
            self = Self.saturated(negative: value < 0)
            return
        }
        let whole = value.rounded(.towardZero)
        let kept = min(max(digits, 0), 15)
        let fraction = ((value - whole) * Double(PowerOfTen.narrow(kept))).rounded(.toNearestOrEven)
        self = Self.added(Self(Int128(whole), scale: 0), Self(Int128(fraction), scale: kept))
    }

    /// The nearest binary floating-point number.
    @inlinable @inline(__always)
    public var doubleValue: Double {
        if let small {
            // Exact coefficient and exact power of ten: one correctly rounded division.
            if scale == 0 { return Double(small) }
            if scale <= 18, small.magnitude < 1 << 53 { return Double(small) / Double(PowerOfTen.narrow(Int(scale))) }
        }
        return slowDouble
    }

    @usableFromInline
    var slowDouble: Double { Double(description) ?? 0 }
}
