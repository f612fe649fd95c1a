import ArgumentParser
import TradewindsStatistics

/// The number of lagged differences, as written: a number or how it is chosen.
private func lags(_ text: String, maximum: Int?) throws -> AugmentedDickeyFuller.Lags {
    if let maximum, maximum < 0 { throw ValidationError("--max-lags \(maximum): zero or more") }
    switch text {
    case "aic": return .aic(maximum: maximum)
    case "bic": return .bic(maximum: maximum)
    case "significance": return .significance(maximum: maximum)
    default:
        guard let count = Int(text), count >= 0 else {
            throw ValidationError("--lags \(text): a number of zero or more, or aic, bic or significance")
        }
        guard maximum == nil else { throw ValidationError("--max-lags goes with --lags aic, bic or significance") }
        return .fixed(count)
    }
}

private func critical(_ values: CriticalValues) -> [NamedStatistic] {
    [
        .init("critical_1", values.onePercent), .init("critical_5", values.fivePercent),
        .init("critical_10", values.tenPercent),
    ]
}

private func oneFile(_ files: [String], _ test: String) throws {
    guard files.count == 1 else { throw ValidationError("\(test) takes one file") }
}

private func twoFiles(_ files: [String], _ test: String) throws {
    guard files.count > 1 else { throw ValidationError("\(test) takes two files or more") }
}

struct StatsADF: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adf", abstract: "Augmented Dickey-Fuller: does the series wander? As statsmodels' adfuller.")

    @Argument(help: "A CSV file.", completion: .file())
    var files: [String]

    @Option(help: "What is allowed besides: nothing (n), a level (c), a slope (ct), a curvature (ctt).")
    var trend = Trend.c

    @Option(parsing: .unconditional, help: "Lagged differences: a number, or aic, bic or significance to choose it.")
    var lags = "aic"

    @Option(parsing: .unconditional, help: "The most to choose from; 12 (rows / 100)^¼ without.")
    var maxLags: Int?

    @OptionGroup var options: StatsOptions

    /// The trends of statsmodels.
    enum Trend: String, ExpressibleByArgument, CaseIterable {
        case n, c, ct, ctt

        var deterministic: DeterministicTrend { DeterministicTrend(rawValue: rawValue) ?? .constant }
    }

    func validate() throws { _ = try tw.lags(lags, maximum: maxLags) }

    func run() throws {
        try oneFile(files, "adf")
        try options.show(of: files) {
            let test = try AugmentedDickeyFuller(
                options.series(files)[0], trend: trend.deterministic, lags: tw.lags(lags, maximum: maxLags))
            return [
                NamedStatistic("statistic", test.statistic), .init("p_value", test.pValue),
                .init("lags", Double(test.lags)), .init("observations", Double(test.observations)),
            ] + critical(test.critical)
        }
    }
}

struct StatsKPSS: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpss", abstract: "KPSS: is the series stationary? As statsmodels' kpss.",
        discussion: """
            The published table ends at p-values of 0.01 and 0.1: p_value_bound says "at most" or "at least" where the \
            p-value lies beyond its end.
            """)

    @Argument(help: "A CSV file.", completion: .file())
    var files: [String]

    @Option(help: "What it is stationary about: a level (c) or a line (ct).")
    var trend = Trend.c

    @Option(parsing: .unconditional, help: "Autocovariances: a number, automatic or legacy.")
    var lags = "automatic"

    @OptionGroup var options: StatsOptions

    enum Trend: String, ExpressibleByArgument, CaseIterable { case c, ct }

    func validate() throws { _ = try rule() }

    func run() throws {
        try oneFile(files, "kpss")
        try options.show(of: files) {
            let test = try KPSS(options.series(files)[0], about: trend == .c ? .level : .line, lags: rule())
            let bound = test.pValue > 0.05 ? "at least" : "at most"
            return [
                ("statistic", Cell(test.statistic)), ("p_value", Cell(test.pValue)),
                ("p_value_bound", test.pValueIsBound ? .text(bound) : .none), ("lags", Cell(Double(test.lags))),
            ] + critical(test.critical).map { ($0.name, Cell($0.value)) }
        }
    }

    private func rule() throws -> KPSS.Lags {
        switch lags {
        case "automatic", "auto": return .automatic
        case "legacy": return .legacy
        default:
            guard let count = Int(lags), count >= 0 else {
                throw ValidationError("--lags \(lags): a number of zero or more, automatic or legacy")
            }
            return .fixed(count)
        }
    }
}

