import Foundation
import Testing
import TradewindsSeries
import TradewindsVocabulary

/// Events, labels and weights against mlfinpy's, on closes of E-mini bars by volume.
struct LabelTests {
    @Test func volatilityIsThatOfTheReference() throws {
        let bars = try Golden.closes()
        let expected = try Golden.rows("volatility.csv").map { $0["volatility"] }
        // A row with nothing in it is one without a value.
        let values = try bars.dailyVolatility(span: 100)
        let present = values.compactMap { $0 }
        let reference = expected.compactMap { $0 }.filter { !$0.isEmpty && $0 != "\"\"" }
        #expect(present.count == reference.count)
        #expect(present.count > 500)
        #expect(zip(present, reference).allSatisfy { isClose($0, $1) })
        // The values there are stand at the end.
        #expect(values.suffix(present.count).allSatisfy { $0 != nil })
    }

    @Test func eventsAreThoseOfTheReference() throws {
        let events = try Golden.closes().close.cusumEvents(threshold: 0.001)
        #expect(events == (try Golden.rows("cusum.csv").compactMap { Int($0["row"] ?? "") }))
    }

    @Test(arguments: ["plain", "tight", "meta"])
    func labelsAreThoseOfTheReference(name: String) throws {
        let bars = try Golden.closes()
        let events = try bars.close.cusumEvents(threshold: 0.001)
        let (multiples, horizon) = ["plain": ((1.0, 1.0), 20), "tight": ((0.5, 0.5), 40)][name] ?? ((2.0, 1.0), 60)
        let sides = name == "meta" ? events.indices.map { $0 % 3 == 0 ? BetSide.short : .long } : nil
        let labels = try bars.tripleBarrierLabels(
            events: events, targets: bars.dailyVolatility(span: 100),
            rule: BarrierRule(profit: multiples.0, loss: multiples.1, horizon: horizon, minimumReturn: 0.0005),
            sides: sides)
        let expected = try Golden.rows("labels.csv").filter { $0["case"] == name }
        try #require(labels.count == expected.count)
        for (label, reference) in zip(labels, expected) {
            #expect("\(label.row)" == reference["row"])
            #expect("\(label.endRow)" == reference["end"])
            #expect(isClose(label.target, reference["target"]))
            // The reference's return of a short is entry / exit - 1.
            let direction: Double = label.side == .short ? -1 : 1
            let relative = pow(bars.close[label.endRow] / bars.close[label.row], direction)
            #expect(isClose(relative - 1, reference["return"]))
            // The reference finds its label again from the logarithmic return.
            let width = log(1 + label.target)
            let bin = log(relative) > width * multiples.0 ? 1 : log(relative) < -width * multiples.1 ? -1 : 0
            #expect("\(sides == nil ? bin : max(bin, 0))" == reference["bin"])
        }
        // Where that agrees with the barrier that was met, and where it does not.
        let differing = zip(labels, expected).filter { "\($0.label)" != $1["bin"] }
        for (label, _) in differing {
            let atEdge = label.barrier == .horizon || max(multiples.0, multiples.1) != 1
            #expect(atEdge, "\(label)")
        }
        #expect(differing.count <= labels.count / 10)
    }

