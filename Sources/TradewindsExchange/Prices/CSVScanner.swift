import TradewindsVocabulary

/// Reads lines and fields of a comma-separated file without making strings.
struct CSVScanner {
    let bytes: UnsafeRawBufferPointer
    private var offset = 0
    /// The line last read, counted from 1.
    private(set) var line = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next line that is not blank, without its end; `nil` at the end of the file.
    mutating func nextLine() -> Range<Int>? {
        while offset < bytes.count {
            let start = offset
            while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
            var end = offset
            offset += 1
            line += 1
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            if start < end { return start..<end }
        }
        return nil
    }

    /// Fills `fields` with the fields of a line, blanks and quotation marks around them left out.
    func split(_ line: Range<Int>, into fields: inout [Range<Int>]) {
        fields.removeAll(keepingCapacity: true)
        var start = line.lowerBound
        for index in line.lowerBound...line.upperBound where index == line.upperBound || bytes[index] == 0x2C {
            fields.append(trimmed(start..<index))
            start = index + 1
        }
    }

    private func trimmed(_ field: Range<Int>) -> Range<Int> {
        var (from, until) = (field.lowerBound, field.upperBound)
        while from < until, Self.isPadding(bytes[from]) { from += 1 }
        while until > from, Self.isPadding(bytes[until - 1]) { until -= 1 }
        return from..<until
    }

    private static func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x22 }

    /// A field as text, for headers and messages.
    func text(_ field: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[field]), as: UTF8.self)
    }

    /// A number in millionths; `nil` when the field is none.
    func millionths(_ field: Range<Int>) -> Int64? {
        guard let value = ExactDecimal(utf8: UnsafeRawBufferPointer(rebasing: bytes[field])) else { return nil }
        if value.scale <= 6, let whole = Int64(exactly: value.coefficient) {
            let (scaled, overflow) = whole.multipliedReportingOverflow(by: Self.powers[6 - Int(value.scale)])
            if !overflow { return scaled }
        }
        return value.magnitude < ExactDecimal(1_000_000_000_000) ? value.millionths : nil
    }

    private static let powers: [Int64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}
