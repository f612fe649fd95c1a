import Testing
import TradewindsStatistics

@Suite("Performance statistics equal their references")
struct PerformanceTests {
    struct Goldens: Decodable {
        struct Case: Decodable {
            let column: String
            let periodsPerYear, riskFree: Double
            let requiredReturn: Double?
            let values: [String: Double?]
        }
        struct Rolling: Decodable {
            let window: Int
            let sharpe, volatility: [Double?]
        }
        struct Trades: Decodable {
            let trades: [[Double]]
            let values: [String: Double?]
        }
        let cases: [Case]
        let rolling: Rolling
        let trades: Trades
    }

    let goldens: Goldens
    let inputs: Golden.Inputs

    init() throws {
        goldens = try Golden.load("performance")
        inputs = try Golden.inputs()
    }

    @Test("empyrical-reloaded and quantstats, under every convention")
    func returns() throws {
        var compared: Set<String> = []
        for golden in goldens.cases {
            let report = try PerformanceReport(
                returns: inputs.column(golden.column),
                benchmark: golden.values["beta"] == nil ? nil : inputs.benchmark,
                convention: ReturnConvention(
                    periodsPerYear: golden.periodsPerYear, riskFree: golden.riskFree,
                    requiredReturn: golden.requiredReturn))
            let named = Dictionary(uniqueKeysWithValues: report.named.map { ($0.name, $0.value) })
            for (name, reference) in golden.values {
                guard let own = named[name] else {
                    Issue.record("\(name) is not a statistic of the report")
                    continue
                }
                #expect(
                    agrees(own, reference),
                    "\(golden.column) \(name): \(String(describing: own)), reference \(String(describing: reference))")
                compared.insert(name)
            }
        }
        #expect(compared.count >= 60)
    }

    @Test("A line through returns that are all the same is straight, and no more than straight")
    func stability() throws {
        for count in 2..<200 {
            let report = try PerformanceReport(returns: [Double](repeating: 0.001, count: count))
            let stability = try #require(report.returns.stability)
            #expect(stability <= 1 && stability > 0.999999)
        }
    }

    @Test("Periods as trades: the quality number of backtesting.py")
    func quality() throws {
        // √3 × mean / deviation of 0.01, -0.02 and 0.04; the idle period is no trade.
        let periods = try PerformanceReport(returns: [0.01, 0, -0.02, 0.04]).periods
        #expect(agrees(periods.systemQuality, 0.5773502691896257))
        #expect(periods.averageReturn.map { abs($0 - 0.01) < 1e-15 } == true)
    }

    @Test("backtesting.py's trade table")
    func trades() throws {
        let trades = goldens.trades.trades.map { row in
            TradeOutcome(profit: row[0], returned: row[1], direction: row[2] > 0 ? .long : .short, heldPeriods: row[3])
        }
        let named = try TradeStatistics(trades).named
        for (name, reference) in goldens.trades.values {
            let own = try #require(named.first { $0.name == name })
            #expect(
                agrees(own.value, reference),
                "\(name): \(String(describing: own.value)) against \(String(describing: reference))")
        }
    }

    @Test("quantstats' rolling Sharpe ratio and volatility")
    func rolling() throws {
        let sharpe = try RollingStatistics.sharpe(inputs.own, window: goldens.rolling.window)
        let volatility = try RollingStatistics.volatility(inputs.own, window: goldens.rolling.window)
        for (index, row) in stride(from: 0, to: inputs.own.count, by: 25).enumerated() {
            #expect(agrees(sharpe[row], goldens.rolling.sharpe[index]))
            #expect(agrees(volatility[row], goldens.rolling.volatility[index]))
        }
    }

    @Test("A report has at least 45 statistics, each name once")
    func names() throws {
        let activity = Activity(
            equity: inputs.own.map { 100 * (1 + $0) }, grossExposure: inputs.own.map { _ in 50 },
            netExposure: inputs.own.map { _ in -50 }, tradedNotional: inputs.own.map { _ in 1 })
        let report = try PerformanceReport(
            returns: inputs.own, benchmark: inputs.benchmark,
            trades: [TradeOutcome(profit: 1, returned: 0.1), TradeOutcome(profit: -1, returned: -0.1)],
            activity: activity)
        let names = report.named.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(report.named.count { $0.value != nil } >= 45)
    }

    @Test(
        "Nothing is undefined as NaN: empty, single, constant and ruinous columns",
        arguments: [
            [], [0.01], [0.0, 0.0, 0.0], [0.01, 0.01, 0.01, 0.01, 0.01], [0.5, -1, 0.2], [0.1, -1.5, 0.2, -3, 1, 1],
            [1e308, 1e308, -1e308, 3],
        ])
    func degenerate(column: [Double]) throws {
        let report = try PerformanceReport(returns: column, benchmark: column, trades: [])
        #expect(report.named.allSatisfy { $0.value?.isFinite ?? true })
        if Set(column).count < 2 { #expect(report.returns.sharpe == nil) }
        #expect(try TradeStatistics([]).winRate == nil)
    }

    @Test("Bad input names its place")
    func refusals() {
        #expect(throws: StatisticsError.notFinite(column: "returns", row: 1)) {
            try PerformanceReport(returns: [0.1, .nan])
        }
        #expect(
            throws: StatisticsError.lengthsDiffer(
                first: "returns", firstCount: 2, second: "benchmark", secondCount: 1)
        ) {
            try PerformanceReport(returns: [0.1, 0.2], benchmark: [0.1])
        }
        let timeless = ReturnConvention(periodsPerYear: .nan)
        #expect(throws: StatisticsError.self) { try PerformanceReport(returns: [0.1], convention: timeless) }
        #expect(throws: StatisticsError.self) {
            try RollingStatistics.sharpe([0.1, 0.2], window: 2, convention: timeless)
        }
        #expect(throws: StatisticsError.self) {
            try BenchmarkStatistics(returns: [0.1], benchmark: [0.1], convention: timeless)
        }
    }
}
