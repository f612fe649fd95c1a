import Testing
import TradewindsIndicators

@Suite("Indicators against references on real prices")
struct ReferenceTests {
    /// Where the reference's first value stands elsewhere than ours, and why. The values after are compared all the same.
    static let warmUpDifferences = [
        "ichimoku": "ours begins when all its lines have a value, the reference's lines begin one by one"
    ]

    @Test("Every indicator has a reference")
    func complete() {
        #expect(Set(Golden.cases.map(\.indicator)) == Set(IndicatorCatalogue.descriptions.map(\.name)))
        #expect(IndicatorCatalogue.descriptions.count >= 60)
    }

    @Test("Values equal the reference's to 1e-9", arguments: Golden.cases)
    func equals(_ golden: Golden.Case) throws {
        let description = try IndicatorCatalogue.description(of: golden.indicator)
        let indicator = try description.make(texts: golden.parameters)
        let columns = try description.columns(of: indicator, over: try Golden.data(description.input))
        let values = try #require(columns.first { $0.name == golden.column }).values
        #expect(values.count == Golden.bars.count)
        let scale = golden.values.map { abs($0.value) }.max() ?? 0
        for (row, value) in golden.values
        where row >= indicator.warmUp || Self.warmUpDifferences[golden.indicator] == nil {
            #expect(
                abs(values[row] - value) <= 1e-9 * max(abs(value), scale * 1e-3),
                "row \(row): \(values[row]), not \(value)")
        }
        if Self.warmUpDifferences[golden.indicator] == nil {
            #expect(values.firstIndex { !$0.isNaN } == golden.first)
        }
        #expect(indicator.warmUp == values.firstIndex { !$0.isNaN })
    }
}
