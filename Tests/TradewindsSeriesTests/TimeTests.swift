import Testing
import TradewindsVocabulary

@testable import TradewindsSeries

struct TimeTests {
    private func series(_ seconds: [Int64], _ closes: [Double]) throws -> BarSeries {
        let close = Column(closes)
        return try BarSeries(
            time: Column(seconds.map { Timestamp(seconds: $0) }), open: close, high: Column(closes.map { $0 + 1 }),
            low: Column(closes.map { $0 - 1 }), close: close, volume: Column(closes.map { _ in 10 }))
    }

    private func at(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds) }

    @Test func longerBarsHoldShorterOnes() throws {
        let bars = try series([0, 60, 120, 300, 360, 660], [1, 5, 3, 7, 2, 9])
        let longer = try bars.resampled(every: .seconds(300))
        #expect(longer.time.map(\.seconds) == [0, 300, 600])
        #expect(longer[0] == .init(time: at(0), open: 1, high: 6, low: 0, close: 3, volume: 30))
        #expect(longer[1] == .init(time: at(300), open: 7, high: 8, low: 1, close: 2, volume: 20))
        #expect(try bars.resampled(every: .seconds(300), origin: at(60)).time.map(\.seconds) == [-240, 60, 360, 660])
        #expect(throws: SeriesError.self) { try bars.resampled(every: .zero) }
        // Times before 1970 fall into the interval that holds them.
        #expect(try series([-1], [1]).resampled(every: .seconds(300)).time.map(\.seconds) == [-300])
    }

    /// A bar that ends after its interval would put a later close into an earlier bar.
    @Test func longerBarsLookNotAhead() throws {
        let begins: [Int64] = (0..<12).map { $0 * 300 }
        let fives = try series(begins, begins.map { Double($0 + 5) })
        for length in [420, 60, 299, 450] {
            let error = #expect(throws: SeriesError.self) { try fives.resampled(every: .seconds(length)) }
            guard case .beyondInterval(_, .seconds(300), .seconds(length))? = error else {
                Issue.record("\(length): \(error?.description ?? "")")
                continue
            }
        }
        #expect(try fives.resampled(every: .seconds(600)).count == 6 && fives.resampled(every: .seconds(300)) == fives)
        #expect(throws: SeriesError.beyondInterval(row: 1, bar: .seconds(300), interval: .seconds(600))) {
            try fives.resampled(every: .seconds(600), origin: at(300 + 100))
        }
        // The first bar of a session is short where the hours are full ones.
        let hours = try series([1800, 3600, 7200, 10_800, 14_400], [1, 2, 3, 4, 5])
        #expect(try hours.resampled(every: .seconds(3600)).time.map(\.seconds) == [0, 3600, 7200, 10_800, 14_400])
        // Bars by volume end when they end.
        let volumes = try series([1, 5, 6, 14, 31, 33], [1, 2, 3, 4, 5, 6])
        #expect(try volumes.resampled(every: .seconds(7)).time.map(\.seconds) == [0, 14, 28])
    }

    @Test func rowsEndAStepLater() throws {
        func midnights(_ days: [Int64]) -> Column<Timestamp> { Column(days.map { at($0 * 86_400) }) }
        let days = midnights([0, 1, 2, 3, 6, 7])
        #expect(days.usualStep?.length == .seconds(86_400) && days.usualStep?.count == 4)
        #expect(days.ends == midnights([1, 2, 3, 4, 7, 8]))
        let bursts: [Int64] = [1, 5, 6, 14, 31, 33]
        #expect(Column(bursts.map { at($0) }).ends == nil)
        #expect(Column([at(5)]).ends == nil && Column([at(5), at(5)]).usualStep == nil)
    }

    @Test func sessionsMakeBars() throws {
        let bars = try series([0, 60, 120, 300, 360, 660], [1, 5, 3, 7, 2, 9])
        let days = try bars.resampled(into: [at(30)..<at(121), at(200)..<at(210), at(300)..<at(360)])
        #expect(days.time.map(\.seconds) == [30, 300])
        #expect(Array(days.open) == [5, 7])
        #expect(Array(days.close) == [3, 7])
        #expect(throws: SeriesError.self) { try bars.resampled(into: [at(0)..<at(100), at(50)..<at(200)]) }
    }

    @Test func ticksMakeBarsAsTheirBarsDo() throws {
        let ticks = try Golden.ticks()
        let minutes = try ticks.bars(every: .seconds(60))
        #expect(minutes.volume.reduce(0, +) == ticks.size.reduce(0, +))
        #expect(try ticks.bars(every: .seconds(3600)) == (try minutes.resampled(every: .seconds(3600))))
        let hours = try ticks.bars(every: .seconds(3600))
        let sessions = hours.time.map { $0..<($0 + .seconds(3600)) }
        #expect(try ticks.bars(in: sessions) == hours)
        for row in 0..<hours.count {
            let part = ticks[sessions[row]]
            #expect(hours.high[row] == part.price.max() && hours.open[row] == part.price[0])
        }
    }

    @Test func gapsAreListed() throws {
        let bars = try series([0, 60, 240, 300, 1000], [1, 1, 1, 1, 1])
        #expect(
            bars.gaps(longerThan: .seconds(60)) == [
                SeriesGap(rowBefore: 1, from: at(60), until: at(240), missing: nil),
                SeriesGap(rowBefore: 3, from: at(300), until: at(1000), missing: nil),
            ])
        let sessions = [at(-120)..<at(420), at(960)..<at(1080)]
        #expect(
            try bars.gaps(every: .seconds(60), in: sessions) == [
                SeriesGap(rowBefore: nil, from: at(-120), until: at(0), missing: 2),
                SeriesGap(rowBefore: 1, from: at(120), until: at(240), missing: 2),
                SeriesGap(rowBefore: 3, from: at(360), until: at(420), missing: 1),
                SeriesGap(rowBefore: 3, from: at(960), until: at(1000), missing: 1),
                SeriesGap(rowBefore: 4, from: at(1060), until: at(1080), missing: 1),
            ])
        #expect(throws: SeriesError.self) { try bars.gaps(every: .zero, in: sessions) }
        #expect(throws: SeriesError.self) {
            try bars.gaps(every: Duration(secondsComponent: 0, attosecondsComponent: 1), in: sessions)
        }
    }

    @Test func alignmentLeavesHolesOpen() throws {
        let left = try series([1, 2, 4], [10, 20, 40])
        let right = try series([2, 3, 4], [200, 300, 400])
        let outer = try Alignment([left, right], join: .outer)
        #expect(outer.time.map(\.seconds) == [1, 2, 3, 4])
        #expect(try outer.values(left.close, of: 0) == [10, 20, nil, 40])
        #expect(try outer.values(right.close, of: 1) == [nil, 200, 300, 400])
        #expect(outer.holes(0) == [2])
        let inner = try Alignment([left, right], join: .inner)
        #expect(inner.time.map(\.seconds) == [2, 4])
        #expect(try inner.values(right.close, of: 1) == [200, 400])
        let filled = try Alignment([left, right], join: .outer, fillsForward: true)
        #expect(try filled.values(left.close, of: 0) == [10, 20, 20, 40])
        #expect(try filled.values(right.close, of: 1) == [nil, 200, 300, 400])
        #expect(filled.isFilled(0, at: 2) && !filled.isFilled(0, at: 1) && !filled.isFilled(1, at: 0))
        #expect(try Alignment([left, right], join: .of(1)).time == right.time)
        #expect(throws: SeriesError.self) { try Alignment([left], join: .of(1)) }
        #expect(throws: SeriesError.self) { try Alignment([BarSeries](), join: .inner) }
        #expect(throws: SeriesError.self) { try outer.values([1], of: 0) }
    }

    @Test func alignmentAgreesWithLookingUpEachTime() throws {
        var generator = SplitMix(seed: 21)
        for _ in 0..<50 {
            let columns = (0..<3).map { _ in
                Column((0..<Int64(30)).filter { _ in generator.next() % 3 == 0 }.map { Timestamp(seconds: $0) })
            }
            let outer = try Alignment(columns, join: .outer)
            #expect(Array(outer.time) == Set(columns.flatMap { $0 }).sorted())
            let inner = try Alignment(columns, join: .inner)
            let common = columns.dropFirst().reduce(Set(columns[0])) { $0.intersection($1) }
            #expect(Array(inner.time) == common.sorted())
            for series in 0..<3 {
                for index in 0..<outer.count {
                    #expect(outer.row(series, at: index) == columns[series].firstIndex(of: outer.time[index]))
                }
            }
        }
    }

    @Test func splitsAndDividendsLeaveNoJump() throws {
        // Days 0 to 4: two for one on day 2, a dividend of 1 on day 3.
        let bars = try series((0..<5).map { $0 * 86_400 }, [100, 104, 52, 50, 51])
        let day = try #require(CivilDate(year: 1970, month: 1, day: 1))
        let actions = [
            CorporateAction(date: day.advanced(by: 2), kind: .split(ratio: 2)),
            CorporateAction(date: day.advanced(by: 3), kind: .dividend(amount: 1)),
            CorporateAction(date: day, kind: .split(ratio: 10)),
            CorporateAction(date: day.advanced(by: 9), kind: .dividend(amount: 5)),
        ]
        let adjusted = try bars.adjusted(for: actions)
        let factor = 1 - 1.0 / 52
        let expected = [50 * factor, 52 * factor, 52 * factor, 50, 51]
        #expect(zip(adjusted.close, expected).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(Array(adjusted.volume) == [20, 20, 10, 10, 10])
        #expect(adjusted.high[1] == 105 / 2 * factor)
        let huge = CorporateAction(date: day.advanced(by: 2), kind: .dividend(amount: 104))
        #expect(throws: SeriesError.self) { try bars.adjusted(for: [huge]) }
        let none = CorporateAction(date: day.advanced(by: 2), kind: .split(ratio: 0))
        #expect(throws: SeriesError.self) { try bars.adjusted(for: [none]) }
    }

    @Test func actionsAreReadAndBadOnesNamed() throws {
        let text = "Date,Kind,Value\n2005-02-28,split,2\n\n2012-08-09, dividend ,2.65\n"
        let actions = try CorporateAction.read(csvText: text)
        #expect(actions.map(\.kind) == [.split(ratio: 2), .dividend(amount: 2.65)])
        let bad = [
            ("2005-02-28,merger,2", "kind"), ("2005-02-30,split,2", "date"), ("2005-02-28,split,0", "value"),
            ("2005-02-28,split,x", "value"),
        ]
        for (row, column) in bad {
            do {
                _ = try CorporateAction.read(csvText: "date,kind,value\n\n\(row)\n", file: "a.csv")
                Issue.record("read \(row)")
            } catch { #expect(error.line == 3 && error.column == column) }
        }
        #expect(throws: CSVFileError.self) { try CorporateAction.read(csvText: "") }
        #expect(throws: CSVFileError.self) { try CorporateAction.read(csvText: "2005-02-28,split,2\n") }
    }
}
