import Testing
import TradewindsIndicators

/// What leaves a window must leave no trace, and what cannot be computed must not become a number.
@Suite("Indicators after unusual values")
struct WindowTests {
    /// The values of an indicator fed row by row, empty during warm-up.
    private func stream(
        _ name: String, _ bars: [PriceBar], _ others: [PriceBar], _ parameters: [String: Double] = [:]
    ) throws -> [[Double]?] {
        let description = try IndicatorCatalogue.description(of: name)
        var indicator = try description.make(parameters)
        return zip(bars, others).map { indicator.update(StreamTests.row(description.input, $0, $1)) }
    }

    private func scaled(_ bar: PriceBar, _ factor: Double) -> PriceBar {
        PriceBar(
            open: bar.open * factor, high: bar.high * factor, low: bar.low * factor, close: bar.close * factor,
            volume: bar.volume)
    }

    static let windowed = [
        "sma", "wma", "hma", "trima", "vwma", "bbands", "accbands", "stddev", "var", "avgdev", "zscore", "cci",
        "linreg", "er",
        "vhf", "vortex", "imi", "ultosc", "mfi", "cmf", "sum", "dpo", "coppock", "adr", "ao", "closetoclose",
        "parkinson",
        "garmanklass", "rogerssatchell", "yangzhang", "correl", "cov", "beta", "spreadz", "residual",
    ]

