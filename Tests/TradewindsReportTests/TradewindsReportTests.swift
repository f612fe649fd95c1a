import Testing
import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

@testable import TradewindsReport
@testable import TradewindsStrategy

/// 2024-01-02 midnight UTC, a Tuesday.
private let start = Timestamp(seconds: 19_724 * 86_400)

private func report(_ values: [Double], every step: Duration = .seconds(86_400), symbol: String = "AAPL")
    -> BacktestReport
{
    var result = BacktestResult(cash: 100)
    var history = PriceHistory(symbol: symbol)
    for (index, value) in values.enumerated() {
        let time = start + step * (index + 1)
        result.equity.append((time, value))
        history.append(time: time, high: value + 1, low: value - 1, close: value)
    }
    result.bars = values.count
    return BacktestReport(result, strategy: "sma", prices: [history])
}

@Suite struct Page {
    @Test func textFromOutsideCannotBecomeMarkup() {
        let bad = "</script><img src=x onerror=alert(1)>\"'&\u{0}\u{202E}"
        var report = report([100, 101, 99], symbol: bad)
        report.strategy = bad
        report.summary = bad
        report.source = bad
        report.currency = bad
        report.parameters = [.init(bad, bad, note: bad)]
        report.models = [.init(bad, bad, note: bad)]
        report.files = [.init(name: bad, symbol: bad, kind: bad, rows: 3, span: nil)]
        report.statistics = [NamedStatistic(bad, 1)]
        report.trades = [trade(1, 2)]
        let page = report.html()
        #expect(!page.contains("<img"))
        #expect(!page.contains("\u{0}") && !page.contains("\u{202E}"))
        #expect(page.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\u{FFFD}\u{FFFD}"))
        // The page's own: the script, and the points of equity, drawdown and prices.
        #expect(page.split(separator: "</script>").count - 1 == 4)
    }

