import TradewindsVocabulary

extension CorporateAction {
    /// Reads a file of actions: `date,kind,value`, the kind `split` (with the ratio) or `dividend` (with the amount).
    ///
    /// - Throws: Where the file cannot be read, or at its first bad row.
    public static func read(csv file: String) throws(CSVFileError) -> [CorporateAction] {
        let source = try ByteFile(reading: file)
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try block.withUnsafeMutableBytes { raw in
                Result { () throws(CSVFileError) in try source.read(into: raw) }
            }.get()
            if count == 0 { break }
            bytes.append(contentsOf: block[0..<count])
        }
        return try read(csvText: String(decoding: bytes, as: UTF8.self), file: file)
    }

    /// Reads actions from CSV text; `file` stands in errors.
    public static func read(csvText text: String, file: String = "text") throws(CSVFileError) -> [CorporateAction] {
        var actions: [CorporateAction] = []
        var isHeader = true
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var fields = line.split(separator: ",", omittingEmptySubsequences: false).map { field in
                String(field).filter { !$0.isWhitespace && $0 != "\"" }.lowercased()
            }
            while fields.count > 3, fields.last == "" { fields.removeLast() }
            if fields == [""] || fields.isEmpty { continue }
            func failure(_ column: String?, _ reason: String, _ remedy: String) -> CSVFileError {
                CSVFileError(file: file, line: index + 1, column: column, reason: reason, remedy: remedy)
            }
            if isHeader {
                guard fields == ["date", "kind", "value"] else {
                    throw failure(nil, "the header is \(line)", "write date,kind,value")
                }
                isHeader = false
                continue
            }
            guard fields.count == 3 else {
                throw failure(
                    nil, "\(fields.count) fields where the header has 3", "write date,kind,value in every row")
            }
            guard let date = CivilDate(fields[0]) else {
                throw failure("date", "\"\(fields[0])\" is no date", "write 2013-09-01")
            }
            guard let value = Double(fields[2]), value.isFinite, value >= 0 else {
                throw failure("value", "\"\(fields[2])\" is not a number of zero or more", "write it such as 0.25")
            }
            switch fields[1] {
            case "split" where value > 0: actions.append(CorporateAction(date: date, kind: .split(ratio: value)))
            case "split": throw failure("value", "the ratio of a split is zero", "write 2 for two for one")
            case "dividend": actions.append(CorporateAction(date: date, kind: .dividend(amount: value)))
            default: throw failure("kind", "\"\(fields[1])\" is no kind", "write split or dividend")
            }
        }
        if isHeader {
            throw CSVFileError(
                file: file, line: 1, reason: "the file is empty", remedy: "begin it with date,kind,value")
        }
        return actions
    }
}
