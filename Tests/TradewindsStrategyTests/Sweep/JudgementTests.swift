import Foundation
import Testing
import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

@testable import TradewindsStrategy

/// What is said of a sweep's points, and why where nothing is.
@Suite
struct JudgementTests {
    private static func outcome(_ place: Int, returns: [Double]) -> SweepOutcome {
        let clock = SweepClock(
            of: BacktestPlan(instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], updates: []))
        var outcome = SweepOutcome(place: place, values: [:], result: BacktestResult(cash: 1), clock: clock)
        outcome.returns = returns
        outcome.moments = SharpeMoments(returns)
        return outcome
    }

    private static func judge(_ columns: [[Double]], _ folding: SweepFolding = SweepFolding()) -> SweepJudgement {
        SweepJudgement(columns.enumerated().map { outcome($0, returns: $1) }, folding: folding)
    }

    private static func sharpe(_ returns: [Double]) -> Double? {
        let report = try? PerformanceReport(returns: returns, convention: ReturnConvention(periodsPerYear: 1))
        return report?.returns.sharpe
    }

    private static func isEqual(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) < 1e-12
    }

    private static func joined(_ folds: [SweepFold]) -> Double? { sharpe(folds.flatMap { $0.returns }) }

    /// A name means one number: the ratios are those of a report over the same returns.
    @Test func ratiosAreThoseOfAReport() {
        let steps = (0..<40).map { Double($0) }
        let early = steps.map { $0 < 20 ? 0.01 + 0.002 * $0.truncatingRemainder(dividingBy: 3) : 0 }
        let late = steps.map { $0 < 20 ? 0.001 * $0.truncatingRemainder(dividingBy: 2) : -0.0001 * $0 }
        let judgement = Self.judge([early, late], SweepFolding(folds: 4, groups: 4))
        for fold in judgement.kFold + judgement.walkForward + judgement.combinatorial {
            #expect(Self.isEqual(fold.outOfSample, Self.sharpe(fold.returns)))
        }
        // A fold without returns is part of the whole: its zeros count.
        #expect(judgement.kFold.contains { $0.outOfSample == nil } && judgement.kFoldSharpe != nil)
        #expect(Self.isEqual(judgement.kFoldSharpe, Self.joined(judgement.kFold)))
        #expect(Self.isEqual(judgement.walkForwardSharpe, Self.joined(judgement.walkForward)))
        // The first path takes each block from the first choice that judges it.
        var path: [Double] = []
        for (block, choice) in [0, 0, 1, 2].enumerated() {
            let fold = judgement.combinatorial[choice]
            path += zip(fold.judged, fold.returns).filter { $0.0 / 10 == block }.map { $0.1 }
        }
        #expect(path.count == 40 && Self.isEqual(judgement.paths[0], Self.sharpe(path)))
    }

    /// Whatever cannot be said has its reason.
    @Test func gapsHaveReasons() {
        let wave = (0..<60).map { 0.01 * Double($0 % 7 - 3) }
        let other = wave.map { $0 + ($0 > 0 ? 0.001 : 0) }
        let alike = Self.judge([wave, wave, wave])
        #expect(alike.overfitting == nil && alike.gap(.overfitting) == .alike && alike.gap(.kFold) == nil)
        let idle = Self.judge([wave.map { _ in 0 }, wave.map { _ in 0 }])
        #expect(idle.deflatedSharpe == nil && idle.gap(.deflatedSharpe) == .flat && idle.gap(.superiority) == .flat)
        #expect(idle.overfitting == nil && idle.gap(.overfitting) == .alike && idle.gap(.kFold) == .flatJudged)
        #expect(idle.gap(.combinatorial) == .flatJudged)
        let short = Self.judge([Array(wave.prefix(5)), Array(other.prefix(5))])
        #expect(short.gap(.overfitting) == .tooFewParts(5, needed: 32))
        #expect(
            short.gap(.walkForward) == .tooFewParts(5, needed: 12) && short.gap(.kFold) == .tooFewParts(5, needed: 10))
        #expect(short.gap(.combinatorial) == .tooFewParts(5, needed: 12))
        #expect(short.gap(.superiority) == .tooFewParts(5, needed: 16))
        let purged = Self.judge([wave, other], SweepFolding(purge: 50))
        #expect(purged.gap(.kFold) == .nothingLearned(purge: 50, embargo: 1) && purged.kFold.isEmpty)
        #expect(Self.judge([wave]).gap(.walkForward) == .onePoint)
        for measure in SweepMeasure.allCases {
            #expect(Self.judge([wave, other]).gap(measure) == nil)
            #expect(Self.judge([]).gap(measure)?.description.isEmpty == false)
        }
    }

    private static func result(_ values: [Double]) -> BacktestResult {
        var result = BacktestResult(cash: 100)
        for (day, value) in values.enumerated() {
            result.equity.append((Timestamp(seconds: Int64(day) * 86_400), value))
        }
        return result
    }

    /// A return on nothing has no meaning, nor has what comes after it.
    @Test func aRuinedAccountHasNoRatios() throws {
        let ruined = Self.result([100, 120, 90, -30, -60, 10, 20])
        #expect(ruined.ruined == Timestamp(seconds: 3 * 86_400))
        let report = try ruined.report()
        #expect(report.returns.sharpe == nil && report.returns.cagr == nil && report.periods.riskOfRuin == nil)
        let drawdown: Double = -60.0 / 120 - 1
        #expect(ruined.maximumDrawdown == drawdown)
        let summary = EquitySummary(ruined.equity, parts: 3)
        #expect(summary.ruined == ruined.ruined && summary.moments == nil)
        let thirds: [Double] = [90.0 / 100 - 1, -1, 0]
        #expect(summary.partReturns == thirds)
        let sixths: [Double] = [120.0 / 100 - 1, 90.0 / 120 - 1, -1, 0, 0, 0]
        #expect(EquitySummary(ruined.equity, parts: 6).partReturns == sixths)
        // Ruin within a part that ends above zero is ruin too.
        #expect(EquitySummary(Self.result([100, 0, 50, 60]).equity, parts: 1).partReturns == [-1])
        let well = Self.result([100, 120, 90])
        #expect(well.ruined == nil && EquitySummary(well.equity, parts: 1).ruined == nil)
        #expect(try well.report().returns.sharpe != nil)
    }

    @Test func anOutcomeTellsWhatKeptItFromTrading() throws {
        var result = Self.result([100, 120, 90, 95])
        let intent = OrderIntent(.buy, 1, of: 0)
        let time = Timestamp(seconds: 86_400)
        result.refusals.add(Refusal(time: time, order: 1, intent: intent, reason: .noSize))
        result.killed = KillEvent(time: time, reason: .drawdown(percent: 25, limit: 20))
        result.marginCalls = 2
        let clock = SweepClock(of: BacktestPlan(instruments: [], updates: []))
        let outcome = SweepOutcome(place: 0, values: [:], result: result, clock: clock)
        #expect(outcome.refusals == [.init(reason: "no-size", count: 1)] && outcome.marginCalls == 2)
        #expect(outcome.stopped?.reason == "drawdown" && outcome.stopped?.time == time && outcome.ruined == nil)
        let kept = try JSONDecoder().decode(SweepOutcome.self, from: JSONEncoder().encode(outcome))
        #expect(kept == outcome)
    }
}
