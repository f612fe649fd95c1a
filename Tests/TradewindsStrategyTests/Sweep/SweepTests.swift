import Testing
import TradewindsExchange
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

@Suite
struct SweepTests {
    private static let parameters = [
        NamedParameter("fast", 10, 1...2000, step: 1, "bars"), NamedParameter("slow", 30, 2...5000, step: 1, "bars"),
        NamedParameter("width", 2, 0.1...6, step: 0.1, "deviations"),
    ]

    @Test func gridsAreRead() throws {
        let space = try ParameterSpace(grid: "fast=5:15:5,width=0.1:0.4:0.1", of: Self.parameters)
        #expect(space.axes.map(\.values) == [[5, 10, 15], [0.1, 0.2, 0.3, 0.4]])
        #expect(space.grid.count == 12)
        #expect(space.grid[1] == ["fast": 5, "width": 0.2])
        #expect(try ParameterSpace(grid: "slow=20|50", of: Self.parameters).grid == [["slow": 20], ["slow": 50]])
        #expect(try ParameterSpace(grid: "fast=3:5", of: Self.parameters).grid.count == 3)
    }

    @Test(arguments: [
        ("", "at least one"), ("fats=1:2:1", "did you mean fast?"), ("fast=1:2:0", "above zero"),
        ("fast=5:1:1", "from up to to"), ("fast=x", "no number"), ("fast=0:5:1", "out of range"),
        ("fast=1:2:0.5", "not whole"), ("fast=1,fast=2", "twice"), ("fast=1:2000:1,slow=2:5000:1", "more than"),
        ("fast", "name=from:to:step"), ("slow=20,fast=5|10|5", "--grid fast=5|10|5: 5.0 stands there twice"),
    ])
    func badGridsAreRefused(text: String, remedy: String) {
        let error = #expect(throws: CatalogueError.self) { try ParameterSpace(grid: text, of: Self.parameters) }
        #expect(error?.description.contains(remedy) == true, "\(error?.description ?? "")")
    }

    /// Points, cores, and the points of a group.
    @Test(arguments: [(200, 2, 25), (200, 1, 29), (1, 8, 1), (8, 2, 1), (100_000, 2, 32), (7, 1, 2), (0, 2, 1)])
    func groupsKeepEveryCoreBusyToTheEnd(points: Int, cores: Int, size: Int) {
        #expect(SweepGroups.size(points, cores: cores) == size)
        let groups = (points + size - 1) / size
        // No round more than the points need.
        #expect(groups <= max(4 * cores, (points / (32 * cores) + 1) * cores))
    }

    @Test func drawsAreOfTheGridAndRepeat() throws {
        let space = try ParameterSpace(grid: "fast=1:10:1,slow=20:119:1", of: Self.parameters)
        let drawn = space.random(50, seed: 3)
        #expect(drawn == space.random(50, seed: 3) && drawn != space.random(50, seed: 4))
        #expect(Set(drawn).count == 50 && Set(drawn).isSubset(of: Set(space.grid)))
        #expect(space.random(5000, seed: 1).count == 1000)
        // With as many points as values, each value of a parameter is used once.
        let latin = space.latinHypercube(100, seed: 3)
        #expect(Set(latin.compactMap { $0["slow"] }).count == 100)
        #expect(Dictionary(grouping: latin.compactMap { $0["fast"] }) { $0 }.values.allSatisfy { $0.count == 10 })
    }

    /// A point that is tried twice would count as two trials.
    @Test func pointsOfAHypercubeThatFallTogetherAreOne() throws {
        let space = try ParameterSpace(grid: "fast=5|10,slow=20|40", of: Self.parameters)
        let drawn = space.latinHypercube(8, seed: 1)
        #expect(Set(drawn).count == drawn.count && drawn.count <= 4 && drawn.count > 1)
        #expect(space.latinHypercube(1000, seed: 1).count == 4)
    }

