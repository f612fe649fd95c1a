import TradewindsVocabulary

/// Numbers as gateways may spell them: blanks around, infinity in any case, more digits than needed.
enum NumberText {
    /// The text without blanks around it.
    static func trimmed(_ text: String) -> String {
        guard text.utf8.first.map(isBlank) == true || text.utf8.last.map(isBlank) == true else { return text }
        let start = text.utf8.firstIndex { !isBlank($0) } ?? text.endIndex
        let end = text.utf8.lastIndex { !isBlank($0) }.map { text.utf8.index(after: $0) } ?? start
        return String(text[start..<end])
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The number that `bytes` spell in decimal digits or by name; `nil` where they spell none.
    static func number(_ bytes: UnsafeRawBufferPointer) -> Double? {
        for byte in bytes where !isDecimal(byte) { return number(named: trimmed(TextEscapes.plain(bytes))) }
        return decimal(String(decoding: bytes, as: UTF8.self))
    }

    /// The number that `text` spells in decimal digits or by name; `nil` where it spells none.
    static func number(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { number(UnsafeRawBufferPointer($0)) }
    }

    /// A number with a name, or one that stood between blanks.
    @inline(never)
    private static func number(named text: String) -> Double? {
        switch text.lowercased() {
        case "infinity", "+infinity", "infinite", "inf", "+inf": return .infinity
        case "-infinity", "-infinite", "-inf": return -.infinity
        case "nan", "+nan", "-nan": return .nan
        // No hexadecimal, which the library would read too.
        default: return text.utf8.allSatisfy(isDecimal) ? decimal(text) : nil
        }
    }

    private static func decimal(_ text: String) -> Double? {
        guard let value = Double(text) else { return nil }
        // The unset double written with too many digits overflows; it is still the unset double.
        guard value.isInfinite else { return value }
        return value < 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude
    }

    /// Whether decimal numbers are written with `byte`.
    @inline(__always)
    private static func isDecimal(_ byte: UInt8) -> Bool {
        byte &- 0x30 <= 9 || byte == 0x2E || byte == 0x2D || byte | 0x20 == 0x65 || byte == 0x2B
    }

    /// The decimal number nearest to `text` of those with 38 digits; `nil` where the whole part alone has more.
    static func rounded(_ text: String) -> ExactDecimal? {
        var mantissa = Substring(text)
        var exponent = 0
        if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = text[..<mark]
            guard let number = Int(text[text.index(after: mark)...]) else { return nil }
            exponent = number
        }
        let isNegative = mantissa.first == "-"
        let unsigned = mantissa.drop { $0 == "-" || $0 == "+" }
        let whole = unsigned.prefix { $0 != "." }
        let all = unsigned.filter { $0 != "." }
        let digits = all.drop { $0 == "0" }
        // How many of the digits stand before the point.
        let before = whole.count - (all.count - digits.count)
        let (place, overflow) = before.addingReportingOverflow(exponent)
        guard !overflow, place <= 38 else { return nil }
        let kept = min(38, place + 38)
        guard kept >= 0, var coefficient = kept == 0 ? 0 : Int128(digits.prefix(kept)) else { return .zero }
        if let next = digits.dropFirst(kept).first, next >= "5" { coefficient += 1 }
        let scale = min(kept, digits.count) - place
        return ExactDecimal("\(isNegative ? "-" : "")\(coefficient)E\(-scale)")
    }
}
