/// How account ids look.
enum AccountShape {
    /// How many digits an account id has.
    private static let digits = 5...9
    private static let backslash = UInt8(ascii: "\\")

    /// Masks each run of `bytes` that looks like an account id, whatever stands around it.
    static func maskRuns(in bytes: inout [UInt8]) { maskRuns(in: &bytes, 0..<bytes.count) }

    /// Masks each run within `range` that looks like an account id, whatever stands around it.
    static func maskRuns(in bytes: inout [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard let digits = run(in: bytes, from: index, to: range.upperBound) else {
                index += 1
                continue
            }
            mask(&bytes, digits)
            index = digits.upperBound
        }
    }

    /// Masks each account id that stands by itself in the value at `range`.
    static func maskValues(in bytes: inout [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard isStart(index, in: bytes, range),
                let run = run(in: bytes, from: index, to: range.upperBound), run.count <= digits.upperBound
            else {
                index += 1
                continue
            }
            var end = run.upperBound
            if end < range.upperBound, isLetter(bytes[end]) { end += 1 }
            if end == range.upperBound || !isWord(bytes[end]) { mask(&bytes, run.lowerBound..<end) }
            index = end
        }
    }

    /// Whether a value or a word begins at `index`: behind the edge, behind a sign, or behind an escape such as `\n`,
    /// as text spells signs that it cannot carry.
    private static func isStart(_ index: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return true }
        if !isWord(bytes[index - 1]) { return bytes[index - 1] != backslash }
        func escapes(_ length: Int, _ kinds: String) -> Bool {
            let start = index - length
            return start >= range.lowerBound && bytes[start] == backslash && kinds.utf8.contains(bytes[start + 1])
        }
        return escapes(2, "ntr") || escapes(4, "x") || escapes(6, "u")
    }

    /// The digits of the account id whose letters begin at `start`; `nil` where none does: one letter, two, or three of
    /// which the first two say that it is a trial account.
    private static func run(in bytes: [UInt8], from start: Int, to limit: Int) -> Range<Int>? {
        guard isLetter(bytes[start]), "DUFI".utf8.contains(bytes[start] & 0xDF) else { return nil }
        var first = start + 1
        while first < limit, first - start < 3, isLetter(bytes[first]) { first += 1 }
        if first - start == 3 {
            guard bytes[start] & 0xDF == UInt8(ascii: "D"), "UFI".utf8.contains(bytes[start + 1] & 0xDF) else {
                return nil
            }
        }
        var end = first
        while end < limit, isDigit(bytes[end]) { end += 1 }
        return end - first >= digits.lowerBound ? first..<end : nil
    }

    /// Masks the bytes of an id at `range`: digits become `0`, letters `X`.
    static func mask(_ bytes: inout [UInt8], _ range: Range<Int>) {
        for place in range {
            if isDigit(bytes[place]) {
                bytes[place] = UInt8(ascii: "0")
            } else if bytes[place] >= 0x80 || isLetter(bytes[place]) {
                bytes[place] = UInt8(ascii: "X")
            }
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}

/// The account ids that messages have told.
struct LearnedAccounts: Sendable {
    private struct Account: Sendable {
        /// In small letters.
        let text: [UInt8]
        /// Letters and digits both: then it is one wherever it stands.
        let isMixed: Bool
        /// What is masked of it: all but the letters in front of digits.
        let masked: Range<Int>
    }

    private var accounts: [Account] = []

    /// Learns an id; shorter ones than four characters would mask half of every message.
    mutating func learn(_ account: String) {
        let text = account.utf8.map(Self.small)
        guard text.count >= 4, !accounts.contains(where: { $0.text == text }) else { return }
        let (hasDigit, hasLetter) = (
            text.contains(where: AccountShape.isDigit), text.contains(where: AccountShape.isLetter)
        )
        let letters = text.prefix(while: AccountShape.isLetter).count
        let isMixed = hasDigit && hasLetter
        accounts.append(
            Account(text: text, isMixed: isMixed, masked: (isMixed && letters <= 3 ? letters : 0)..<text.count))
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Masks every learned id in `bytes`.
    func mask(in bytes: inout [UInt8]) {
        for account in accounts {
            guard let first = account.text.first, bytes.count >= account.text.count else { continue }
            var index = 0
            while index <= bytes.count - account.text.count {
                guard Self.small(bytes[index]) == first, matches(account, bytes, index) else {
                    index += 1
                    continue
                }
                AccountShape.mask(
                    &bytes, (index + account.masked.lowerBound)..<(index + account.masked.upperBound))
                index += account.text.count
            }
        }
    }

    private func matches(_ account: Account, _ bytes: [UInt8], _ start: Int) -> Bool {
        let end = start + account.text.count
        for (place, byte) in account.text.enumerated() where Self.small(bytes[start + place]) != byte { return false }
        if account.isMixed { return true }
        // A protobuf value begins behind its length and may end before any byte.
        if start > 0, Int(bytes[start - 1]) == account.text.count { return true }
        return (start == 0 || !AccountShape.isWord(bytes[start - 1]))
            && (end == bytes.count || !AccountShape.isWord(bytes[end]))
    }
}