    @Test func outcomesAgreeWithTheReport() throws {
        var result = BacktestResult(cash: 100)
        for (day, value) in [100.0, 101, 99.5, 104, 103, 103, 98, 107].enumerated() {
            result.equity.append((Timestamp(seconds: Int64(day) * 86_400), value))
        }
        let days = result.equity.map { entry in
            let price = Price(1)
            let bar = Bar(start: entry.time, open: price, high: price, low: price, close: price, volume: 1)
            return MarketUpdate(instrument: 0, time: entry.time, kind: .bar(bar))
        }
        let clock = SweepClock(of: BacktestPlan(instruments: Self.stock, updates: days), parts: 3)
        #expect(clock.entries == 8 && clock.parts == 3 && clock.marks == [0, 2, 4, 7].map { result.equity[$0].time })
        let outcome = SweepOutcome(place: 0, values: [:], result: result, clock: clock)
        let report = try result.report()
        let (sharpe, drawdown) = (try #require(report.returns.sharpe), try #require(report.drawdown.deepest))
        #expect(abs((outcome.sharpe ?? 0) - sharpe) < 1e-12 * abs(sharpe))
        #expect(abs((outcome.maximumDrawdown ?? 0) - drawdown) < 1e-12)
        let values = result.equity.map(\.value)
        let moments = try #require(SharpeMoments(zip(values.dropFirst(), values).map { $0 / $1 - 1 }))
        #expect(abs((outcome.moments?.skew ?? 0) - moments.skew) < 1e-9 * abs(moments.skew))
        #expect(abs((outcome.moments?.kurtosis ?? 0) - moments.kurtosis) < 1e-9 * moments.kurtosis)
        #expect(outcome.moments?.count == 7)
        let parts: [(from: Double, to: Double)] = [(100, 99.5), (99.5, 103), (103, 107)]
        #expect(outcome.returns == parts.map { $0.to / $0.from - 1 })
    }

    @Test func sideBySideIsAsAlone() throws {
        var state: UInt64 = 5
        let updates = (0..<700).map { index in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let close = Price(100 + Int(state >> 60))
            let start = Timestamp(seconds: 1_700_000_000 + Int64(index) * 60)
            let bar = Bar(start: start, open: close, high: close + 1, low: close - 1, close: close, volume: 100)
            return MarketUpdate(instrument: 0, time: start + .seconds(60), kind: .bar(bar))
        }
        let plan = BacktestPlan(instruments: Self.stock, updates: updates)
        let points: [[String: Double]] = [
            ["fast": 3, "slow": 9], ["fast": 20, "slow": 9], ["fast": 5, "slow": 30, "quantity": 100_000],
        ]
        let results = try StrategyCatalogue.backtests("sma", points, plan)
        #expect(results[1] == nil, "a fast average that is not faster")
        // Without its equity a run is judged alike.
        var summed = plan
        let clock = SweepClock(of: plan)
        summed.clock = clock
        let sums = try StrategyCatalogue.backtests("sma", points, summed)
        for place in [0, 2] {
            let whole = SweepOutcome(
                place: place, values: points[place], result: try #require(results[place]), clock: clock)
            let summary = try #require(sums[place])
            #expect(SweepOutcome(place: place, values: points[place], result: summary, clock: clock) == whole)
            #expect(summary.equity.isEmpty && whole.returns.count == 240 && (place != 0 || whole.sharpe != nil))
        }
        for place in [0, 2] {
            let alone = try StrategyCatalogue.strategy("sma", points[place], instruments: 1).backtest(plan)
            #expect(results[place] == alone && alone.bars == 700)
        }
        #expect(throws: CatalogueError.self) { try StrategyCatalogue.backtests("sma", [["fats": 1]], plan) }
    }

    private static let stock = [Instrument(id: 1, symbol: "XYZ", kind: .stock)]

    private static func outcome(_ place: Int, returns: [Double]) -> SweepOutcome {
        let clock = SweepClock(of: BacktestPlan(instruments: stock, updates: []))
        var outcome = SweepOutcome(place: place, values: [:], result: BacktestResult(cash: 1), clock: clock)
        outcome.returns = returns
        outcome.moments = SharpeMoments(returns)
        return outcome
    }

    /// Noise whose best is luck, and noise with one column that truly rises.
    @Test func judgesLuckAndSkill() {
        var state: UInt64 = 5
        func noise() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31) - 0.5
        }
        let luck = (0..<40).map { _ in (0..<240).map { _ in noise() } }
        var skill = luck
        skill[7] = skill[7].map { $0 + 0.2 }
        let lucky = SweepJudgement(luck.enumerated().map { Self.outcome($0, returns: $1) })
        let skilled = SweepJudgement(skill.enumerated().map { Self.outcome($0, returns: $1) })
        #expect((lucky.deflatedSharpe ?? 1) < 0.9 && (skilled.deflatedSharpe ?? 0) > 0.95)
        #expect((lucky.overfitting ?? 0) > 0.3 && (skilled.overfitting ?? 1) < 0.05)
        #expect((skilled.walkForwardSharpe ?? 0) > 0.4 && abs(lucky.walkForwardSharpe ?? 1) < 0.3)
        func judged(_ folds: [SweepFold]) -> Double {
            folds.compactMap(\.outOfSample).reduce(0, +) / Double(folds.count)
        }
        #expect(judged(skilled.kFold) > 0.4 && judged(lucky.kFold) < 0.3)
        #expect(judged(skilled.combinatorial) > 0.4 && judged(lucky.combinatorial) < 0.3)
        // The first block has little before it to learn from.
        #expect(skilled.walkForward.dropFirst().allSatisfy { $0.best == 7 } && skilled.walkForward.count == 5)
        #expect(skilled.kFold.allSatisfy { $0.best == 7 } && skilled.kFold.count == 5)
        #expect((lucky.superiority?.realityCheck ?? 0) > 0.05 && (skilled.superiority?.realityCheck ?? 1) < 0.01)
        #expect(SweepJudgement([]).trials == 0 && SweepJudgement([]).overfitting == nil)
    }