    @Test func nothingIsLoaded() {
        let page = report([100, 101, 99]).html()
        #expect(page.contains("default-src 'none'"))
        for way in ["http://", "https://", "src=", "url(h", "@import", "fetch("] { #expect(!page.contains(way)) }
    }

    @Test(arguments: [0, 1, 2, 3])
    func fewBarsAndNoTrades(count: Int) {
        let page = report(Array([100.0, 100, 100].prefix(count))).html()
        #expect(page.contains("No trade has ended."))
        #expect(!page.contains("nan") && !page.contains("inf\""))
        #expect(page.contains("class=\"line dot\"") == (count == 1))
    }

    @Test func valuesThatNoAccountShouldHave() {
        let page = report([100, 0, -50, .nan, .infinity, 1e300, 100]).html()
        #expect(!page.contains("NaN") && !page.contains("\"nan"))
    }

    @Test func theSameReportGivesTheSamePage() {
        let values = (0..<500).map { 100 + Double($0 * 7919 % 101) / 10 }
        #expect(report(values).html() == report(values).html())
    }

    @Test func manyBarsMakeASmallPage() {
        let values = (0..<100_000).map { 1000 + Double($0 * 7919 % 1009) }
        let page = report(values, every: .seconds(1)).html()
        #expect(page.utf8.count < 700_000)
    }

    @Test func everyTradeOfAFewIsMarkedAndTheTableIsCut() {
        var report = report([100, 101, 99, 103])
        report.trades = (0..<3).map { trade(1, $0 % 2 == 0 ? 5 : -5) }
        #expect(report.html().components(of: "class=\"entry\" d=\"M") == 3 + 2)
        report.trades = (0..<5000).map { trade(1, Double($0)) }
        #expect(report.html().components(of: "data-value") == Tables.mostTrades * 6)
    }

    private func trade(_ day: Int, _ profit: Double) -> ClosedTrade {
        var trade = ClosedTrade(
            instrument: 0, isLong: true, quantity: 10, entered: start + .seconds(86_400 * day),
            exited: start + .seconds(86_400 * (day + 1)), entry: 100, exit: 101, profit: 0, fees: 1)
        trade.profit = Money(ExactDecimal(approximately: profit, digits: 8))
        return trade
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let found = rest.firstRange(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}

@Suite struct Data {
    /// Worked out by hand: 100 → 110 in January, 99 in February, nothing in March, 118.8 in April, 108 in January.
    @Test func returnsByMonthAndYear() throws {
        let days = [
            ("2023-01-10", 105.0), ("2023-01-31", 110), ("2023-02-28", 99), ("2023-04-03", 118.8), ("2024-01-05", 108),
        ]
        let times = try days.map { Double(try #require(CivilDate($0.0)).daysSince1970) * 86_400 + 43_200 }
        let years = CalendarReturns(EquityCurve(start: 100, times: times, values: days.map(\.1))).years
        #expect(years.map(\.year) == [2023, 2024])
        let expected: [Double?] = [0.10, -0.10, nil, 0.20]
        for (found, expected) in zip(years[0].months, expected) {
            #expect(found.map { ($0 * 1e9).rounded() } == expected.map { ($0 * 1e9).rounded() })
        }
        #expect(years[0].months[4...].allSatisfy { $0 == nil })
        #expect(abs(try #require(years[0].total) - 0.188) < 1e-12)
        #expect(abs(try #require(years[1].total) - (108 / 118.8 - 1)) < 1e-12)
    }

    @Test func midnightBelongsToTheDayThatEnded() throws {
        // A daily bar of 29 December 2023 ends at midnight in New York, which is 05:00 UTC of the next day.
        let end = Timestamp(seconds: Int64(19_721) * 86_400 + 5 * 3600)
        let clock = WallClock(zone: .usEastern, times: [end])
        #expect(clock.isDaily && clock.text(end) == "2023-12-29")
        #expect(WallClock(zone: .utc, times: [end]).text(end) == "2023-12-30 05:00")
    }

    @Test func downsamplingKeepsTheExtremesOfEveryColumn() {
        let count = 5_000
        let times = (0..<count).map(Double.init)
        let values = (0..<count).map { Double($0 * 7919 % 10_007) }
        let rows = Downsampling.rows(times: times, values: values, from: 0, to: times[count - 1], columns: 20)
        #expect(rows.count <= 80 && rows == rows.sorted() && Set(rows).count == rows.count)
        for column in 0..<20 {
            let inside = (0..<count).filter { min(19, Int(times[$0] / times[count - 1] * 20)) == column }
            let kept = rows.filter { inside.contains($0) }
            #expect(kept.map { values[$0] }.min() == inside.map { values[$0] }.min())
            #expect(kept.map { values[$0] }.max() == inside.map { values[$0] }.max())
            #expect(kept.first == inside.first && kept.last == inside.last)
        }
    }

    @Test func theBandCoversEveryBar() {
        let times = (0..<10_000).map(Double.init)
        let low = times.map { -$0 }
        let spans = Downsampling.envelope(times: times, low: low, high: times, from: 0, to: 9_999, columns: 50)
        #expect(spans.count == 50)
        #expect(spans.map(\.low).min() == -9_999 && spans.map(\.high).max() == 9_999)
    }

    @Test func theHistogramCountsEveryReturn() throws {
        let values = (0..<1000).map { Double($0 % 41 - 20) / 1000 } + [-0.9, 0.9]
        let histogram = try #require(Histogram(values))
        #expect(histogram.counts.reduce(0, +) == values.count && histogram.outside >= 2)
        #expect(Histogram([]) == nil)
        #expect(try #require(Histogram([0])).counts.reduce(0, +) == 1)
    }
}

@Suite struct Texts {
    @Test(arguments: [
        (1_234_567.891, 2, "1,234,567.89"), (-0.004, 2, "0.00"), (-1.5, 0, "−2"), (999.999, 2, "1,000.00"),
        (0.05, 1, "0.1"),
    ])
    func numbers(value: Double, digits: Int, text: String) { #expect(NumberText.fixed(value, digits) == text) }

    @Test func absentNumbersAreDashes() {
        #expect(NumberText.fixed(.nan) == "–" && NumberText.percent(nil) == "–" && NumberText.ratio(.infinity) == "–")
    }

    @Test func axesHaveRoundMarks() {
        let axis = NumberAxis((0.13, 0.87))
        #expect(axis.marks.map { axis.text($0) } == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(NumberText.axis(1_000_000, step: 10, largest: 1e6) == "1,000,000")
        #expect(NumberText.axis(1_250_000, step: 50_000, largest: 2e6) == "1.25M")
        #expect(NumberAxis((5, 5)).low < 5 && NumberAxis((5, 5)).high > 5)
    }

    @Test func timeMarksAreFewAndInOrder() {
        for span in [10.0, 3_000, 86_400, 900_000, 8_000_000, 40_000_000, 1e9, 5e9] {
            let marks = TimeAxis([1.7e9, 1.7e9 + span]).marks
            #expect((2...12).contains(marks.count), "\(span)")
            #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.time < $1.time })
        }
    }
}