    @Test("An outlier that has left leaves no trace", arguments: windowed)
    func outlier(_ name: String) throws {
        // Without the stretches in which prices stand still.
        let place = 50
        for factor in [1e4, 1e6, 1e9] {
            var bars = StreamTests.walk(seed: 3, rows: 400).filter { $0.volume > 0 }
            let others = Array(StreamTests.walk(seed: 5, rows: 400).filter { $0.volume > 0 }.prefix(bars.count))
            bars[place] = scaled(bars[place], factor)
            let found = try stream(name, bars, others)
            let clean = try stream(name, Array(bars[(place + 1)...]), Array(others[(place + 1)...]))
            let largest = clean.compactMap { $0?.first.map(abs) }.max() ?? 0
            #expect(largest > 0)
            for (row, values) in clean.enumerated() {
                guard let values, let other = found[place + 1 + row] else { continue }
                for (value, expected) in zip(other, values) {
                    #expect(
                        abs(value - expected) <= 1e-12 * max(abs(expected), largest * 1e-2),
                        "\(factor) row \(row): \(value), not \(expected)")
                }
            }
        }
    }

    @Test(
        "A price at or below zero makes no volatility, and only while it is in the window",
        arguments: ["closetoclose", "parkinson", "garmanklass", "rogerssatchell", "yangzhang"])
    func notAboveZero(_ name: String) throws {
        let (place, period) = (40, 10)
        for factor in [0, -1.0] {
            var bars = StreamTests.walk(seed: 3, rows: 120)
            bars[place] = scaled(bars[place], factor)
            bars[place + 1] = scaled(bars[place + 1], factor)
            let parameters = ["period": Double(period)]
            let found = try stream(name, bars, bars, parameters)
            let clean = try stream(name, Array(bars[(place + 2)...]), bars, parameters)
            let needsBefore = ["closetoclose", "yangzhang"].contains(name)
            for row in place..<(place + 1 + period + (needsBefore ? 1 : 0)) {
                #expect(found[row]?.first?.isNaN == true, "row \(row): \(String(describing: found[row]))")
            }
            for (row, values) in clean.enumerated() {
                guard let expected = values?.first, let value = found[place + 2 + row]?.first else { continue }
                #expect(abs(value - expected) <= 1e-13, "row \(row)")
            }
            let description = try IndicatorCatalogue.description(of: name)
            let batch = try description.columns(of: description.make(parameters), over: .bars(PriceColumns(bars)))
            for (one, other) in zip(batch[0].values, found) {
                #expect(other?.first.map { $0 == one || $0.isNaN && one.isNaN } ?? one.isNaN)
            }
        }
    }

    @Test(
        "Numbers too large for an indicator give none, never another",
        arguments: IndicatorCatalogue.descriptions.map(\.name))
    func tooLarge(_ name: String) throws {
        // Exactly: powers of two.
        let factor = 0x1p600
        let bars = StreamTests.walk(seed: 3, rows: 300)
        let others = StreamTests.walk(seed: 5, rows: 300)
        let plain = try stream(name, bars, others)
        let large = try stream(name, bars.map { scaled($0, factor) }, others.map { scaled($0, factor) })
        for (row, (expected, found)) in zip(plain, large).enumerated() {
            for (place, (expected, found)) in zip(expected ?? [], found ?? []).enumerated() where found.isFinite {
                // The angle of a slope is of no power of the price.
                if name == "linreg", place == 3 { continue }
                let powers = [expected, expected * factor, expected * factor * factor]
                #expect(
                    powers.contains { abs(found - $0) <= 1e-9 * abs($0) + (abs(expected) < 1 ? 1e-12 : 0) },
                    "row \(row): \(found) of \(expected)")
            }
        }
    }

    @Test("Equal but for their rounding")
    func equals() throws {
        // The typical prices are equal in decimals.
        let bars = (0..<40).map { row in
            row % 2 == 0
                ? PriceBar(open: 29.9, high: 30.01, low: 29.7, close: 29.94, volume: 1)
                : PriceBar(open: 29.9, high: 29.99, low: 29.75, close: 29.91, volume: 1)
        }
        #expect(try stream("cci", bars, bars).compactMap { $0 }.allSatisfy { $0 == [0] })
        for price in [0.1, 1.23457, 33.33, 60.1] {
            let still = [PriceBar](
                repeating: PriceBar(open: price, high: price, low: price, close: price, volume: 1), count: 60)
            for name in ["cci", "avgdev", "stddev", "zscore", "correl", "beta"] {
                #expect(try stream(name, still, still).compactMap { $0 }.allSatisfy { $0 == [0] }, "\(name) \(price)")
            }
        }
    }

    @Test("The strength of prices that stand still has no range")
    func stillStrength() throws {
        var bars = Array(StreamTests.walk(seed: 3, rows: 80))
        let last = bars[79].close
        bars += [PriceBar](repeating: PriceBar(open: last, high: last, low: last, close: last), count: 60)
        let found = try stream("stochrsi", bars, bars)
        // The last move leaves the range of five after five rows.
        for row in 84..<140 { #expect(found[row]?.first == 0, "row \(row)") }
    }

    @Test("No beta to a market that stands still or grows evenly")
    func stillMarket() throws {
        let bars = StreamTests.walk(seed: 3, rows: 80)
        for rate in [0, 0.01] {
            var still = bars.map { _ in PriceBar(open: 60.1, high: 60.1, low: 60.1, close: 60.1) }
            for row in 0..<20 { still[row] = bars[row] }
            for row in 20..<80 { still[row].close = still[row - 1].close * (1 + rate) }
            let found = try stream("beta", bars, still)
            for row in 24..<80 { #expect(found[row] == [0], "row \(row)") }
        }
    }

    @Test("Small money flows count")
    func smallFlows() throws {
        let bars = StreamTests.walk(seed: 3, rows: 80)
        let small = bars.map { bar in
            var small = scaled(bar, 1 / 1024)
            small.volume /= 1_073_741_824
            return small
        }
        let plain = try stream("mfi", bars, bars)
        #expect(plain == (try stream("mfi", small, small)))
        #expect(plain.compactMap { $0?.first }.contains { $0 > 0 })
    }

    @Test("No price weighted by volume where nothing was traded", arguments: ["vwap", "vwma"])
    func withoutVolume(_ name: String) throws {
        var bars = StreamTests.walk(seed: 3, rows: 60)
        for row in 0..<60 where row < 5 || (20..<25).contains(row) { bars[row].volume = 0 }
        let parameters: [String: Double] = name == "vwma" ? ["period": 3] : [:]
        let found = try stream(name, bars, bars, parameters)
        for row in 0..<60 {
            let isEmpty = row < 5 || name == "vwma" && (22..<25).contains(row)
            #expect((found[row]?.first ?? .nan).isNaN == isEmpty, "row \(row)")
        }
    }

    @Test("Nothing over nothing is no value, and Kaufman's average stands still there")
    func nothingOverNothing() throws {
        var ratio = Ratio()
        #expect(ratio.update(NumberPair(1, 0))?.isNaN == true && ratio.update(NumberPair(1, 4)) == 0.25)
        var efficiency = try EfficiencyRatio(period: 3)
        var average = try KaufmanAverage(period: 3)
        let flat = (0..<6).map { _ in efficiency.update(5) }
        #expect(flat.prefix(3).allSatisfy { $0 == nil } && flat.dropFirst(3).allSatisfy { $0?.isNaN == true })
        #expect(efficiency.update(6) == 1)
        #expect((0..<6).map { _ in average.update(5) }.last == 5)
        for name in ["er", "ratio"] { #expect(try IndicatorCatalogue.description(of: name).gaps != nil) }
    }

    @Test("What reads volumes says so", arguments: IndicatorCatalogue.descriptions.map(\.name))
    func volumes(_ name: String) throws {
        let about = try IndicatorCatalogue.description(of: name)
        let bars = StreamTests.walk(seed: 3, rows: 200).filter { $0.volume > 0 }
        var silent = bars
        for row in silent.indices { silent[row].volume = 0 }
        func text(_ bars: [PriceBar]) throws -> String { "\(try stream(name, bars, bars))" }
        let differs = try text(bars) != text(silent)
        #expect(differs == about.readsVolume)
    }
}
