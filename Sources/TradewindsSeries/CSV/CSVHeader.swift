/// What a file's header says of its columns.
struct CSVHeader {
    /// What is done with a column.
    enum Role: Sendable { case time, number(Int), skipped }

    let names: [String]
    let separator: UInt8
    let time: Int
    private(set) var roles: [Role]
    /// The names of the columns of numbers, in order.
    private(set) var numbers: [String]

    private static let timeNames = [
        "time", "datetime", "timestamp", "date", "date and time", "date_time", "date time", "",
    ]

    /// Reads the header and looks at the first row to tell text from numbers.
    ///
    /// - `number`: The header's line in the file.
    init(
        _ line: UnsafeBufferPointer<UInt8>, number: Int, firstRow: UnsafeBufferPointer<UInt8>, file: String
    ) throws(CSVFileError) {
        var line = line
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = UnsafeBufferPointer(rebasing: line[3..<line.count]) }
        let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
        let counts = candidates.map { candidate in line.count { $0 == candidate } }
        let separator = candidates[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
        let names = Self.fields(line, separator)
        let lower = names.map { $0.lowercased() }
        guard let time = Self.timeNames.lazy.compactMap({ lower.firstIndex(of: $0) }).first else {
            throw CSVFileError(
                file: file, line: number,
                reason: "the header has no column of times; it names \(names.joined(separator: ","))",
                remedy: "begin the file with a line such as time,open,high,low,close,volume or time,price,size")
        }
        let first = Self.fields(firstRow, separator)
        var numbers: [String] = []
        var roles: [Role] = []
        for (index, name) in names.enumerated() {
            // A column is of numbers when it has a name, and its first cell is a number, nan or inf, or empty.
            let cell = index < first.count ? first[index] : ""
            if index == time {
                roles.append(.time)
            } else if name.isEmpty {
                roles.append(.skipped)
            } else if Self.known.contains(lower[index]) || cell.isEmpty || Double(cell) != nil {
                if numbers.contains(where: { $0.lowercased() == lower[index] }) {
                    throw CSVFileError(
                        file: file, line: number, column: name, reason: "the header names it twice",
                        remedy: "rename one")
                }
                roles.append(.number(numbers.count))
                numbers.append(Self.known.contains(lower[index]) ? lower[index] : name)
            } else {
                roles.append(.skipped)
            }
        }
        (self.names, self.separator, self.time, self.roles, self.numbers) = (names, separator, time, roles, numbers)
    }

    /// Names that are always numbers, so that a bad first row is reported and not taken for text.
    static let known: Set = ["open", "high", "low", "close", "volume", "price", "size", "bid", "ask"]

    /// The fields of a line without padding; between quotation marks a separator is text.
    private static func fields(_ line: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> [String] {
        var isQuoted = false
        let fields = line.split(omittingEmptySubsequences: false) { byte in
            if byte == 0x22 { isQuoted.toggle() }
            return byte == separator && !isQuoted
        }
        return fields.map { field in
            var field = field
            while let byte = field.first, isPadding(byte) { field = field.dropFirst() }
            while let byte = field.last, isPadding(byte) { field = field.dropLast() }
            return String(decoding: field, as: UTF8.self)
        }
    }

    static func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x22 || byte == 0x0D }
}
