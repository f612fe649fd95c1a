import Testing
import TradewindsIndicators

@Suite("Indicators against references on real prices")
struct ReferenceTests {
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
        for (row, value) in golden.values {
            #expect(
                abs(values[row] - value) <= 1e-9 * max(abs(value), scale * 1e-3),
                "row \(row): \(values[row]), not \(value)")
        }
        #expect(values.firstIndex { !$0.isNaN } == golden.first)
        #expect(indicator.warmUp == columns.compactMap { $0.values.firstIndex { !$0.isNaN } }.min())
    }

    @Test("Keltner's lines are those of its average and its range, to the bit")
    func keltner() throws {
        let bars = Golden.bars
        for (period, reach) in [(20, 10), (5, 30)] {
            let band = try KeltnerChannel(period: period, rangePeriod: reach, width: 1.5).batch(bars)
            let middle = try BarPrice(.typical).then(ExponentialAverage(period: period)).batch(bars)
            let range = try AverageTrueRange(period: reach).batch(bars)
            #expect(band.warmUp == max(middle.warmUp, range.warmUp))
            for row in band.warmUp..<band.count {
                let (middle, range) = (try #require(middle[row]), try #require(range[row]))
                #expect(
                    band[row] == Band(upper: middle + 1.5 * range, middle: middle, lower: middle - 1.5 * range))
            }
        }
    }

    /// High, low, close and volume of MSFT from 2009-11-16 to 2009-11-25. The typical prices of the 23rd and the 24th
    /// are both 29.88333…; as sums of doubles the second is smaller by the last bit.
    static let tie: [(Double, Double, Double, Double)] = [
        (29.8, 29.37, 29.54, 4), (30.0, 29.47, 30.0, 3), (30.14, 29.81, 30.11, 5), (30.0, 29.7, 29.78, 2),
        (29.77, 29.43, 29.62, 6), (30.01, 29.7, 29.94, 7), (29.99, 29.75, 29.91, 8), (29.86, 29.58, 29.79, 3),
    ]

    @Test("Equal typical prices are no move of money")
    func tiedTypicalPrices() throws {
        let bars = PriceColumns(
            Self.tie.map { PriceBar(open: $0.2, high: $0.0, low: $0.1, close: $0.2, volume: $0.3) })
        let found = try MoneyFlowIndex(period: 3).batch(bars)
        // TA-Lib 0.8.1: MFI(high, low, close, volume, 3).
        let expected = [80.06394331992826, 38.74614947770569, 46.85201914247106, 54.077227330305824, 70.09852106697646]
        #expect(found.warmUp == 3 && found.values.count == expected.count)
        for (value, reference) in zip(found.values, expected) { #expect(abs(value - reference) < 1e-9) }
    }
}
