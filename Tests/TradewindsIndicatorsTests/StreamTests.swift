import Foundation
import Testing
import TradewindsIndicators

@Suite("Indicators one input at a time")
struct StreamTests {
    /// Prices that wander, stand still for a while, and jump.
    static func walk(seed: UInt64, rows: Int) -> [PriceBar] {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
        var price = 50 + 100 * next()
        return (0..<rows).map { row in
            let stands = row % 97 > 85
            let open = stands ? price : price * (1 + (next() - 0.5) * (row % 101 == 0 ? 0.3 : 0.02))
            let close = stands ? price : open * (1 + (next() - 0.5) * 0.03)
            let high = stands ? price : max(open, close) * (1 + next() * 0.01)
            let low = stands ? price : min(open, close) * (1 - next() * 0.01)
            price = close
            return PriceBar(
                open: open, high: high, low: low, close: close, volume: stands ? 0 : (next() * 1e6).rounded())
        }
    }

    static func row(_ kind: IndicatorInputKind, _ bar: PriceBar, _ other: PriceBar) -> IndicatorRow {
        switch kind {
        case .numbers: .number(bar.close)
        case .bars: .bar(bar)
        case .pairs: .pair(NumberPair(bar.close, other.close))
        }
    }

    @Test(
        "Streaming equals batch, to the bit, for random prices", arguments: IndicatorCatalogue.descriptions.map(\.name))
    func streamEqualsBatch(_ name: String) throws {
        let description = try IndicatorCatalogue.description(of: name)
        for seed in 1...4 as ClosedRange<UInt64> {
            let bars = Self.walk(seed: seed, rows: 500)
            let others = Self.walk(seed: seed + 100, rows: 500)
            var stream = try description.make()
            let data: IndicatorData =
                description.input == .pairs
                ? .pairs(try PairColumns(first: bars.map(\.close), second: others.map(\.close)))
                : .bars(PriceColumns(bars))
            let batch = try description.columns(of: stream, over: data)
            let warmUp = stream.warmUp
            let first = batch.map { column in column.values.firstIndex { !$0.isNaN } ?? column.values.count }
            for (place, (bar, other)) in zip(bars, others).enumerated() {
                let values = stream.update(Self.row(description.input, bar, other))
                #expect((values == nil) == (place < warmUp), "row \(place)")
                for (column, value) in (values ?? []).enumerated() {
                    let isGap = place < first[column] || description.gaps != nil && value.isNaN
                    #expect(isGap ? value.isNaN : value.isFinite, "row \(place)")
                    #expect(value.bitPattern == batch[column].values[place].bitPattern, "row \(place)")
                }
            }
        }
    }

    private func replay<I: Indicator>(_ indicator: I, _ rows: [I.Input]) throws {
        var used = indicator
        var first: [I.Output?] = []
        for row in rows { first.append(used.update(row)) }
        #expect(used != indicator || I.self == BarPrice.self || indicator.warmUp == 0)
        used.reset()
        var second: [I.Output?] = []
        for (place, row) in rows.enumerated() {
            // Saved and restored in the middle, it goes on as if nothing had been.
            if place == rows.count / 2 { used = try JSONDecoder().decode(I.self, from: JSONEncoder().encode(used)) }
            second.append(used.update(row))
        }
        // By their bits: a value that is none is not equal to itself.
        func bits(_ outputs: [I.Output?]) -> [[UInt64]?] { outputs.map { $0?.columnValues.map(\.bitPattern) } }
        #expect(bits(first) == bits(second))
    }

    @Test("A reset or restored indicator gives the same", arguments: IndicatorCatalogue.descriptions.map(\.name))
    func resets(_ name: String) throws {
        let bars = Self.walk(seed: 7, rows: 300)
        switch try IndicatorCatalogue.description(of: name).make() {
        case .numbers(let indicator): try replay(indicator, bars.map(\.close))
        case .bars(let indicator): try replay(indicator, bars)
        case .pairs(let indicator): try replay(indicator, bars.map { NumberPair($0.close, $0.open) })
        }
    }

    @Test("An indicator of an indicator")
    func chain() throws {
        let closes = Golden.bars.close
        let chained = try RelativeStrengthIndex(period: 14).then(SimpleAverage(period: 5))
        let strength = try RelativeStrengthIndex(period: 14).batch(closes)
        let expected = try SimpleAverage(period: 5).batch(strength.values)
        let found = chained.batch(closes)
        #expect(found.warmUp == 18)
        #expect(found.values == expected.values)
    }

    @Test("A number that is none leaves a window behind it")
    func heals() throws {
        for description in IndicatorCatalogue.descriptions
        where ["sma", "wma", "stddev", "max", "linreg"].contains(description.name) {
            guard case .numbers(let indicator) = try description.make(["period": 5]) else { continue }
            func last<I: Indicator<Double>>(_ indicator: I) -> [Double]? {
                var indicator = indicator
                var value: I.Output?
                for input in [1, 2, .nan, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15.0] {
                    value = indicator.update(input)
                }
                return value?.columnValues
            }
            #expect(last(indicator)?.allSatisfy(\.isFinite) == true, "\(description.name)")
        }
    }

    @Test("Short inputs give no value")
    func short() throws {
        for description in IndicatorCatalogue.descriptions {
            let indicator = try description.make()
            for rows in [0, 1] {
                let bars = Array(Self.walk(seed: 1, rows: rows))
                let data: IndicatorData =
                    description.input == .pairs
                    ? .pairs(try PairColumns(first: bars.map(\.close), second: bars.map(\.open)))
                    : .bars(PriceColumns(bars))
                let columns = try description.columns(of: indicator, over: data)
                #expect(columns.allSatisfy { $0.values.count == rows })
            }
        }
    }

    @Test("Bad parameters are refused with a remedy")
    func refusals() throws {
        #expect(throws: IndicatorError.periodOutOfRange(0, allowed: 1...1_000_000)) { try SimpleAverage(period: 0) }
        #expect(throws: IndicatorError.fastNotBelowSlow(fast: 26, slow: 12)) { try MACD(fast: 26, slow: 12) }
        #expect(throws: IndicatorError.self) { try PairColumns(first: [1], second: []) }
        let unknown = #expect(throws: IndicatorError.self) { try IndicatorCatalogue.description(of: "smma") }
        #expect(unknown?.description.contains("did you mean sma?") == true)
        let sma = try IndicatorCatalogue.description(of: "sma")
        let wrong = #expect(throws: IndicatorError.self) { try sma.make(texts: ["periode": "3"]) }
        #expect(wrong?.description.contains("did you mean period?") == true)
        #expect(throws: IndicatorError.self) { try sma.make(texts: ["period": "0"]) }
        #expect(throws: IndicatorError.self) { try sma.make(texts: ["period": "2.5"]) }
        let pairs = IndicatorData.pairs(try PairColumns(first: [1], second: [2]))
        #expect(throws: IndicatorError.self) { try sma.columns(of: try sma.make(), over: pairs) }
    }
}
