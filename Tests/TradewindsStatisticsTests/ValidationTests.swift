import Testing

@testable import TradewindsStatistics

@Suite("Validation equals purgedcv and scipy")
struct ValidationTests {
    struct Goldens: Decodable {
        struct Guard: Decodable {
            // swift-format-ignore: AlwaysUseLowerCamelCase
            // The names of purgedcv's own arguments.
            let purge_horizon, embargo, embargo_observations: Int?
            // swift-format-ignore: AlwaysUseLowerCamelCase
            let embargo_fraction: Double?
        }
        struct Sizes: Decodable {
            // swift-format-ignore: AlwaysUseLowerCamelCase
            let n_splits: Int
            // swift-format-ignore: AlwaysUseLowerCamelCase
            let test_size, train_size, n_test_groups: Int?
        }
        struct Split: Decodable {
            let kind: String
            let sizes: Sizes
            let `guard`: Guard
            let splits: [[[Int]]]
        }
        struct Splits: Decodable {
            let predicted, known: [Int]
            let cases: [Split]
            let predictions, paths: [[Double]]
        }
        struct Sharpe: Decodable {
            let column: String
            let sharpe, skew, kurtosis, deflated, expectedMaximum, quantstats: Double
            let probabilities: [Double]
            let trackRecords: [Double?]
        }
        struct Sharpes: Decodable {
            let cases: [Sharpe]
            let trials, years: [Double]
            let effective, effectiveOfNoise: Int
        }
        struct Overfitting: Decodable {
            let rows, groups: Int
            let metric: String
            let probability: Double
            let slope: Double?
            let logits: [Double]
            let performance: [[Double]]
        }
        struct Permutation: Decodable {
            let signals, returns: [Double]
            let observed, p: Double
        }
        struct Distributions: Decodable {
            let probabilities, quantiles, cumulative: [Double]
        }
        let splits: Splits
        let sharpe: Sharpes
        let overfitting: [Overfitting]
        let permutation: Permutation
        let distributions: Distributions
    }

    let goldens: Goldens
    let inputs: Golden.Inputs

    init() throws {
        goldens = try Golden.load("validation")
        inputs = try Golden.inputs()
    }

    private func leakGuard(_ golden: Goldens.Guard) -> LeakGuard {
        let embargo: LeakGuard.Embargo =
            if let duration = golden.embargo {
                .duration(duration)
            } else if let rows = golden.embargo_observations {
                .rows(rows)
            } else if let share = golden.embargo_fraction {
                .fraction(share)
            } else {
                .none
            }
        return LeakGuard(purgeHorizon: golden.purge_horizon ?? 0, embargo: embargo)
    }

    @Test("Walk-forward, purged k-fold and combinatorial splits, with every purge and embargo")
    func splits() throws {
        let times = try LabelTimes(predicted: goldens.splits.predicted, known: goldens.splits.known)
        for golden in goldens.splits.cases {
            let guarded = leakGuard(golden.guard)
            let sizes = golden.sizes
            let own =
                switch golden.kind {
                case "walk":
                    try WalkForward(
                        folds: sizes.n_splits, testSize: try #require(sizes.test_size), trainSize: sizes.train_size
                    ).splits(times, guarded: guarded)
                case "kfold": try PurgedKFold(folds: sizes.n_splits).splits(times, guarded: guarded)
                default:
                    try CombinatorialPurged(groups: sizes.n_splits, testGroups: try #require(sizes.n_test_groups))
                        .splits(times, guarded: guarded)
                }
            #expect(own.map { [$0.train, $0.test] } == golden.splits, "\(golden.kind) \(golden.guard)")
        }
        #expect(goldens.splits.cases.count == 35)
    }

    @Test("Combinatorial splits join to whole paths")
    func paths() throws {
        let splitter = CombinatorialPurged(groups: 5, testGroups: 2)
        let paths = try splitter.paths(goldens.splits.predictions, rows: goldens.splits.predicted.count)
        #expect(paths == goldens.splits.paths)
    }

    @Test("Probabilistic and deflated Sharpe ratio, minimum track record")
    func sharpe() throws {
        for golden in goldens.sharpe.cases {
            let returns = inputs.column(golden.column)
            let moments = try #require(SharpeMoments(returns))
            #expect(agrees(moments.sharpe, golden.sharpe))
            #expect(agrees(moments.skew, golden.skew))
            #expect(agrees(moments.kurtosis, golden.kurtosis))
            #expect(agree([0, 0.02, 0.2].compactMap { moments.probability(above: $0) }, golden.probabilities))
            let deflated = try DeflatedSharpe(moments, trials: 40, variance: 0.0004)
            #expect(agrees(deflated.probability, golden.deflated))
            #expect(agrees(deflated.expectedMaximum, golden.expectedMaximum))
            let records = [(0.0, 0.05), (0.01, 0.01), (-0.1, 0.5), (5.0, 0.05)].map {
                moments.minimumTrackRecord(target: $0.0, alpha: $0.1)
            }
            #expect(records == golden.trackRecords, "\(golden.column)")
            #expect(agrees(SharpeMoments(returns, deviation: .sample)?.probability(above: 0), golden.quantstats))
        }
        #expect(try DeflatedSharpe.effectiveTrials(goldens.sharpe.trials) == goldens.sharpe.effective)
        #expect(
            try DeflatedSharpe.effectiveTrials(Array(inputs.own.prefix(50))) == goldens.sharpe.effectiveOfNoise)
        let years = try [(1, 1.0), (7, 1.0), (45, 0.5), (1000, 2.0)].map {
            try DeflatedSharpe.minimumBacktestYears(trials: $0.0, target: $0.1)
        }
        #expect(agree(years, goldens.sharpe.years))
    }

