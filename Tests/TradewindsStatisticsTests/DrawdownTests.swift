import Testing
import TradewindsStatistics

@Suite("Drawdowns and activity")
struct DrawdownTests {
    @Test("Each fall has its start, valley, end and recovery")
    func table() {
        let falls = Drawdown.all(of: [-0.1, 0.2, -0.5, -0.5, 1, 3, 0.1, -0.01])
        #expect(falls.map(\.start) == [0, 2, 7])
        #expect(falls.map(\.valley) == [0, 3, 7])
        #expect(falls.map(\.end) == [0, 4, 7])
        #expect(falls.map(\.recovered) == [true, true, false])
        #expect(falls.map(\.length) == [1, 3, 1])
        #expect(agrees(falls[1].depth, -0.75))
    }

    @Test("An equity that never falls has no drawdown")
    func rising() throws {
        let report = try PerformanceReport(returns: [0.1, 0, 0.2])
        #expect(report.drawdown.table.isEmpty)
        #expect(report.drawdown.deepest == 0)
        #expect(report.returns.calmar == nil)
    }

    @Test("Exposure and turnover are those of a hand-made year")
    func activity() throws {
        let activity = Activity(
            equity: [100, 200, 100, 0], grossExposure: [50, 200, 0, 10], netExposure: [-50, 200, 0, 10],
            tradedNotional: [50, 150, 0, 0])
        let statistics = try ActivityStatistics(activity, periodsPerYear: 2)
        #expect(statistics.exposureTime == 0.75)
        #expect(agrees(statistics.averageExposure, 0.5))
        #expect(statistics.maximumExposure == 1)
        #expect(agrees(statistics.averageNetExposure, 0.5 / 3))
        #expect(agrees(statistics.annualTurnover, 200.0 / 100 / 2))
    }
}
