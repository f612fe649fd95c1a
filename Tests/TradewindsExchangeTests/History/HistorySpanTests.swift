import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

@Suite
struct HistorySpanTests {
    @Test func readsTheProtocolsForms() {
        #expect(HistorySpan(text: "3600 S") == .seconds(3600))
        #expect(HistorySpan(text: "5 D") == .days(5))
        #expect(HistorySpan(text: "2 w") == .weeks(2))
        #expect(HistorySpan(text: "6 M") == .months(6))
        #expect(HistorySpan(text: "1 Y") == .years(1))
        #expect(HistorySpan(text: "60") == .seconds(60))
        for bad in ["", "D", "0 D", "-1 D", "5 X", "5 D 3", "999999999999999999999 D", "101 Y"] {
            #expect(HistorySpan(text: bad) == nil, "\(bad)")
        }
        for size in BarSize.allCases { #expect(BarSize(text: size.text) == size) }
        #expect(BarSize(text: "1 mins") == .minute1)
        #expect(BarSize(text: "5min") == .minutes5)
        #expect(BarSize(text: "1 secs") == .second1)
        #expect(BarSize(text: "1W") == nil)
    }

    @Test func daysAreTradingDaysAndTheCurrentOneCounts() throws {
        let schedule = TradingSchedule(.usEquities, hours: .real)
        func opening(_ text: String) throws -> Timestamp {
            MarketZone.usEastern.instant(try #require(CivilDate(text)), second: 4 * 3600)
        }
        #expect(HistorySpan.days(1).start(before: monday, schedule) == (try opening("20261123")))
        #expect(HistorySpan.days(2).start(before: monday, schedule) == (try opening("20261120")))
        #expect(HistorySpan.weeks(1).start(before: monday, schedule) == (try opening("20261117")))
        #expect(HistorySpan.months(1).start(before: monday, schedule) == (try opening("20261026")))
        #expect(HistorySpan.years(1).start(before: monday, schedule) == (try opening("20251124")))
        #expect(HistorySpan.seconds(60).start(before: monday, schedule) == monday - .seconds(60))
    }
}
