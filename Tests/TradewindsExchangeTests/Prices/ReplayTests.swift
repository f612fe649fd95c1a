import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

/// Sixty weekdays of bars from 2012-01-02 on.
private func dailyText(_ count: Int) -> String {
    var text = "time,open,high,low,close,volume\n"
    var date = CivilDate(daysSince1970: 15_341)
    var open: Int64 = 10_000
    for index in 0..<Int64(count) {
        let noise = SeededHash(4).child(index)
        let close = open + noise.child(0).index(below: 401) - 200
        let high = max(open, close) + noise.child(1).index(below: 150)
        let low = min(open, close) - noise.child(2).index(below: 150)
        let prices = [open, high, low, close].map { ExactDecimal(Int128($0), scale: 2).description }
        text += "\(date),\(prices.joined(separator: ",")),\(1_000_000 + index)\n"
        open = close + noise.child(3).index(below: 41) - 20
        date = date.advanced(by: date.weekday == 5 ? 3 : 1)
    }
    return text
}

private func tickText() -> String {
    var text = "time,price,size\n"
    for index in 0..<1000 {
        let minute = index / 20
        // A pause of two hours in the middle.
        let hour = 9 + minute / 60 + (index >= 500 ? 2 : 0)
        let clock = [hour, minute % 60, index % 20 * 3].map { String(100 + $0).dropFirst() }.joined(separator: ":")
        let price = ExactDecimal(Int128(164_000 + 25 * SeededHash(3).child(Int64(index)).index(below: 9)), scale: 2)
        text += "2013-09-03 \(clock),\(price),\(1 + index % 7)\n"
    }
    return text
}