    /// Blocks, what is learned beside them, and the paths, against numbers counted by hand: 24 parts, 3 folds, 4 groups.
    @Test func foldsAreCutAsSaid() {
        let folding = SweepFolding(folds: 3, groups: 4, judgedGroups: 2, purge: 1, embargo: 2)
        // The first point is good early, the second late, the third never.
        let good: [Double] = [0.02, 0.03, 0.02, 0.03, 0.02, 0.03, 0.02, 0.03, 0.02, 0.03, 0.02, 0.03]
        let bad: [Double] = [0, -0.01, -0.02, 0, -0.01, -0.02, 0, -0.01, -0.02, 0, -0.01, -0.02]
        let columns: [[Double]] = [good + bad, bad + good, bad + bad]
        let judgement = SweepJudgement(columns.enumerated().map { Self.outcome($0, returns: $1) }, folding: folding)
        #expect(judgement.walkForward.map(\.judged) == [Array(6..<12), Array(12..<18), Array(18..<24)])
        #expect(judgement.walkForward.map(\.learned) == [Array(0..<5), Array(0..<11), Array(0..<17)])
        #expect(judgement.walkForward.map(\.best) == [0, 0, 0])
        #expect(judgement.walkForward[0].growth > 0 && judgement.walkForward[1].growth < 0)
        #expect(judgement.kFold.map(\.judged) == [Array(0..<8), Array(8..<16), Array(16..<24)])
        #expect(judgement.kFold.map(\.learned) == [Array(11..<24), Array(0..<7) + Array(19..<24), Array(0..<15)])
        #expect(judgement.kFold.map(\.best) == [1, 0, 0])
        #expect(judgement.combinatorial.count == 6 && judgement.paths.count == 3)
        #expect(judgement.combinatorial[1].judged == Array(0..<6) + Array(12..<18))
        #expect(judgement.combinatorial[1].learned == Array(9..<11) + Array(21..<24))
    }

    /// A sweep over trades makes its bars as a single run does.
    @Test func tradesAreSweptAsInASingleRun() throws {
        var state: UInt64 = 9
        let trades = (0..<3000).map { index in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let time = Timestamp(seconds: 1_700_000_000 + Int64(index) * 7)
            return MarketUpdate(
                instrument: 0, time: time, kind: .trade(TradePrint(price: Price(100 + Int(state >> 61)), size: 100)))
        }
        let plan = BacktestPlan(instruments: Self.stock, updates: trades)
        let clock = SweepClock(of: plan, parts: 50)
        var swept = plan
        swept.clock = clock
        let values: [String: Double] = ["fast": 3, "slow": 9]
        let strategy = try StrategyCatalogue.strategy("sma", values, instruments: 1)
        let (whole, summed) = (strategy.backtest(plan), strategy.backtest(swept))
        #expect(clock.entries == whole.equity.count && clock.entries == whole.bars && whole.trades.count > 5)
        #expect(clock.marks.first == whole.equity.first?.time && clock.marks.last == whole.equity.last?.time)
        #expect(
            SweepOutcome(place: 0, values: values, result: summed, clock: clock)
                == SweepOutcome(place: 0, values: values, result: whole, clock: clock))
    }
}
