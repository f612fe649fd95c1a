import Foundation
import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

/// What `exchange_calendars` says of one calendar.
private struct GoldenCalendar {
    var closed: Set<CivilDate> = []
    var early: [CivilDate: Int] = [:]

    static func all() throws -> [String: GoldenCalendar] {
        let path = try #require(Bundle.module.url(forResource: "calendars", withExtension: "txt"))
        var result: [String: GoldenCalendar] = ["usEquities": .init(), "cmeFutures": .init(), "forex": .init()]
        for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            let name = String(words[0])
            let date = try #require(CivilDate(words[2]))
            switch words[1] {
            case "closed": result[name]?.closed.insert(date)
            case "early":
                let clock = try #require(Int(words[3]))
                result[name]?.early[date] = clock / 100 * 3600 + clock % 100 * 60
            default: Issue.record("unknown line \(line)")
            }
        }
        return result
    }
}

@Suite
struct TradingCalendarTests {
    @Test(arguments: zip(["usEquities", "cmeFutures", "forex"], TradingCalendar.allCases))
    func agreesWithExchangeCalendarsOnEveryDay(name: String, calendar: TradingCalendar) throws {
        let golden = try #require(try GoldenCalendar.all()[name])
        let first = try #require(CivilDate("20000103"))
        let last = try #require(CivilDate("20261231"))
        for days in first.daysSince1970...last.daysSince1970 {
            let date = CivilDate(daysSince1970: days)
            #expect(calendar.isClosed(date) == (date.weekday >= 6 || golden.closed.contains(date)), "\(date)")
            #expect(calendar.earlyClose(date) == golden.early[date], "\(date)")
            #expect((calendar.day(date) == nil) == calendar.isClosed(date), "\(date)")
        }
    }

    @Test(arguments: zip([MarketZone.usEastern, .usCentral], ["America/New_York", "America/Chicago"]))
    func zonesAgreeWithTheDatabase(zone: MarketZone, name: String) throws {
        let database = try #require(TimeZone(identifier: name))
        let first = try #require(CivilDate("19990101")).midnightUTC.seconds
        let last = try #require(CivilDate("20360101")).midnightUTC.seconds
        for second in stride(from: first, to: last, by: 1800) {
            let expected = database.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
            guard zone.offset(at: Timestamp(seconds: second)) != Int64(expected) else { continue }
            Issue.record("\(name) at \(second): \(zone.offset(at: Timestamp(seconds: second))), not \(expected)")
            return
        }
    }

    @Test func wallClockAndInstantAgree() throws {
        for zone in MarketZone.allCases {
            for days in stride(from: 11_000, to: 21_000, by: 1) {
                let date = CivilDate(daysSince1970: days)
                for second in [0, 34_200, 57_600, 86_399] {
                    let instant = zone.instant(date, second: second)
                    #expect(zone.date(at: instant) == date)
                    #expect(zone.secondOfDay(at: instant) == second)
                }
            }
        }
    }

    @Test func thanksgivingWeekReadsAsTheProtocolWritesIt() throws {
        let monday = MarketZone.usEastern.instant(try #require(CivilDate("20261123")), second: 50_000)
        let stocks = TradingSchedule(.usEquities, hours: .real)
        #expect(
            stocks.hoursText(.liquid, from: monday)
                == "20261123:0930-20261123:1600;20261124:0930-20261124:1600;20261125:0930-20261125:1600;"
                + "20261126:CLOSED;20261127:0930-20261127:1300;20261128:CLOSED")
        #expect(
            stocks.hoursText(.trading, from: monday, days: 5)
                == "20261123:0400-20261123:2000;20261124:0400-20261124:2000;20261125:0400-20261125:2000;"
                + "20261126:CLOSED;20261127:0400-20261127:1700")
        let futures = TradingSchedule(.cmeFutures, hours: .real)
        #expect(
            futures.hoursText(.trading, from: monday, days: 4)
                == "20261122:1700-20261123:1600;20261123:1700-20261124:1600;20261124:1700-20261125:1600;"
                + "20261125:1700-20261126:1200")
        let open = TradingSchedule(.usEquities, hours: .always)
        #expect(
            open.hoursText(.liquid, from: monday, days: 2) == "20261123:0000-20261124:0000;20261124:0000-20261125:0000")
    }

    @Test func sundayEveningBelongsToMondaysSession() throws {
        let futures = TradingSchedule(.cmeFutures, hours: .real)
        let sunday = try #require(CivilDate("20261122"))
        let evening = MarketZone.usCentral.instant(sunday, second: 18 * 3600)
        #expect(futures.day(at: evening)?.date == sunday.advanced(by: 1))
        let noon = MarketZone.usCentral.instant(sunday, second: 12 * 3600)
        #expect(futures.day(at: noon) == nil)
        #expect(futures.currentDay(at: noon).date == sunday.advanced(by: -2))
        #expect(futures.nextOpen(after: noon) == MarketZone.usCentral.instant(sunday, second: 17 * 3600))
        #expect(
            futures.nextClose(after: noon)
                == MarketZone.usCentral.instant(sunday.advanced(by: 1), second: 16 * 3600))
    }
}