@Suite
struct ReplayTests {
    @Test(arguments: MarketHours.allCases)
    func historyBehindNowIsTheRecordedBars(hours: MarketHours) throws {
        let file = try recording("AAPL.csv", dailyText(60))
        let market = try Market(settings: MarketSettings(start: monday, hours: hours), recordings: [file])
        let index = try #require(market.catalogue.index(named: "AAPL"))
        #expect(market.origin(of: index) == .recorded(file: "AAPL.csv"))
        // The shared entry is a day, two thirds of the way between the first and the last.
        let entry = try #require(
            (0..<60).first { file.times[$0] >= file.times[0] + (file.times[59] - file.times[0]) / 3 * 2 })
        let bars = try market.history.bars(HistoryRequest(index, span: .years(1), size: .day), now: monday)
        #expect(bars.count == entry + 1)
        for position in 0..<entry {
            let real = try #require(file.bar(position))
            let bar = bars[position]
            #expect([bar.open, bar.high, bar.low, bar.close] == [real.open, real.high, real.low, real.close])
            #expect(bar.volume == real.volume)
        }
        #expect(bars.last?.date.compact == "20261123")
        #expect(bars[entry].open == file.bar(entry)?.open)
        #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.date < $1.date })
        let schedule = market.schedule(of: index)
        #expect(bars.allSatisfy { schedule.day($0.date) != nil })
        // The minutes of a past day say the same as its bar.
        let day = bars[entry - 1]
        let minutes = try market.history.bars(
            HistoryRequest(index, end: day.end, span: .days(1), size: .minute1), now: monday)
        #expect(minutes.count == (hours == .real ? 390 : 1440))
        #expect(minutes.first?.open == day.open && minutes.last?.close == day.close)
        #expect(minutes.map(\.high).max() == day.high && minutes.map(\.low).min() == day.low)
        #expect(minutes.reduce(Quantity.zero) { $0 + $1.volume } == day.volume)
    }

    @Test func aStreamedDayIsTheRecordedBar() throws {
        let file = try recording("AAPL.csv", dailyText(9))
        let midnight = MarketZone.usEastern.instant(try #require(CivilDate("20261123")), second: 0)
        let settings = MarketSettings(start: midnight, entry: .beginning, fillsWithSynthetic: false)
        var market = try Market(settings: settings, recordings: [file])
        let index = try #require(market.catalogue.index(named: "AAPL"))
        var builder = LiveBarBuilder(.trades, size: .day, schedule: market.schedule(of: index))
        market.advance(to: midnight + .seconds(86_399) + .milliseconds(999)) { _ = builder.add($0) }
        let bar = try #require(builder.current)
        let real = try #require(file.bar(0))
        #expect([bar.open, bar.high, bar.low, bar.close] == [real.open, real.high, real.low, real.close])
        #expect(bar.volume == real.volume)
        let next = try #require(market.nextTime)
        #expect(next >= midnight + .seconds(86_400))
    }

    @Test func ticksComeAsRecordedWithAQuoteAroundEach() throws {
        let file = try recording("ES.csv", tickText())
        var market = try Market(
            settings: MarketSettings(start: monday, entry: .beginning, fillsWithSynthetic: false), recordings: [file])
        let index = try #require(market.catalogue.index(named: "ESZ6"))
        var trades: [(time: Timestamp, print: TradePrint)] = []
        var quote: Quote?
        while trades.count < 1001, let update = market.next() {
            #expect(update.instrument == index)
            switch update.kind {
            case .quote(let next): quote = next
            case .trade(let print):
                let around = try #require(quote)
                #expect(print.price == around.bid || print.price == around.ask)
                #expect(around.ask.map { $0 - 0.25 } == around.bid)
                trades.append((update.time, print))
            case .bar: Issue.record("no bars")
            }
        }
        #expect(trades.prefix(1000).map(\.print) == (0..<1000).compactMap { file.trade($0) })
        #expect(trades[0].time == monday && trades[499].time - monday == file.time(499) - file.time(0))
        // The pause is left out, and the replay goes round with the times going on.
        #expect(trades[500].time - trades[499].time == .seconds(1))
        #expect(trades[1000].print == trades[0].print && trades[1000].time > trades[999].time)
        let past = try market.history.ticks(
            index, .trades, until: trades[1000].time, count: 1000, now: trades[1000].time)
        #expect(past.map(\.time) == trades.prefix(1000).map(\.time))
    }

    @Test func quotesAreReplayedAsTheyWereRecorded() throws {
        var text = "time,bid,ask,bid_size,ask_size\n"
        for index in 0..<300 {
            let (bid, ask) = (110_000 + index % 7, 110_002 + index % 5)
            let clock = "\(String(100 + index / 60).dropFirst()):\(String(100 + index % 60).dropFirst())"
            text +=
                "2013-09-03 10:\(clock),\(Double(bid) / 100_000),\(Double(ask) / 100_000),\(1 + index),\(500 + index)\n"
        }
        let file = try recording("EUR.USD.csv", text)
        let settings = MarketSettings(start: monday, stamps: .recorded, entry: .beginning, fillsWithSynthetic: false)
        var market = try Market(settings: settings, recordings: [file])
        for index in 0..<300 {
            let next = market.next()
            let update = try #require(next)
            let quote = try #require(file.quote(index))
            #expect(update.time == file.time(index) && update.kind == .quote(quote))
        }
        let index = try #require(market.catalogue.index(named: "EUR.USD"))
        let now = file.time(299) + .seconds(1)
        let bids = try market.history.bars(
            HistoryRequest(index, .bid, span: .seconds(3600), size: .minute1), now: now)
        #expect(bids.first?.open == file.quote(0)?.bid && bids.last?.close == file.quote(299)?.bid)
    }

    @Test func recordedStampsKeepTheRecordedTimes() throws {
        let file = try recording("ES.csv", tickText())
        let settings = MarketSettings(start: monday, stamps: .recorded, entry: .beginning, fillsWithSynthetic: false)
        var market = try Market(settings: settings, recordings: [file])
        #expect(market.start == file.time(0))
        let update = market.next()
        let first = try #require(update)
        #expect(first.time == file.time(0))
        #expect(market.catalogue[first.instrument].localSymbol == "ESU3")
        #expect(market.clock(from: monday, speed: 2).market(at: monday + .seconds(3)) == file.time(0) + .seconds(6))
    }

    @Test func aReplayWithRecordedTimesBeginsWhereItIsToldTo() throws {
        let file = try recording("ES.csv", tickText())
        func market(at time: Timestamp) throws(MarketError) -> Market {
            let settings = MarketSettings(
                start: monday, stamps: .recorded, entry: .at(time), fillsWithSynthetic: false)
            return try Market(settings: settings, recordings: [file])
        }
        for place in [0, 123, file.count - 1] {
            var market = try market(at: file.time(place))
            let next = market.next()
            #expect(market.start == file.time(place) && next?.time == file.time(place))
        }
        let last = file.time(file.count - 1)
        for time in [file.time(0) - .nanoseconds(1), last + .seconds(1)] {
            let error = #expect(throws: MarketError.self) { _ = try market(at: time) }
            #expect(error?.description.contains("ES.csv has 2013-09-03T14:00:00Z to ") == true, "\(error as Any)")
        }
    }

    @Test(arguments: [ReplayClock.Stamps.recorded, .shifted])
    func theEndOfARecordingIsKnown(stamps: ReplayClock.Stamps) throws {
        let file = try recording("ES.csv", tickText())
        let settings = MarketSettings(start: monday, stamps: stamps, fillsWithSynthetic: false)
        var market = try Market(settings: settings, recordings: [file])
        let end = try #require(market.replayEnds.first)
        var last: MarketUpdate?
        while let next = market.nextTime, next < end.time { last = market.next() }
        #expect(market.nextTime == end.resumes && last.map { $0.time < end.time } == true)
        if case .trade(let print)? = last?.kind { #expect(print == file.trade(file.count - 1)) }
        #expect(end.symbol.hasPrefix("ES") && end.file.hasSuffix("ES.csv"))
        #expect((end.resumes - end.time > .seconds(86_400)) == (stamps == .recorded))
    }

    @Test func weeksShiftKeepsSessionsInRealHours() throws {
        let file = try recording("ES.csv", tickText())
        let settings = MarketSettings(start: monday, hours: .real, fillsWithSynthetic: false)
        let market = try Market(settings: settings, recordings: [file])
        let next = try #require(market.nextTime)
        // Recorded on a Tuesday at 09:00.
        #expect(MarketZone.usCentral.date(at: next).weekday == 2)
        #expect(MarketZone.usCentral.secondOfDay(at: next) == 9 * 3600)
    }

    @Test func intradayBarsOfAMinuteAndOfSecondsArePlayed() throws {
        for (step, file) in [(60, "AAPL.csv"), (5, "MSFT.csv")] {
            var text = "time,open,high,low,close,volume\n"
            for index in 0..<100 {
                text += "\(1_378_215_000 + index * step),\(100 + index),\(205 + index),98,101.5,900\n"
            }
            let recording = try recording(file, text)
            let settings = MarketSettings(start: monday, entry: .beginning, fillsWithSynthetic: false)
            var market = try Market(settings: settings, recordings: [recording])
            let index = try #require(market.catalogue.index(named: recording.symbol))
            let until = monday + .seconds(step * 100)
            market.advance(to: until) { _ in }
            let size: BarSize = step == 60 ? .minute1 : .seconds5
            let bars = try market.history.bars(
                HistoryRequest(index, span: .seconds(step * 100), size: size), now: until)
            #expect(bars.count == 100)
            for (position, bar) in bars.enumerated() {
                let real = try #require(recording.bar(position))
                #expect([bar.open, bar.high, bar.low, bar.close] == [real.open, real.high, real.low, real.close])
                #expect(bar.volume == 900)
            }
        }
    }

    @Test func pricesBetweenTheTicksAreKeptAndTheRestIsOnTheTick() throws {
        let text = "time,open,high,low,close,volume\n2013-01-02,59.1842,61.3456,58.0001,60.5,900000\n"
        let file = try recording("AAPL.csv", text)
        let midnight = MarketZone.usEastern.instant(try #require(CivilDate("20261123")), second: 0)
        let settings = MarketSettings(start: midnight, entry: .beginning, fillsWithSynthetic: false)
        var market = try Market(settings: settings, recordings: [file])
        var off: Set<Price> = []
        var count = 0
        market.advance(to: midnight + .seconds(86_399)) { update in
            guard case .trade(let print) = update.kind else { return }
            count += 1
            if !print.price.decimal.isMultiple(of: ExactDecimal(1, scale: 2)) { off.insert(print.price) }
        }
        #expect(off.isSuperset(of: [59.1842, 61.3456, 58.0001]))
        #expect(off.count < 12 && count > 10_000)
    }

    @Test func twoFilesOfOneInstrumentAreRefused() throws {
        let one = try recording("a/AAPL.csv", dailyText(3))
        let two = try recording("b/aapl.csv", dailyText(3))
        #expect(throws: MarketError.sameInstrument("AAPL", files: ["a/AAPL.csv", "b/aapl.csv"])) {
            try Market(settings: MarketSettings(start: monday), recordings: [one, two])
        }
    }

    @Test func anyOtherSymbolBecomesAStock() throws {
        let file = try recording("XYZ.csv", dailyText(30))
        let market = try Market(settings: MarketSettings(start: monday), recordings: [file])
        let index = try #require(market.catalogue.index(named: "XYZ"))
        #expect(market.catalogue[index].kind == .stock)
        #expect(market.origin(of: index) == .recorded(file: "XYZ.csv"))
        let spy = try #require(market.catalogue.index(named: "SPY"))
        #expect(market.origin(of: spy) == .synthetic)
    }
}
