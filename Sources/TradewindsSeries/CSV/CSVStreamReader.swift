import TradewindsVocabulary

/// Cuts a stream of bytes into blocks of whole lines and has them parsed.
struct CSVStreamReader {
    let file: String
    let wallClock: WallClock?

    private static let blockSize = 1 << 18

    /// - `next`: Fills a buffer and says how much of it; 0 at the end.
    mutating func table(
        _ next: (UnsafeMutableRawBufferPointer) throws(CSVFileError) -> Int
    ) throws(CSVFileError) -> (ColumnTable, CSVLineMap, hasZone: Bool) {
        var buffer = [UInt8](repeating: 0, count: Self.blockSize)
        var filled = 0
        var parser: CSVBlockParser?
        var isAtEnd = false
        while !isAtEnd {
            if filled == buffer.count { buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count)) }
            let read = try buffer.withUnsafeMutableBytes { raw in
                Result { () throws(CSVFileError) in
                    try next(UnsafeMutableRawBufferPointer(rebasing: raw[filled..<raw.count]))
                }
            }.get()
            filled += read
            isAtEnd = read == 0
            filled = try buffer.withUnsafeMutableBufferPointer { bytes throws(CSVFileError) in
                let used = try use(UnsafeBufferPointer(rebasing: bytes[0..<filled]), isAtEnd, &parser)
                let rest = filled - used
                for index in 0..<rest { bytes[index] = bytes[used + index] }
                return rest
            }
        }
        guard let parser else {
            throw CSVFileError(file: file, line: 1, reason: "no row after the header", remedy: "add rows to the file")
        }
        return parser.table()
    }

    /// Parses the whole lines at hand and says how many bytes they were.
    private func use(
        _ bytes: UnsafeBufferPointer<UInt8>, _ isAtEnd: Bool, _ parser: inout CSVBlockParser?
    ) throws(CSVFileError) -> Int {
        let end = isAtEnd ? bytes.count : (bytes.lastIndex(of: 0x0A) ?? -1) + 1
        if parser != nil {
            try parser?.read(UnsafeBufferPointer(rebasing: bytes[0..<end]))
            return end
        }
        // The header and the first row are needed together.
        var lines: [Range<Int>] = []
        var (start, number, headerLine) = (0, 0, 0)
        while lines.count < 2, start < end {
            let stop = bytes[start..<end].firstIndex(of: 0x0A) ?? end
            number += 1
            if bytes[start..<stop].contains(where: { !CSVHeader.isPadding($0) }) {
                if lines.isEmpty { headerLine = number }
                lines.append(start..<stop)
            }
            start = stop + 1
        }
        guard lines.count == 2 else {
            if isAtEnd, lines.isEmpty {
                throw CSVFileError(
                    file: file, line: 1, reason: "the file is empty", remedy: "name a file with a header and rows")
            }
            return 0
        }
        let header = try CSVHeader(
            UnsafeBufferPointer(rebasing: bytes[lines[0]]), number: headerLine,
            firstRow: UnsafeBufferPointer(rebasing: bytes[lines[1]]), file: file)
        parser = CSVBlockParser(file: file, header: header, line: headerLine, wallClock: wallClock)
        let body = min(lines[0].upperBound + 1, end)
        try parser?.read(UnsafeBufferPointer(rebasing: bytes[body..<end]))
        return end
    }
}
