import Testing

@testable import TradewindsStatistics

@Suite("Correlation matrix")
struct CorrelationTests {
    struct Goldens: Decodable {
        let correlation: [[Double]]
    }

    @Test("numpy's corrcoef")
    func golden() throws {
        let reference = try Golden.load("econometrics", as: Goldens.self).correlation
        let inputs = try Golden.inputs()
        let names = ["own", "benchmark", "idle", "walk", "spread", "partner", "third"]
        let own = try CorrelationMatrix(names.map(inputs.column))
        for row in names.indices {
            for column in names.indices { #expect(agrees(own[row, column], reference[row][column])) }
        }
    }

    @Test(
        "Any shape equals the plain formula, on any number of threads",
        arguments: [(1, 2), (2, 3), (24, 8), (25, 512), (53, 77), (49, 1_030)])
    func shapes(columns: Int, rows: Int) throws {
        var generator = SeededGenerator(seed: UInt64(columns * rows))
        let data = (0..<columns).map { _ in (0..<rows).map { _ in generator.unit() - 0.4 } }
        let matrix = try CorrelationMatrix(data)
        for first in 0..<columns {
            for second in 0..<columns {
                let plain = try #require(correlation(data[first], data[second]))
                #expect(abs(try #require(matrix[first, second]) - plain) < 1e-12)
            }
        }
        #expect(matrix == (try CorrelationMatrix(data, workers: 2)))
        #expect(matrix == (try CorrelationMatrix(data, workers: 7)))
    }

    @Test("A column that does not move has no correlation; bad columns are named")
    func degenerate() throws {
        let matrix = try CorrelationMatrix([[1, 1, 1], [1, 2, 4]])
        #expect(matrix[0, 1] == nil)
        #expect(matrix[0, 0] == nil)
        #expect(matrix[1, 1] == 1)
        #expect(try CorrelationMatrix([]).size == 0)
        #expect(throws: StatisticsError.notFinite(column: "column 1", row: 2)) {
            try CorrelationMatrix([[1, 2, 3], [1, 2, .nan]])
        }
        #expect(throws: StatisticsError.self) { try CorrelationMatrix([[1, 2, 3], [1, 2]]) }
    }
}
