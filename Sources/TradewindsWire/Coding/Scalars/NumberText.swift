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

    /// The number that `text` spells in decimal digits or by name; `nil` where it spells none.
    static func number(_ text: String) -> Double? {
        let text = trimmed(text)
        switch text.lowercased() {
        case "infinity", "+infinity", "infinite", "inf", "+inf": return .infinity
        case "-infinity", "-infinite", "-inf": return -.infinity
        case "nan", "+nan", "-nan": return .nan
        default: break
        }
        // No hexadecimal, which the library would read too.
        guard text.utf8.allSatisfy(isDecimal), let value = Double(text) else { return nil }
        // The unset double written with too many digits overflows; it is still the unset double.
        guard value.isInfinite else { return value }
        return value < 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude
    }

    private static func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) }

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
