import Testing

@testable import TradewindsStatistics

@Suite("Bootstraps and comparisons of models equal arch")
struct BootstrapTests {
    struct Goldens: Decodable {
        struct Blocks: Decodable {
            let block: Int
            let starts, rows: [Int]
        }
        struct Schemes: Decodable {
            let starts, stationary: [Int]
            let chances: [Double]
            let meanBlock: Double
            let circular, movingBlock: Blocks
        }
        struct Interval: Decodable {
            let rows: [[Int]]
            let percentile, basic, means: [Double]
        }
        struct Intervals: Decodable {
            let count: Int
            let cases: [Interval]
        }
        struct Comparison: Decodable {
            let models, better: [Int]
            let block, shift: Double
            let rows: [[Int]]?
            let p: [String: Double]
            let critical: Double
        }
        struct Comparisons: Decodable {
            let count: Int
            let cases: [Comparison]
            let studentized: [String: Double]
        }
        struct Length: Decodable {
            let column: String
            let stationary, circular: Double
        }
        let schemes: Schemes
        let intervals: Intervals
        let comparison: Comparisons
        let lengths: [Length]
    }

    let goldens: Goldens
    let inputs: Golden.Inputs

    init() throws {
        goldens = try Golden.load("bootstrap")
        inputs = try Golden.inputs()
    }

    @Test("From the same draws come the same rows")
    func schemes() {
        let schemes = goldens.schemes
        #expect(
            BlockBootstrap.stationary(starts: schemes.starts, chances: schemes.chances, meanBlock: schemes.meanBlock)
                == schemes.stationary)
        for blocks in [schemes.circular, schemes.movingBlock] {
            #expect(BlockBootstrap.blocks(starts: blocks.starts, block: blocks.block, rows: 40) == blocks.rows)
        }
    }

    @Test("Replicates and confidence intervals of a mean")
    func intervals() throws {
        let column = Array(inputs.own.prefix(goldens.intervals.count))
        for golden in goldens.intervals.cases {
            let own = try BootstrapDistribution(column, resampling: .given(golden.rows)) {
                $0.reduce(0, +) / Double($0.count)
            }
            #expect(agree(own.replicates, golden.means))
            let percentile = own.percentileInterval(0.9)
            #expect(agree([percentile.lowerBound, percentile.upperBound], golden.percentile))
            let basic = own.basicInterval(0.9)
            #expect(agree([basic.lowerBound, basic.upperBound], golden.basic))
        }
    }

    @Test("Reality check and superior predictive ability")
    func comparison() throws {
        let rows = goldens.comparison.count
        let drawn = try #require(goldens.comparison.cases[0].rows)
        for golden in goldens.comparison.cases {
            let test = try SuperiorPredictiveAbility(
                differences: golden.models.enumerated().map { place, model in
                    inputs.models[model].prefix(rows).map { $0 - golden.shift * Double(place) }
                }, block: golden.block,
                resampling: .given(golden.rows ?? drawn))
            #expect(agrees(test.pValues.lower, golden.p["lower"]))
            #expect(agrees(test.pValues.consistent, golden.p["consistent"]))
            #expect(agrees(test.realityCheck, golden.p["upper"]))
            #expect(test.betterModels(level: 0.2) == golden.better)
            #expect(agrees(test.largest.quantile(0.8), golden.critical))
        }
        let studentized = try SuperiorPredictiveAbility(
            differences: inputs.models.map { Array($0.prefix(rows)) }, block: 6, resampling: .given(drawn),
            scale: .studentized)
        #expect(agrees(studentized.pValues.lower, goldens.comparison.studentized["lower"]))
        #expect(agrees(studentized.pValues.consistent, goldens.comparison.studentized["consistent"]))
        #expect(agrees(studentized.pValues.upper, goldens.comparison.studentized["upper"]))
    }

    @Test("Automatic block length")
    func lengths() throws {
        for golden in goldens.lengths {
            let column = golden.column == "squares" ? inputs.own.map { $0 * $0 } : inputs.column(golden.column)
            let own = try BlockLength(column)
            #expect(agrees(own.stationary, golden.stationary), "\(golden.column): \(own) \(golden)")
            #expect(agrees(own.circular, golden.circular), "\(golden.column): \(own) \(golden)")
        }
    }

    @Test(
        "Drawn rows are within the column, of its length, repeatable, and of the asked mean block",
        arguments: [
            BlockBootstrap.independent, .stationary(meanBlock: 8), .circular(block: 8), .movingBlock(block: 8),
        ])
    func drawn(bootstrap: BlockBootstrap) throws {
        var joined = 0
        for replicate in 0..<20 {
            let rows = try bootstrap.indices(rows: 1_003, seed: 5, replicate: replicate)
            #expect(rows.count == 1_003)
            #expect(rows.allSatisfy { (0..<1_003).contains($0) })
            #expect(rows == (try bootstrap.indices(rows: 1_003, seed: 5, replicate: replicate)))
            #expect(rows != (try bootstrap.indices(rows: 1_003, seed: 6, replicate: replicate)))
            joined += zip(rows, rows.dropFirst()).count { $1 == ($0 + 1) % 1_003 }
        }
        let share = Double(joined) / Double(20 * 1_002)
        #expect(bootstrap == .independent ? share < 0.01 : abs(share - 7.0 / 8) < 0.01)
    }

    @Test("Results do not depend on the number of threads")
    func threads() throws {
        let resampling = Resampling.seeded(.stationary(meanBlock: 5), replicates: 101, seed: 9)
        let column = Array(inputs.own.prefix(200))
        let models = inputs.models.map { Array($0.prefix(200)) }
        let means = try [1, 2, 3, 200].map { workers in
            try BootstrapDistribution(column, resampling: resampling, workers: workers) { $0.reduce(0, +) }
        }
        let tests = try [1, 2, 5].map { workers in
            try SuperiorPredictiveAbility(differences: models, block: 5, resampling: resampling, workers: workers)
        }
        #expect(Set(means).count == 1)
        #expect(Set(tests).count == 1)
        #expect(Set(means[0].replicates).count > 90)
    }

    @Test("Bad parameters are refused")
    func refusals() {
        #expect(throws: StatisticsError.self) {
            try BlockBootstrap.stationary(meanBlock: 0.5).indices(rows: 5, seed: 1, replicate: 0)
        }
        #expect(throws: StatisticsError.self) {
            try BlockBootstrap.movingBlock(block: 6).indices(rows: 5, seed: 1, replicate: 0)
        }
        #expect(throws: StatisticsError.self) {
            try BootstrapDistribution([1, 2], resampling: .given([[0, 2]])) { $0[0] }
        }
        #expect(throws: StatisticsError.self) {
            try SuperiorPredictiveAbility(differences: [], block: 2, resampling: .given([[0]]))
        }
        #expect(throws: StatisticsError.self) { try BlockLength([1, 2, 3]) }
        #expect(throws: StatisticsError.constant(column: "column")) {
            try BlockLength([Double](repeating: 1, count: 30))
        }
    }
}
