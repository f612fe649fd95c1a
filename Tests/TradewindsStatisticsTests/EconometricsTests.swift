import Testing
import TradewindsStatistics

@Suite("Econometrics equal statsmodels, arch and hurst")
struct EconometricsTests {
    struct Goldens: Decodable {
        struct ADF: Decodable {
            let column, trend, method: String
            let maximum: Int?
            let statistic, p: Double
            let lags, observations: Int
            let critical: [Double]
        }
        struct KPSSCase: Decodable {
            let column, about, lags: String
            let statistic, p: Double
            let used: Int
            let critical: [Double]
        }
        struct Pair: Decodable {
            let first: String
            let others: [String]
            let trend, method: String
            let statistic, p: Double
            let critical: [Double?]
            let hedge: [Double]
        }
        struct JohansenCase: Decodable {
            let columns: [String]
            let trend: String
            let lags: Int
            let trace, eigen, eigenvalues: [Double]
            let traceCritical, eigenCritical, vectors: [[Double]]
        }
        struct Regression: Decodable {
            let intercept: Bool?
            let coefficients, errors, t, p: [Double]
            let rSquared, adjusted, f, fP, logLikelihood, aic, bic, durbinWatson: Double
        }
        struct Reversion: Decodable {
            let column: String
            let speed, t: Double
            let halfLife, mean: Double?
            let hurstScaling, hurstRange: Double
        }
        let adf: [ADF]
        let kpss: [KPSSCase]
        let engleGranger: [Pair]
        let johansen: [JohansenCase]
        let regression: [Regression]
        let reversion: [Reversion]
    }

    let goldens: Goldens
    let inputs: Golden.Inputs

    init() throws {
        goldens = try Golden.load("econometrics")
        inputs = try Golden.inputs()
    }

    private func matches(_ critical: CriticalValues?, _ reference: [Double]) -> Bool {
        guard let critical else { return false }
        return agree([critical.onePercent, critical.fivePercent, critical.tenPercent], reference)
    }

