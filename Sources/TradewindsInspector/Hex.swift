/// Bytes as hexadecimal text.
public enum Hex {
    /// Two lower-case digits a byte.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that `text` spells, blanks between them or not; `nil` where it is not an even number of digits.
    public static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.filter { $0 != 0x20 }
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            if let first = high {
                bytes.append(first << 4 | UInt8(value))
                high = nil
            } else {
                high = UInt8(value)
            }
        }
        return bytes
    }

    /// Why `text` spells no bytes; `nil` where it does.
    static func problem(_ text: String) -> String? {
        if let sign = text.first(where: { $0 != " " && !($0.isASCII && $0.isHexDigit) }) {
            return "hex holds \"\(sign)\", which is no hexadecimal digit"
        }
        let count = text.utf8.count { $0 != 0x20 }
        return count % 2 == 0 ? nil : "hex has \(count) digits: an odd number, two make a byte"
    }
}
