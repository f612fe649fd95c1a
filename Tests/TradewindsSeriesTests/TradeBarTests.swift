import Testing
import TradewindsVocabulary

@testable import TradewindsSeries

/// Bars of the first 20,000 E-mini trades against mlfinpy's.
struct TradeBarTests {
    private static let names: [String: TradeMeasure] = ["ticks": .ticks, "volume": .volume, "value": .value]
    private static let average = InformationRule(
        initialTicks: 300, window: 1000, expectedTicks: .average(bars: 3, bounds: 100...1000))
    private static let constant = InformationRule(initialTicks: 300, window: 1000)

    private func bars(_ ticks: TickSeries, _ kind: String, _ measure: TradeMeasure) throws -> BarSeries {
        switch kind {
        case "standard":
            try ticks.bars(by: measure, size: [.ticks: 150, .volume: 500, .value: 1_000_000][measure] ?? 0)
        case "imbalance-average": try ticks.imbalanceBars(by: measure, rule: Self.average)
        case "imbalance-constant": try ticks.imbalanceBars(by: measure, rule: Self.constant)
        case "run-average": try ticks.runBars(by: measure, rule: Self.average)
        default: try ticks.runBars(by: measure, rule: Self.constant)
        }
    }

    @Test(arguments: [
        "standard", "imbalance-average", "imbalance-constant", "run-average", "run-constant",
    ])
    func barsAreThoseOfTheReference(kind: String) throws {
        let ticks = try Golden.ticks()
        let all = try Golden.rows("bars.csv").filter { $0["kind"] == kind }
        for (name, measure) in Self.names {
            let expected = all.filter { $0["measure"] == name }
            let bars = try bars(ticks, kind, measure)
            #expect(expected.count > 5)
            try #require(bars.count == expected.count, "\(kind) \(name)")
            for column in bars.table.columns {
                let wrong = bars.time.indices.filter { !isClose(column.values[$0], expected[$0][column.name]) }
                #expect(wrong.isEmpty, "\(kind) \(name) \(column.name)")
            }
            let last = try #require(bars["last_tick"])
            #expect(bars.time.indices.allSatisfy { bars.time[$0] == ticks.time[Int(last[$0]) - 1] })
        }
    }

    /// mlfinpy's average of ones is not one, and 1310 sells do not pass a threshold of 1310 and a little.
    @Test func averagesRoundAsThoseOfTheReference() throws {
        for (count, expected) in [(2000, 1.0000000000000102), (1000, 1.0000000000000078)] {
            #expect(InformationRule.average([Double](repeating: 1, count: count)[...], window: count) == expected)
        }
        let rule = InformationRule(
            initialTicks: 1000, window: 2000, expectedTicks: .average(bars: 3, bounds: 500...3000), shareBars: 3)
        let bars = try Golden.ticks().runBars(by: .ticks, rule: rule)
        #expect(bars["last_tick"]?[1] == 5169)
    }

    @Test func badArgumentsAreRefused() throws {
        let ticks = try Golden.ticks()[0..<10]
        #expect(throws: SeriesError.self) { try ticks.bars(by: .volume, size: 0) }
        #expect(throws: SeriesError.self) { try ticks.bars(by: .volume, size: .nan) }
        #expect(throws: SeriesError.self) { try ticks.runBars(by: .ticks, rule: InformationRule(initialTicks: 0)) }
        #expect(throws: SeriesError.self) { try ticks.imbalanceBars(by: .ticks, rule: InformationRule(window: 0)) }
        #expect(try ticks[0..<0].imbalanceBars(by: .ticks).isEmpty)
        #expect(try ticks.bars(by: .ticks, size: 11).isEmpty)
    }

    @Test func tradesAreCountedInWholeNumbers() throws {
        let ticks = try Golden.ticks()
        #expect(throws: SeriesError.badArgument(name: "size", requirement: "a whole number of trades")) {
            try ticks.bars(by: .ticks, size: 2.5)
        }
        #expect(try ticks.bars(by: .volume, size: 2.5).count > 0)
    }
}