    @Test("adfuller: every trend and way to choose lags")
    func dickeyFuller() throws {
        for golden in goldens.adf {
            let lags: AugmentedDickeyFuller.Lags =
                switch golden.method {
                case "AIC": .aic(maximum: golden.maximum)
                case "BIC": .bic(maximum: golden.maximum)
                case "t-stat": .significance(maximum: golden.maximum)
                default: .fixed(golden.maximum ?? 0)
                }
            let test = try AugmentedDickeyFuller(
                inputs.column(golden.column), trend: try #require(DeterministicTrend(rawValue: golden.trend)),
                lags: lags)
            let place = "\(golden.column) \(golden.trend) \(golden.method)"
            #expect(test.lags == golden.lags, "\(place)")
            #expect(test.observations == golden.observations, "\(place)")
            #expect(
                agrees(test.statistic, golden.statistic, tolerance: 1e-8),
                "\(place): \(test.statistic) \(golden.statistic)")
            #expect(agrees(test.pValue, golden.p, tolerance: 1e-7), "\(place): \(test.pValue) \(golden.p)")
            #expect(matches(test.critical, golden.critical), "\(place)")
        }
        #expect(goldens.adf.count == 80)
    }

    @Test("kpss: level and line, every way to choose lags")
    func stationarity() throws {
        for golden in goldens.kpss {
            let lags: KPSS.Lags =
                switch golden.lags {
                case "auto": .automatic
                case "legacy": .legacy
                default: .fixed(try #require(Int(golden.lags)))
                }
            let test = try KPSS(inputs.column(golden.column), about: golden.about == "c" ? .level : .line, lags: lags)
            #expect(test.lags == golden.used)
            #expect(agrees(test.statistic, golden.statistic))
            #expect(agrees(test.pValue, golden.p))
            #expect(matches(test.critical, golden.critical))
        }
    }

    @Test("coint: two and three series")
    func engleGranger() throws {
        for golden in goldens.engleGranger {
            let test = try EngleGranger(
                inputs.column(golden.first), golden.others.map(inputs.column),
                trend: try #require(DeterministicTrend(rawValue: golden.trend)),
                lags: golden.method == "aic" ? .aic() : .bic())
            let place = "\(golden.first) \(golden.others) \(golden.trend) \(golden.method)"
            #expect(
                agrees(test.statistic, golden.statistic, tolerance: 1e-8),
                "\(place) \(test.statistic) \(golden.statistic)")
            #expect(
                agrees(test.pValue, golden.p, tolerance: 1e-7),
                "\(place) \(String(describing: test.pValue)) \(golden.p)")
            #expect(agree(test.hedgeRatios, golden.hedge, tolerance: 1e-8), "\(place)")
            let critical = golden.critical.compactMap { $0 }
            if critical.isEmpty { #expect(test.critical == nil) } else { #expect(matches(test.critical, critical)) }
        }
    }

    @Test("coint_johansen: statistics, critical values and vectors")
    func johansen() throws {
        for golden in goldens.johansen {
            let test = try Johansen(
                golden.columns.map(inputs.column), trend: try #require(DeterministicTrend(rawValue: golden.trend)),
                lags: golden.lags)
            let place = "\(golden.columns) \(golden.trend) \(golden.lags)"
            #expect(agree(test.eigenvalues, golden.eigenvalues, tolerance: 1e-7), "\(place)")
            #expect(agree(test.ranks.map(\.trace), golden.trace, tolerance: 1e-7), "\(place)")
            #expect(agree(test.ranks.map(\.eigen), golden.eigen, tolerance: 1e-7), "\(place)")
            for (index, rank) in test.ranks.enumerated() {
                #expect(matches(rank.traceCritical, golden.traceCritical[index].reversed()), "\(place)")
                #expect(matches(rank.eigenCritical, golden.eigenCritical[index].reversed()), "\(place)")
                let reference = golden.vectors[index]
                let sign = reference[0] < 0 ? -1.0 : 1.0
                #expect(agree(test.vectors[index], reference.map { $0 * sign }, tolerance: 1e-6), "\(place)")
            }
        }
    }

    @Test("OLS: coefficients, errors, p-values, criteria")
    func regression() throws {
        for golden in goldens.regression {
            let fit =
                if let intercept = golden.intercept {
                    try LinearRegression(
                        response: inputs.walk, regressors: [inputs.third, inputs.spread],
                        intercept: intercept)
                } else {
                    try LinearRegression(response: inputs.own, regressors: [inputs.benchmark.reversed()])
                }
            #expect(agree(fit.coefficients, golden.coefficients, tolerance: 1e-8))
            #expect(agree(fit.standardErrors, golden.errors))
            #expect(agree(fit.tValues, golden.t, tolerance: 1e-8))
            #expect(agree(fit.pValues, golden.p, tolerance: 1e-7))
            #expect(agrees(fit.rSquared, golden.rSquared))
            #expect(agrees(fit.adjustedRSquared, golden.adjusted))
            #expect(agrees(fit.fStatistic, golden.f, tolerance: 1e-8))
            #expect(agrees(fit.fPValue, golden.fP, tolerance: 1e-7))
            #expect(agrees(fit.logLikelihood, golden.logLikelihood))
            #expect(agrees(fit.aic, golden.aic))
            #expect(agrees(fit.bic, golden.bic))
            #expect(agrees(fit.durbinWatson, golden.durbinWatson))
        }
    }

    @Test("Half-life and Hurst exponent")
    func reversion() throws {
        for golden in goldens.reversion {
            let series = inputs.column(golden.column)
            let fit = try MeanReversion(series)
            #expect(agrees(fit.speed, golden.speed, tolerance: 1e-8))
            #expect(agrees(fit.tValue, golden.t, tolerance: 1e-8))
            #expect(agrees(fit.halfLife, golden.halfLife, tolerance: 1e-8))
            #expect(agrees(fit.mean, golden.mean, tolerance: 1e-8))
            #expect(agrees(try Hurst.scaling(series), golden.hurstScaling))
            #expect(agrees(try Hurst.rescaledRange(series), golden.hurstRange))
        }
    }

    @Test("Input that no test can be made on is refused")
    func refusals() throws {
        let flat = [Double](repeating: 3, count: 50)
        #expect(throws: StatisticsError.constant(column: "series")) { try AugmentedDickeyFuller(flat) }
        #expect(throws: StatisticsError.constant(column: "series")) { try KPSS(flat) }
        #expect(throws: StatisticsError.self) { try AugmentedDickeyFuller([1, 2, 1]) }
        #expect(throws: StatisticsError.self) { try AugmentedDickeyFuller(inputs.walk, lags: .fixed(600)) }
        #expect(throws: StatisticsError.constant(column: "series")) { try MeanReversion(flat) }
        #expect(throws: StatisticsError.constant(column: "series 1")) {
            try EngleGranger(Array(inputs.walk.prefix(50)), [flat])
        }
        #expect(throws: StatisticsError.singular(what: "series")) {
            try EngleGranger(inputs.walk, [inputs.walk.map { 2 * $0 + 1 }])
        }
        #expect(throws: StatisticsError.self) { try Johansen([inputs.walk, inputs.walk]) }
        #expect(throws: StatisticsError.self) { try Johansen([]) }
        #expect(throws: StatisticsError.self) { try LinearRegression(response: [1, 2], regressors: [[1, 2]]) }
        #expect(throws: StatisticsError.self) { try MeanReversion(flat) }
        #expect(try Hurst.scaling(flat) == nil)
        #expect(throws: StatisticsError.self) { try Hurst.scaling(inputs.walk, lags: 2..<Int.max) }
        #expect(throws: StatisticsError.self) { try Hurst.rescaledRange(inputs.walk, shortest: .max) }
    }
}