struct StatsCointegration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coint", abstract: "Engle-Granger: is some mix of the series stationary? As statsmodels' coint.",
        discussion: "The first file is explained by the others; try the other order too.")

    @Argument(help: "Two CSV files or more.", completion: .file())
    var files: [String]

    @Option(help: "What the regression has besides: nothing (n), a level (c), a slope (ct), a curvature (ctt).")
    var trend = StatsADF.Trend.c

    @Option(parsing: .unconditional, help: "Lagged differences: a number, or aic, bic or significance to choose it.")
    var lags = "aic"

    @Option(parsing: .unconditional, help: "The most to choose from.")
    var maxLags: Int?

    @OptionGroup var options: StatsOptions

    func validate() throws { _ = try tw.lags(lags, maximum: maxLags) }

    func run() throws {
        try twoFiles(files, "coint")
        try options.show(of: files) {
            let series = try options.series(files)
            let test = try EngleGranger(
                series[0], Array(series.dropFirst()), trend: trend.deterministic,
                lags: tw.lags(lags, maximum: maxLags))
            return [
                NamedStatistic("statistic", test.statistic), .init("p_value", test.pValue),
                .init("lags", Double(test.lags)),
            ] + test.hedgeRatios.enumerated().map { NamedStatistic("hedge_ratio_\($0.offset + 1)", $0.element) }
                + (test.critical.map { critical($0) } ?? [])
        }
    }
}

struct StatsJohansen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "johansen",
        abstract: "Johansen: how many mixes of the series are stationary? As statsmodels' coint_johansen.",
        discussion: """
            trace_R and eigen_R test that at most R mixes are stationary. vector_N_M is the weight of file M in the mix of \
            eigenvalue_N; the first weight that is not zero is above zero.
            """)

    @Argument(help: "Two CSV files or more.", completion: .file())
    var files: [String]

    @Option(help: "What is allowed besides: nothing (n), a level (c), a slope (ct).")
    var trend = Trend.c

    @Option(parsing: .unconditional, help: "Lagged differences.")
    var lags = 1

    @OptionGroup var options: StatsOptions

    enum Trend: String, ExpressibleByArgument, CaseIterable { case n, c, ct }

    func validate() throws {
        guard lags >= 0 else { throw ValidationError("--lags \(lags): zero or more") }
    }

    func run() throws {
        try twoFiles(files, "johansen")
        try options.show(of: files) {
            let test = try Johansen(
                options.series(files), trend: DeterministicTrend(rawValue: trend.rawValue) ?? .constant, lags: lags)
            return test.ranks.flatMap { results(of: $0) } + mixes(of: test)
        }
    }

    private func results(of rank: Johansen.Rank) -> [NamedStatistic] {
        func critical(_ name: String, _ values: CriticalValues?) -> [NamedStatistic] {
            [
                NamedStatistic("\(name)_critical_10_\(rank.rank)", values?.tenPercent),
                .init("\(name)_critical_5_\(rank.rank)", values?.fivePercent),
                .init("\(name)_critical_1_\(rank.rank)", values?.onePercent),
            ]
        }
        return [NamedStatistic("trace_\(rank.rank)", rank.trace), .init("eigen_\(rank.rank)", rank.eigen)]
            + critical("trace", rank.traceCritical) + critical("eigen", rank.eigenCritical)
    }

    private func mixes(of test: Johansen) -> [NamedStatistic] {
        zip(test.eigenvalues, test.vectors).enumerated().flatMap { number, mix in
            [NamedStatistic("eigenvalue_\(number)", mix.0)]
                + mix.1.enumerated().map { NamedStatistic("vector_\(number)_\($0.offset + 1)", $0.element) }
        }
    }
}

struct StatsHurst: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hurst", abstract: "Hurst's exponent: below one half it tends back, above it trends.")

    @Argument(help: "A CSV file.", completion: .file())
    var files: [String]

    @OptionGroup var options: StatsOptions

    func run() throws {
        try oneFile(files, "hurst")
        try options.show(of: files) {
            let series = try options.series(files)[0]
            return [
                NamedStatistic("hurst", try Hurst.scaling(series)),
                .init("hurst_rescaled_range", try Hurst.rescaledRange(series)),
            ]
        }
    }
}

struct StatsHalfLife: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "halflife", abstract: "How fast the series comes back to its mean.")

    @Argument(help: "A CSV file.", completion: .file())
    var files: [String]

    @OptionGroup var options: StatsOptions

    func run() throws {
        try oneFile(files, "halflife")
        try options.show(of: files) {
            let test = try MeanReversion(options.series(files)[0])
            return [
                NamedStatistic("halflife", test.halfLife), .init("speed", test.speed), .init("mean", test.mean),
            ]
        }
    }
}
