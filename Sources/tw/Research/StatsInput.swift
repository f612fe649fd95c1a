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

    let file: String
    private(set) var times: Column<Timestamp>
    private(set) var values: [Double]
    private let content: Content

    /// - `column`: The column to take; without, or where the file has none of that name, the close or the first.
    /// - `content`: What it holds; by its name and numbers without.
    init(file: String, column: String? = nil, content: Content? = nil) throws {
        let table = try ColumnTable(csv: file)
        let named = column.flatMap { wanted in table.names.first { $0.lowercased() == wanted.lowercased() } }
        guard let name = named ?? table.names.first(where: { $0.lowercased() == "close" }) ?? table.names.first else {
            throw ValidationError("\(file): no column of numbers beside the time")
        }
        let values = Array(try table.column(name).array)
        if let hole = values.firstIndex(where: { !$0.isFinite }) {
            throw ValidationError("\(file): row \(hole + 1) after the header: no number in column \(name)")
        }
        (self.file, self.times, self.values) = (file, table.time, values)
        self.content = content ?? Self.content(of: name, values)
    }

    /// A price, an index or an account's value is above zero; a series with losses in it can only be returns.
    private static func content(of name: String, _ values: [Double]) -> Content {
        let name = name.lowercased()
        if ["return", "returns", "ret", "rets"].contains(where: { name == $0 || name.hasSuffix("_" + $0) }) {
            return .returns
        }
        return values.contains { $0 <= 0 } ? .returns : .values
    }

    /// The returns with their times: each is that of the later value.
    private func asReturns() throws -> StatsInput {
        guard content == .values else { return self }
        if values.contains(0) {
            throw ValidationError("\(file): a value of 0 has no return; say --returns where the column holds returns")
        }
        var result = self
        result.times = times.rows(1..<max(1, times.count))
        result.values = zip(values.dropFirst(), values).map { $0 / $1 - 1 }
        return result
    }

    /// The returns of several series on the times that all have; values are put on common times before.
    static func returns(of inputs: [StatsInput]) throws -> [[Double]] {
        let ready = inputs.allSatisfy { $0.content == .values } ? try onCommonTimes(inputs) : inputs
        return try onCommonTimes(try ready.map { try $0.asReturns() }).map(\.values)
    }

    /// The series on the times that all have, and a word about what is left out.
    static func onCommonTimes(_ inputs: [StatsInput]) throws -> [StatsInput] {
        guard let first = inputs.first, inputs.contains(where: { $0.times != first.times }) else { return inputs }
        let common = try Alignment(inputs.map(\.times), join: .inner)
        guard common.count > 0 else {
            throw ValidationError("\(inputs.map(\.file).joined(separator: ", ")): no time that all of them have")
        }
        let note = "\(common.count) common times of \(inputs.map { "\($0.values.count)" }.joined(separator: ", "))\n"
        FileHandle.standardError.write(Data(note.utf8))
        return inputs.indices.map { place in
            var input = inputs[place]
            input.values = (0..<common.count).compactMap { row in
                common.row(place, at: row).map { inputs[place].values[$0] }
            }
            input.times = common.time
            return input
        }
    }
}
