import TradewindsVocabulary

extension ColumnTable {
    /// Writes the table as CSV: a header, then a row for each time, numbers in their shortest form that reads back the
    /// same, an empty cell for what is not a number.
    ///
    /// - `timeName`: The name of the column of times.
    /// - `marksUTC`: Whether times of day end in `Z`. Without, a reader takes them for its own wall clock.
    /// - Throws: Where the file cannot be written. An existing file is replaced.
    public func write(csv file: String, timeName: String = "time", marksUTC: Bool = false) throws(CSVFileError) {
        let target = try ByteFile(writing: file)
        try encode(timeName: timeName, marksUTC: marksUTC) { bytes throws(CSVFileError) in try target.write(bytes) }
    }

    /// The table as CSV text, as `write(csv:)` writes it.
    public func csvText(timeName: String = "time", marksUTC: Bool = false) -> String {
        var text: [UInt8] = []
        encode(timeName: timeName, marksUTC: marksUTC) { bytes in text.append(contentsOf: bytes) }
        return String(decoding: text, as: UTF8.self)
    }

    private func encode<Failure: Error>(
        timeName: String, marksUTC: Bool, _ emit: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let header = ([timeName] + names).map(Self.cell).joined(separator: ",") + "\n"
        try Array(header.utf8).withUnsafeBytes { bytes in
            Result { () throws(Failure) in try emit(bytes) }
        }.get()
        var times = TimeWriter(for: time, hasZone: marksUTC)
        var numbers = [DecimalWriter](repeating: DecimalWriter(), count: columns.count)
        let rowBound = TimeWriter.longest + columns.count * (DecimalWriter.longest + 1) + 1
        let rowsAtOnce = max(1, (1 << 18) / rowBound)
        var buffer = [UInt8](repeating: 0, count: rowBound * rowsAtOnce)
        var row = 0
        while row < count {
            let rows = row..<min(row + rowsAtOnce, count)
            let used = buffer.withUnsafeMutableBufferPointer { bytes in
                bytes.baseAddress.map { fill($0, rows, &times, &numbers) } ?? 0
            }
            try buffer.withUnsafeBytes { bytes in
                Result { () throws(Failure) in try emit(UnsafeRawBufferPointer(rebasing: bytes[0..<used])) }
            }.get()
            row = rows.upperBound
        }
    }

    private func fill(
        _ output: UnsafeMutablePointer<UInt8>, _ rows: Range<Int>, _ times: inout TimeWriter,
        _ numbers: inout [DecimalWriter]
    ) -> Int {
        var at = 0
        for row in rows {
            at &+= times.write(time[row], to: output + at)
            for index in columns.indices {
                output[at] = 0x2C
                at &+= 1
                at &+= numbers[index].write(columns[index].values[row], to: output + at)
            }
            output[at] = 0x0A
            at &+= 1
        }
        return at
    }

    private static func cell(_ name: String) -> String {
        name.contains { ",\"\n\r".contains($0) } ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
    }
}

extension BarSeries {
    /// Writes `time,open,high,low,close,volume` and the other columns. See `ColumnTable.write(csv:timeName:marksUTC:)`.
    public func write(csv file: String, marksUTC: Bool = false) throws(CSVFileError) {
        try table.write(csv: file, marksUTC: marksUTC)
    }
}

extension TickSeries {
    /// Writes `time,price,size` and the other columns. See `ColumnTable.write(csv:timeName:marksUTC:)`.
    public func write(csv file: String, marksUTC: Bool = false) throws(CSVFileError) {
        try table.write(csv: file, marksUTC: marksUTC)
    }
}

extension Column<Timestamp> {
    /// The times as a file has them: dates alone where all are at midnight UTC, else with the decimals they need.
    public func csvTexts(marksUTC: Bool = false) -> [String] {
        var writer = TimeWriter(for: self, hasZone: marksUTC)
        return map { time in
            String(unsafeUninitializedCapacity: TimeWriter.longest) { buffer in
                buffer.baseAddress.map { writer.write(time, to: $0) } ?? 0
            }
        }
    }
}
