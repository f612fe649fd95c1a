import TradewindsVocabulary

/// A file of splits and dividends that knows the line of each.
public struct CorporateActionFile: Sendable {
    /// The file, as it was named.
    public let file: String
    /// What it holds, in its order.
    public private(set) var actions: [CorporateAction] = []
    private var lines: [Int] = []

    /// Reads a file of actions: `date,kind,value`, the kind `split` (with the ratio) or `dividend` (with the amount).
    ///
    /// - Throws: Where the file cannot be read, or at its first row that is bad or stands there a second time.
    public init(csv file: String) throws(CSVFileError) {
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
        try self.init(csvText: String(decoding: bytes, as: UTF8.self), file: file)
    }

    /// Reads actions from CSV text; `file` stands in errors.
    public init(csvText text: String, file: String = "text") throws(CSVFileError) {
        self.file = file
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
            let action: CorporateAction
            switch fields[1] {
            case "split" where value > 0: action = CorporateAction(date: date, kind: .split(ratio: value))
            case "split": throw failure("value", "the ratio of a split is zero", "write 2 for two for one")
            case "dividend": action = CorporateAction(date: date, kind: .dividend(amount: value))
            default: throw failure("kind", "\"\(fields[1])\" is no kind", "write split or dividend")
            }
            if let place = actions.firstIndex(of: action) {
                throw failure(
                    nil, "the same action as in line \(lines[place])",
                    "remove one; of two equal dividends on a day write the sum in one row")
            }
            actions.append(action)
            lines.append(index + 1)
        }
        if isHeader {
            throw CSVFileError(
                file: file, line: 1, reason: "the file is empty", remedy: "begin it with date,kind,value")
        }
    }

    /// An error of an action, for what only the prices show to be wrong.
    public func failure(action: Int, _ reason: String, _ remedy: String) -> CSVFileError {
        CSVFileError(file: file, line: lines[action], reason: reason, remedy: remedy)
    }
}

extension CorporateAction {
    /// The actions of a file; see ``CorporateActionFile``.
    public static func read(csv file: String) throws(CSVFileError) -> [CorporateAction] {
        try CorporateActionFile(csv: file).actions
    }

    /// Reads actions from CSV text; `file` stands in errors.
    public static func read(csvText text: String, file: String = "text") throws(CSVFileError) -> [CorporateAction] {
        try CorporateActionFile(csvText: text, file: file).actions
    }
}
