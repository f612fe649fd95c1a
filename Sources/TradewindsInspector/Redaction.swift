import TradewindsVocabulary

/// Masks account ids, keeping their length, so that a capture can be shown to others.
///
/// An account id is a `D`, `U`, `F` or two such letters and at least five digits (`DU1234567`); all but its letters
/// become `0`.
public enum Redaction {
    /// The bytes with every account id masked. The length stays the same, so frames stay whole.
    public static func masked(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var index = 0
        while index < bytes.count {
            guard isLetter(bytes[index]), index == 0 || !isWord(bytes[index - 1]) else {
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, end - index < 3, isLetter(bytes[end]) { end += 1 }
            let digits = end
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            let whole = end == bytes.count || !isWord(bytes[end])
            if end - digits >= 5, whole {
                for place in digits..<end { bytes[place] = UInt8(ascii: "0") }
            }
            index = max(end, index + 1)
        }
        return bytes
    }

    /// The text with every account id masked.
    public static func masked(_ text: String) -> String {
        String(decoding: masked(Array(text.utf8)), as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { "DUFI".utf8.contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
