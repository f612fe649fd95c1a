import ArgumentParser
import TradewindsSeries
import TradewindsStatistics

/// What every command of statistics takes.
struct StatsOptions: ParsableArguments {
    @Option(help: "The column to take, in every file that has it; without, close or the first.")
    var column: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    /// The files' series on the times that all of them have.
    func series(_ files: [String]) throws -> [[Double]] {
        try StatsInput.onCommonTimes(StatsInput.read(files, column: column)).map(\.values)
    }

    /// Computes and prints; an error names a file where the library counts columns.
    func show(of files: [String], _ results: () throws -> [NamedStatistic]) throws {
        try show(of: files) { try results().map { ($0.name, Cell($0.value)) } }
    }

    func show(of files: [String], _ results: () throws -> [(String, Cell)]) throws {
        do {
            let cells = try results()
            if json { return print(Table.object(cells)) }
            for (name, cell) in cells { print("\(name): \(cell.plain)") }
        } catch let error as StatisticsError {
            throw ValidationError(error.text(about: files))
        } catch let error as SeriesError {
            throw ValidationError("\(error)")
        }
    }
}

/// What commands take that look at returns.
struct ReturnOptions: ParsableArguments {
    @OptionGroup var common: StatsOptions

    @Flag(help: "What the files hold.")
    var content: StatsInput.Content?

    @Option(parsing: .unconditional, help: "Returns in a year: 252 for days, 12 for months.")
    var periodsPerYear = 252.0

    @Option(
        parsing: .unconditional,
        help: """
            The riskless return of a year, 0.04 for four percent; returns count by what they are above it. In \
            treynor_ratio, recovery_factor, ulcer_performance_index and serenity_index a year of it is taken from the \
            whole result, as in quantstats.
            """)
    var riskFree = 0.0

    func validate() throws {
        guard periodsPerYear > 0, periodsPerYear.isFinite else {
            throw ValidationError("--periods-per-year \(periodsPerYear): above zero")
        }
        guard riskFree > -1, riskFree < 10 else {
            throw ValidationError("--risk-free \(riskFree): a fraction above -1, such as 0.04 for four percent a year")
        }
    }

    /// The riskless return of one period.
    var riskless: Double { ReturnConvention.perPeriod(annual: riskFree, periodsPerYear: periodsPerYear) }

    /// The files' returns on the times that all of them have.
    func returns(_ files: [String]) throws -> [[Double]] {
        try StatsInput.returns(of: StatsInput.read(files, column: common.column, content: content))
    }
}

/// How replicates are drawn.
struct DrawOptions: ParsableArguments {
    /// How rows are drawn so that neighbours stay together.
    enum Method: String, ExpressibleByArgument, CaseIterable { case stationary, circular, moving }

    @Option(parsing: .unconditional, help: "Replicates to draw.")
    var samples = 1000

    @Option(parsing: .unconditional, help: "The seed of the draws.")
    var seed: UInt64 = 1

    func validate() throws { try Self.check(samples: samples) }

    static func check(samples: Int) throws {
        guard (1...10_000_000).contains(samples) else { throw ValidationError("--samples \(samples): 1 to 10000000") }
    }
}

/// The blocks that replicates are drawn in.
struct BlockOptions: ParsableArguments {
    @OptionGroup var draws: DrawOptions

    @Option(help: "Blocks of random length (stationary), of one length around the end (circular) or within (moving).")
    var method = DrawOptions.Method.stationary

    @Option(
        parsing: .unconditional,
        help: "The length of a block, of stationary ones the mean; what the memory of the returns asks for without.")
    var block: Double?

    /// The draws from a column, and the length of their blocks.
    func resampling(of column: [Double]) throws -> (Resampling, block: Double) {
        let block = try block ?? usual(of: column)
        guard block >= 1, block <= Double(column.count) else {
            throw ValidationError("--block \(block): 1 to \(column.count), the number of returns")
        }
        guard method == .stationary || block == block.rounded() else {
            throw ValidationError("--block \(block): \(method.rawValue) blocks have a whole number of rows")
        }
        let bootstrap: BlockBootstrap =
            switch method {
            case .stationary: .stationary(meanBlock: block)
            case .circular: .circular(block: Int(block))
            case .moving: .movingBlock(block: Int(block))
            }
        return (.seeded(bootstrap, replicates: draws.samples, seed: draws.seed), block)
    }

    private func usual(of column: [Double]) throws -> Double {
        guard column.count >= 16 else {
            throw ValidationError("--block is needed: \(column.count) returns are too few to find one, 16 would do")
        }
        let lengths = try BlockLength(column)
        return max(1, method == .stationary ? lengths.stationary : lengths.circular.rounded(.up))
    }
}

extension StatisticsError {
    /// The same with the names of files where a column is counted: a model's after the benchmark's.
    fileprivate func naming(_ files: [String]) -> StatisticsError {
        func name(_ column: String) -> String {
            let words = column.split(separator: " ")
            let number = words.count > 1 ? Int(words[1]) : 0
            guard let number, ["model", "configuration", "series", "column", "returns"].contains(words[0]) else {
                return column
            }
            let place = words[0] == "model" ? number + 1 : number
            return place < files.count ? files[place] : column
        }
        return switch self {
        case .notFinite(let column, let row): .notFinite(column: name(column), row: row)
        case .lengthsDiffer(let first, let firstCount, let second, let secondCount):
            .lengthsDiffer(
                first: name(first), firstCount: firstCount, second: name(second), secondCount: secondCount)
        case .tooShort(let column, let count, let needed):
            .tooShort(column: name(column), count: count, needed: needed)
        case .constant(let column): .constant(column: name(column))
        case .outOfRange, .singular, .alike: self
        }
    }

    /// What is wrong, with the files where no one of them is named.
    fileprivate func text(about files: [String]) -> String {
        switch self {
        case .outOfRange, .singular, .alike: "\(files.joined(separator: ", ")): \(self)"
        default: "\(naming(files))"
        }
    }
}