    @Test func aBarrierIsMetBeyondItAndOnlyAfterTheEvent() throws {
        let close: Column<Double> = [128, 129, 130, 128, 127, 126, 125]
        let times = Column((0..<7).map { Timestamp(seconds: $0) })
        let bars = try BarSeries(time: times, open: close, high: close, low: close, close: close, volume: close)
        let targets = [Double?](repeating: 1.0 / 64, count: 7)
        func label(_ rule: BarrierRule, side: BetSide? = nil) throws -> BarrierLabel? {
            try bars.tripleBarrierLabels(events: [0], targets: targets, rule: rule, sides: side.map { [$0] }).first
        }
        let both = try #require(try label(BarrierRule()))
        #expect(both.endRow == 6 && both.barrier == .loss && both.label == -1)
        #expect(try label(BarrierRule(profit: 0.5, loss: nil))?.endRow == 2)
        let short = try #require(try label(BarrierRule(), side: .short))
        #expect(short.endRow == 6 && short.barrier == .profit && short.label == 1)
        #expect(short.profit == 3.0 / 128)
        let timed = try #require(try label(BarrierRule(horizon: 4)))
        #expect(timed.barrier == .horizon && timed.endRow == 4 && timed.label == 0)
        #expect(try label(BarrierRule(horizon: 4, atHorizon: .sign))?.label == -1)
        // Open at the end, below the minimum, without a target: no label.
        #expect(try label(BarrierRule(loss: nil)) == nil)
        #expect(try label(BarrierRule(loss: nil, horizon: 7)) == nil)
        #expect(try label(BarrierRule(minimumReturn: 1.0 / 64)) == nil)
        #expect(throws: SeriesError.self) { try label(BarrierRule(profit: -1)) }
        #expect(throws: SeriesError.self) {
            try bars.tripleBarrierLabels(events: [7], targets: targets, rule: BarrierRule())
        }
    }

    @Test func weightsAreThoseOfTheReference() throws {
        let bars = try Golden.closes()
        let expected = try Golden.rows("weights.csv")
        let spans = try expected.map { row in
            try #require(Int(row["row"] ?? ""))...(try #require(Int(row["end"] ?? "")))
        }
        let labels = try LabelSpans(spans, rows: bars.count)
        let columns: [(String, [Double])] = [
            ("concurrency", spans.map { Double(labels.concurrency[$0.lowerBound]) }),
            ("uniqueness", labels.averageUniqueness), ("by_return", try labels.weightsByReturn(close: bars.close)),
            ("decay_half", try labels.timeDecay(oldest: 0.5)), ("decay_zero", try labels.timeDecay(oldest: 0)),
            ("decay_cut", try labels.timeDecay(oldest: -0.3)),
        ]
        for (name, values) in columns {
            // Weights average one; a small one is a difference of logarithms whose last digits depend on the library.
            let wrong = values.indices.filter { !isClose(values[$0], expected[$0][name], scale: 1) }
            #expect(wrong.isEmpty, "\(name)")
        }
        #expect(throws: SeriesError.self) { try labels.timeDecay(oldest: -1) }
        #expect(throws: SeriesError.self) { try LabelSpans([0...bars.count], rows: bars.count) }
    }

    @Test func fractionalDifferencesAreThoseOfTheReference() throws {
        let close = try Golden.closes().close.rows(0..<800)
        let expected = try Golden.rows("fracdiff.csv")
        for name in ["0.4:0.001", "0.4:0.0001", "0.8:0.0001", "1.3:0.0001"] {
            let parts = name.split(separator: ":").compactMap { Double($0) }
            let difference = try FractionalDifference(order: parts[0], threshold: parts[1], longest: 800)
            let values = difference.values(of: close)
            let wrong = values.indices.filter { !isClose(values[$0], expected[$0][name]) }
            #expect(wrong.isEmpty, "\(name)")
        }
        #expect(try FractionalDifference(order: 1, longest: 100).weights == [1, -1])
        #expect(
            try FractionalDifference(order: 1, longest: 100).values(of: [1, 4, .nan, 2, 7]) == [nil, 3, nil, nil, 5])
        #expect(try FractionalDifference(order: 0, longest: 100).values(of: [1, 4]) == [1, 4])
        #expect(throws: SeriesError.self) { try FractionalDifference(order: -1, longest: 9) }
        #expect(throws: SeriesError.self) { try FractionalDifference(order: 1, threshold: 0, longest: 9) }
    }

    @Test func aPriceOfZeroHasNoLogarithm() {
        #expect(throws: SeriesError.badValue(column: "close", row: 1, requirement: "above zero to have a logarithm")) {
            try Column([1.0, 0]).cusumEvents(threshold: 0.1)
        }
        #expect(throws: SeriesError.self) { try Column([1.0, 2]).cusumEvents(threshold: 0) }
    }
}