    @Test("Probability of backtest overfitting")
    func overfitting() throws {
        for golden in goldens.overfitting {
            let models = golden.metric == "twins" ? inputs.models + inputs.models : inputs.models
            let returns = models.map { Array($0.prefix(golden.rows)) }
            let own =
                golden.metric != "sum"
                ? try BacktestOverfitting(returns, groups: golden.groups)
                : try BacktestOverfitting(returns, groups: golden.groups) { $0.reduce(0, +) }
            #expect(agrees(own.probability, golden.probability))
            #expect(agree(own.logits, golden.logits))
            #expect(agree(own.inSample, golden.performance[0]))
            #expect(agree(own.outOfSample, golden.performance[1]))
            #expect(agrees(own.slope, golden.slope, tolerance: 1e-8))
            #expect(
                own == (try BacktestOverfitting(returns, groups: golden.groups, workers: 3)) || golden.metric == "sum")
        }
    }

    @Test("Of columns that are all the same none is the best")
    func nothingToChoose() {
        let same = [inputs.models[0], inputs.models[0], inputs.models[0]]
        #expect(throws: StatisticsError.alike(columns: "configurations")) { try BacktestOverfitting(same, groups: 4) }
    }

    @Test("Over all orders the permutation test is scipy's exact one")
    func exactPermutation() throws {
        let golden = goldens.permutation
        var orders: [[Int]] = [[]]
        for row in 0..<golden.signals.count {
            orders = orders.flatMap { order in
                (0...order.count).map { place in
                    var longer = order
                    longer.insert(row, at: place)
                    return longer
                }
            }
        }
        let test = try SignalPermutation(signals: golden.signals, returns: golden.returns, order: .given(orders))
        #expect(agrees(test.observed, golden.observed))
        // Ours counts the observed order once more.
        #expect(agrees((test.pValue * Double(orders.count + 1) - 1) / Double(orders.count), golden.p))
    }

    @Test("Random orders find skill, keep the mean of none, and do not depend on threads")
    func randomPermutation() throws {
        let returns = Array(inputs.own.prefix(300))
        let clever = returns.map { $0 > 0 ? 1.0 : -1.0 }
        let shuffled = SignalPermutation.Order.shuffled(replicates: 499, seed: 1)
        let skill = try SignalPermutation(signals: clever, returns: returns, order: shuffled)
        #expect(skill.pValue == 1.0 / 500)
        #expect(skill == (try SignalPermutation(signals: clever, returns: returns, order: shuffled, workers: 4)))
        let always = try SignalPermutation(
            signals: returns.map { _ in 1 }, returns: returns, order: .rotated(replicates: 50, seed: 2))
        #expect(always.pValue == 1)
    }

    @Test("The normal distribution to the last digits")
    func normal() {
        let golden = goldens.distributions
        #expect(agree(golden.probabilities.map(NormalDistribution.quantile), golden.quantiles))
        for (x, reference) in zip([-30.0, -8, -1.5, 0, 0.3, 2, 7], golden.cumulative) {
            #expect(abs(NormalDistribution.cumulative(x) - reference) <= 1e-12 * reference)
        }
    }

    @Test("The generator gives the numbers of xoshiro256**'s authors, its bounded draws are even")
    func generator() {
        var known = SeededGenerator(words: (1, 2, 3, 4))
        let published: [UInt64] = [
            11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
            16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777,
            2_904_607_092_377_533_576,
        ]
        #expect(published.map { _ in known.next() } == published)
        var draws = SeededGenerator(seed: 1)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[draws.whole(below: 7)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
        #expect(draws.permutation(50).sorted() == Array(0..<50))
        var one = SeededGenerator(seed: 1, stream: 0)
        var other = SeededGenerator(seed: 1, stream: 1)
        #expect((0..<4).map { _ in one.next() } != (0..<4).map { _ in other.next() })
    }

    @Test("Splits that cannot be made are refused")
    func refusals() throws {
        let times = try LabelTimes(rows: 10, horizon: 1)
        #expect(throws: StatisticsError.self) { try WalkForward(folds: 5, testSize: 2).splits(times) }
        #expect(throws: StatisticsError.self) { try WalkForward(folds: 0, testSize: 2).splits(times) }
        #expect(throws: StatisticsError.self) { try WalkForward(folds: .max, testSize: .max).splits(times) }
        #expect(throws: StatisticsError.self) { try PurgedKFold(folds: 11).splits(times) }
        #expect(throws: StatisticsError.self) { try PurgedKFold(folds: 1).splits(times) }
        #expect(throws: StatisticsError.self) { try CombinatorialPurged(groups: 5, testGroups: 5).splits(times) }
        #expect(throws: StatisticsError.self) { try LabelTimes(predicted: [2, 1], known: [3, 3]) }
        #expect(throws: StatisticsError.self) { try LabelTimes(predicted: [2], known: [1]) }
        #expect(throws: StatisticsError.self) { try BacktestOverfitting([[1, 2, 3]], groups: 2) }
        #expect(throws: StatisticsError.self) { try BacktestOverfitting([[1, 2, 3], [1, 2, 3]], groups: 3) }
        let widest = try PurgedKFold(folds: 2).splits(
            times, guarded: LeakGuard(purgeHorizon: .max, embargo: .duration(.max)))
        #expect(widest.allSatisfy { $0.train.isEmpty })
    }
}
