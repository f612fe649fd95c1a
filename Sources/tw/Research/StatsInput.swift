import ArgumentParser
import Foundation
import TradewindsSeries
import TradewindsVocabulary

/// One series of numbers from a file, with its times.
struct StatsInput {
    /// What a column of numbers means.
    enum Content: String, EnumerableFlag {
        case returns, values
    }

    private let source: TableFile
    private let column: String
    private let content: Content
    /// Rows at the beginning whose cell is empty, such as an indicator's warm-up; they are left out.
    private let blankRows: Int
    private(set) var times: Column<Timestamp>
    private(set) var values: [Double]

    var file: String { source.file }

    /// Reads files.
    ///
    /// - `column`: The column to take in every file that has it, one at least; the close or the first elsewhere.
    /// - `content`: What they hold; by their names and numbers without.
    static func read(_ files: [String], column: String?, content: Content? = nil) throws -> [StatsInput] {
        let sources = try files.map { file in try readable { () throws(CSVFileError) in try TableFile(csv: file) } }
        if let column, let first = sources.first, !sources.contains(where: { $0.table[column] != nil }) {
            _ = try readable { () throws(CSVFileError) in try first.column(column) }
        }
        return try sources.map { source in
            try StatsInput(source, column: column.flatMap { source.table[$0] == nil ? nil : $0 }, content: content)
        }
    }

    private init(_ source: TableFile, column named: String?, content: Content?) throws {
        let found = try readable { () throws(CSVFileError) in try source.column(named) }
        let rows = try readable { () throws(CSVFileError) in try source.filledRows(of: found) }
        guard !rows.isEmpty else { throw ValidationError("\(source.file): no number in column \(found.name)") }
        self.source = source
        self.column = found.name
        blankRows = rows.lowerBound
        times = source.table.time.rows(rows)
        values = found.values.rows(rows).array
        self.content = content ?? Self.content(of: found.name, values)
    }

    /// Columns of these names are never returns.
    private static let valueNames: Set = ["close", "open", "high", "low", "price", "value", "equity", "nav"]

    /// A price, an index or an account's value is above zero; a series with losses in it can only be returns.
    private static func content(of name: String, _ values: [Double]) -> Content {
        let name = name.lowercased()
        if valueNames.contains(name) { return .values }
        if ["return", "returns", "ret", "rets"].contains(where: { name == $0 || name.hasSuffix("_" + $0) }) {
            return .returns
        }
        return values.contains { $0 <= 0 } ? .returns : .values
    }

    /// Refuses a row that no return can be made of. Rows must be those of the file.
    private func checkReturns() throws {
        if content == .values, let row = values.indices.dropFirst().first(where: { isBeyond($0) }) {
            let error = source.failure(
                row: blankRows + row, column: column,
                "the return from \(values[row - 1]) to \(values[row]) is infinite",
                "correct the row")
            throw ValidationError("\(error)")
        }
        let wrong = values.firstIndex { content == .values ? $0 <= 0 : $0 < -1 }
        guard let wrong else { return }
        let fault =
            content == .values
            ? (
                reason: "\(values[wrong]) is not above zero and has no return",
                option: "--returns where it holds returns"
            )
            : (reason: "\(values[wrong]) is a loss of more than all", option: "--values where it holds values")
        let error = source.failure(
            row: blankRows + wrong, column: column, fault.reason,
            "write \(content == .values ? "prices above zero" : "returns as fractions"), or say \(fault.option)")
        throw ValidationError("\(error)")
    }

    private func isBeyond(_ row: Int) -> Bool {
        values[row - 1] > 0 && values[row] > 0 && !(values[row] / values[row - 1]).isFinite
    }

    /// The returns with their times: each is that of the later value.
    private func asReturns() -> StatsInput {
        guard content == .values else { return self }
        var result = self
        result.times = times.rows(1..<max(1, times.count))
        result.values = zip(values.dropFirst(), values).map { $0 / $1 - 1 }
        return result
    }

    /// The returns of several series on the times that all have; values are put on common times before.
    static func returns(of inputs: [StatsInput]) throws -> [[Double]] {
        for input in inputs { try input.checkReturns() }
        let ready = inputs.allSatisfy { $0.content == .values } ? try onCommonTimes(inputs) : inputs
        let result = try onCommonTimes(ready.map { $0.asReturns() }).map(\.values)
        for (input, returns) in zip(inputs, result) where returns.count < 2 {
            let values = input.content == .values ? "; values give one less than they are" : ""
            throw ValidationError("\(input.file): at least two returns are needed, it gives \(returns.count)\(values)")
        }
        return result
    }

    /// The series on the times that all have, and a word about what is left out. Of rows that share a time the last
    /// counts.
    static func onCommonTimes(_ inputs: [StatsInput]) throws -> [StatsInput] {
        guard let first = inputs.first, inputs.contains(where: { $0.times != first.times }) else { return inputs }
        let common = try Alignment(inputs.map(\.times), join: .inner)
        guard common.count > 0 else {
            throw ValidationError("\(inputs.map(\.file).joined(separator: ", ")): no time that all of them have")
        }
        Note.show("\(common.count) common times of \(inputs.map { "\($0.values.count)" }.joined(separator: ", "))")
        return inputs.indices.map { place in
            var input = inputs[place]
            input.values = (0..<common.count).compactMap { row in
                common.row(place, at: row).map { inputs[place].values[$0] }
            }
            input.times = common.time
            return input
        }
    }

    /// Each signal with the return that it is held over, by their rows: that of its own row, or the next one where
    /// there is a signal for each price.
    ///
    /// - `lag`: How many rows later a signal is held.
    static func positions(
        _ signals: StatsInput, over returns: StatsInput, lag: Int
    ) throws -> (signals: [Double], returns: [Double]) {
        try returns.checkReturns()
        let earned = returns.asReturns().values
        // Rows are counted with those left out at the beginning.
        let (signalRows, returnRows) = (signals.blankRows + signals.values.count, returns.blankRows + earned.count)
        guard signalRows == returnRows || signalRows == returnRows + 1 else {
            throw ValidationError(
                """
                \(signals.file) has \(signalRows) rows and \(returns.file) gives \(returnRows) returns: give a signal \
                for each return, or one for each price that a return follows, \(returnRows + 1)
                """)
        }
        let first = max(signals.blankRows, returns.blankRows - lag)
        let rows = first..<max(first, min(signalRows, returnRows - lag))
        guard rows.count > 1 else {
            throw ValidationError("--lag \(lag): leaves \(rows.count) of \(returnRows) returns, two are needed")
        }
        return (
            rows.map { signals.values[$0 - signals.blankRows] },
            rows.map { earned[$0 + lag - returns.blankRows] }
        )
    }
}

/// A word on standard error beside a result.
enum Note {
    static func show(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
