import Foundation
import Testing

@testable import TradewindsStrategy

/// What the pair strategies decide by, against statsmodels (`Tools/oracles/statistics_goldens/pairs.py`).
@Suite
struct PairSignalTests {
    private struct Golden: Decodable {
        struct File: Decodable { let values: Golden }
        struct Filtered: Decodable {
            let drift, noise: Double
            let error, deviation, slope, intercept: [Double]
        }
        struct Line: Decodable {
            let end: Int
            let slope, residual, deviation, statistic: Double
        }
        let first, second: [Double]
        let window: Int
        let kalman: [Filtered]
        let lines: [Line]

        static func load() throws -> Self {
            let place = try #require(
                Bundle.module.url(forResource: "pairs", withExtension: "json", subdirectory: "Golden"),
                "no Golden/pairs.json: run make oracles")
            return try JSONDecoder().decode(File.self, from: Data(contentsOf: place)).values
        }
    }

    private static func agree(_ own: Double, _ reference: Double) -> Bool {
        abs(own - reference) <= max(1e-9 * abs(reference), 1e-9)
    }

    @Test func theFilterFollowsTheLine() throws {
        let golden = try Golden.load()
        #expect(golden.kalman.count == 2)
        for found in golden.kalman {
            var filter = HedgeFilter(drift: found.drift, noise: found.noise)
            for row in golden.first.indices {
                let (error, deviation) = filter.add(golden.first[row], golden.second[row])
                #expect(
                    Self.agree(error, found.error[row]) && Self.agree(deviation, found.deviation[row])
                        && Self.agree(filter.slope, found.slope[row])
                        && Self.agree(filter.intercept, found.intercept[row]),
                    "row \(row) of drift \(found.drift)")
            }
        }
    }

    @Test func theLineAndItsResidualsAreThoseOfEngleAndGranger() throws {
        let golden = try Golden.load()
        #expect(golden.lines.count == 7)
        for line in golden.lines {
            let rows = (line.end - golden.window)..<line.end
            let found = HedgeLine(of: golden.first[rows].map { log($0) }, on: golden.second[rows].map { log($0) })
            #expect(
                Self.agree(found.slope, line.slope) && Self.agree(found.residual, line.residual)
                    && Self.agree(found.deviation, line.deviation) && Self.agree(found.statistic, line.statistic),
                "ending at row \(line.end)")
        }
    }
}
