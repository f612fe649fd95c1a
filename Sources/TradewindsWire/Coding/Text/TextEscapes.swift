/// Backslash escapes: how a gateway sends text beyond 7 bits, and how bytes that are no UTF-8 become text.
enum TextEscapes {
    private static let backslash = UInt8(ascii: "\\")

    /// The text of a field: UTF-8, or Latin-1 where the bytes are no UTF-8.
    static func plain(_ bytes: UnsafeRawBufferPointer) -> String {
        if isASCII(bytes) { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var bits: UInt8 = 0
        for byte in bytes { bits |= byte }
        return bits < 0x80
    }

    /// The text of a field with `\uXXXX`, `\xXX`, `\n`, `\t`, `\r`, `\\`, quotes resolved; an unknown escape stays.
    static func resolve(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.contains(backslash) else { return plain(bytes) }
        var units: [UInt16] = []
        var rest = plain(bytes).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let kind = rest.first else {
                units.append(contentsOf: String(scalar).utf16)
                continue
            }
            switch kind {
            case "n": units.append(0x0A)
            case "t": units.append(0x09)
            case "r": units.append(0x0D)
            case "\\", "\"", "'": units.append(UInt16(truncatingIfNeeded: kind.value))
            case "u", "x":
                let count = kind == "u" ? 4 : 2
                let digits = rest.dropFirst().prefix(count)
                if digits.count == count, let unit = UInt16(String(digits), radix: 16) {
                    units.append(unit)
                    rest = rest.dropFirst(count)
                } else {
                    units.append(0x5C)
                    continue
                }
            default:
                units.append(0x5C)
                continue
            }
            rest = rest.dropFirst()
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The 7-bit spelling of `text`: printable ASCII as it is, everything else escaped.
    static func spell(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x7F || $0 < 0x20 || $0 == backslash }) else { return text }
        var spelled = ""
        for unit in text.utf16 {
            switch unit {
            case 0x5C: spelled += "\\\\"
            case 0x20..<0x7F: spelled.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                spelled += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            }
        }
        return spelled
    }
}

/// The one-field spelling of a list of tags: `tag=value;tag=value;`.
enum TagList {
    static func join(_ values: [TagValue]) -> String { values.map { "\($0.tag)=\($0.value);" }.joined() }

    static func split(_ text: String) -> [TagValue] {
        text.split(separator: ";").map { pair in
            guard let equals = pair.firstIndex(of: "=") else { return TagValue(String(pair), "") }
            return TagValue(String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
        }
    }
}
