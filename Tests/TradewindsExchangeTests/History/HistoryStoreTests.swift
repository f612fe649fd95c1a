import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

/// Bars made from nothing but the updates of a market between two moments: the plain twin of the store.
private func plainBar(
    _ market: Market, _ instrument: InstrumentIndex, _ kind: HistoryKind, _ span: Range<Timestamp>
) throws -> HistoryBar? {
    var builder = LiveBarBuilder(kind, size: .day, schedule: market.schedule(of: instrument))
    let quotes = try market.history.ticks(instrument, .quotes, from: span.lowerBound, count: .max, now: span.upperBound)
    let trades =
        kind == .trades
        ? try market.history.ticks(instrument, .trades, from: span.lowerBound, count: .max, now: span.upperBound) : []
    for tick in kind == .trades ? trades : quotes {
        _ = builder.add(MarketUpdate(instrument: instrument, time: tick.time, kind: tick.kind))
    }
    return builder.current
}

private func samePrices(_ left: HistoryBar?, _ right: HistoryBar?) -> Bool {
    guard let left, let right else { return false }
    return (left.open, left.high, left.low, left.close) == (right.open, right.high, right.low, right.close)
        && left.volume == right.volume
}

@Suite
struct HistoryStoreTests {
    let market: Market
    let now = monday + .seconds(37)

    init() throws { market = try Market(settings: MarketSettings(start: monday, seed: 5)) }

    @Test(arguments: ["AAPL", "ES", "EUR.USD", "TLT"])
    func minuteBarsAreWhatTheUpdatesOfTheMinuteSay(name: String) throws {
        let index = try #require(market.catalogue.index(named: name))
        for kind in HistoryKind.allCases where !(name == "EUR.USD" && kind == .trades) {
            let request = HistoryRequest(index, kind, span: .seconds(12 * 60), size: .minute1)
            let bars = try market.history.bars(request, now: monday)
            #expect(bars.count == 12)
            for bar in bars {
                #expect(samePrices(bar, try plainBar(market, index, kind, bar.start..<bar.end)), "\(name) \(kind)")
            }
        }
    }

    @Test func tradeCountsAreExact() throws {
        let index = try #require(market.catalogue.index(named: "SPY"))
        let request = HistoryRequest(index, span: .seconds(600), size: .minute1)
        for bar in try market.history.bars(request, now: monday) {
            let trades = try market.history.ticks(index, .trades, from: bar.start, count: .max, now: bar.end)
            #expect(bar.trades == trades.count)
        }
    }

    @Test func theStreamIsTheHistory() throws {
        let index = try #require(market.catalogue.index(named: "AAPL"))
        var copy = market
        var builders = HistoryKind.allCases.map {
            LiveBarBuilder($0, size: .seconds5, schedule: market.schedule(of: index))
        }
        var live: [HistoryKind: [HistoryBar]] = [:]
        copy.advance(to: monday + .seconds(180)) { update in
            guard update.instrument == index else { return }
            for position in builders.indices {
                if let bar = builders[position].add(update) { live[builders[position].kind, default: []].append(bar) }
            }
        }
        for kind in HistoryKind.allCases {
            let request = HistoryRequest(index, kind, span: .seconds(180), size: .seconds5)
            let past = try market.history.bars(request, now: monday + .seconds(180))
            let streamed = try #require(live[kind])
            #expect(streamed.count >= 34)
            for bar in streamed {
                #expect(samePrices(bar, past.first { $0.start == bar.start }), "\(kind) \(bar.start)")
            }
        }
    }

    /// Five-second bars come every five seconds, whether something happens or not.
    @Test func silenceGivesBarsToo() throws {
        let index = try #require(market.catalogue.index(named: "AAPL"))
        var builder = LiveBarBuilder(.trades, size: .seconds5, schedule: market.schedule(of: index))
        var bars: [HistoryBar] = []
        func pass(to second: Int) {
            while let bar = builder.close(at: monday + .seconds(second)) { bars.append(bar) }
        }
        func trade(_ price: Price, at second: Int) {
            let print = TradePrint(price: price, size: 7)
            let update = MarketUpdate(instrument: index, time: monday + .seconds(second), kind: .trade(print))
            if let bar = builder.add(update) { bars.append(bar) }
        }
        pass(to: 60)
        #expect(bars.isEmpty, "no silence without being asked for")
        builder.fillSilence(after: 100, from: monday + .seconds(62))
        pass(to: 64)
        #expect(bars.isEmpty)
        pass(to: 71)
        trade(101, at: 72)
        trade(102, at: 74)
        pass(to: 86)
        #expect(bars.map(\.start) == [60, 65, 70, 75, 80].map { monday + .seconds($0) })
        #expect(bars.map(\.open) == [100, 100, 101, 102, 102])
        #expect(bars.map(\.close) == [100, 100, 102, 102, 102])
        #expect(bars.map(\.volume) == [0, 0, 14, 0, 0])
        #expect(bars.map(\.trades) == [0, 0, 2, 0, 0])
    }

    @Test(arguments: BarSize.allCases)
    func everySizeAggregatesTheOneBelow(size: BarSize) throws {
        let index = try #require(market.catalogue.index(named: "MSFT"))
        let span: HistorySpan = size.seconds.map { .seconds(max(Int($0) * 5, 120)) } ?? .months(3)
        let finer: BarSize = size.seconds.map { $0 > 60 ? .minute1 : .second1 } ?? (size == .day ? .hour1 : .day)
        for kind in [HistoryKind.trades, .midpoint] where size.seconds != nil || kind == .trades {
            var request = HistoryRequest(index, kind, span: size == .day ? .days(4) : span, size: size)
            let bars = try market.history.bars(request, now: now)
            #expect(bars.count >= 3)
            request.size = finer
            let parts = try market.history.bars(request, now: now)
            for bar in bars {
                let inside = parts.filter { $0.start >= bar.start && $0.start < bar.end }
                #expect(inside.first?.open == bar.open, "\(size) \(kind)")
                #expect(inside.last?.close == bar.close)
                #expect(inside.map(\.high).max() == bar.high)
                #expect(inside.map(\.low).min() == bar.low)
                #expect(inside.reduce(Quantity.zero) { $0 + $1.volume } == bar.volume)
            }
        }
    }

    @Test func barsDoNotDependOnHowFarBackOneAsks() throws {
        let index = try #require(market.catalogue.index(named: "QQQ"))
        let short = try market.history.bars(HistoryRequest(index, span: .days(5), size: .day), now: now)
        let long = try market.history.bars(HistoryRequest(index, span: .years(2), size: .day), now: now)
        #expect(short == Array(long.suffix(5)))
        #expect(long.count > 700)
        let month = try market.history.bars(HistoryRequest(index, span: .days(30), size: .minute1), now: monday)
        #expect(month.count > 29 * 1440)
        let head = try market.history.head(index, .trades)
        #expect(head <= long[0].start)
    }

    @Test func nothingAfterNowIsShown() throws {
        let index = try #require(market.catalogue.index(named: "IBM"))
        let request = HistoryRequest(index, end: now + .seconds(86_400), span: .seconds(60), size: .seconds5)
        let bars = try market.history.bars(request, now: now)
        #expect(bars.allSatisfy { $0.start < now })
        let last = try #require(bars.last)
        let current = try #require(try market.history.currentBar(index, .trades, size: .seconds5, now: now))
        #expect(current == last)
        let ticks = try market.history.ticks(index, .trades, until: now + .seconds(60), count: 50, now: now)
        #expect(ticks.count >= 50 && ticks.allSatisfy { $0.time < now })
        let first = try #require(ticks.first)
        #expect(try market.history.ticks(index, .trades, from: first.time, count: ticks.count, now: now) == ticks)
    }

    @Test func refusalsSayWhatToAskInstead() throws {
        let pair = try #require(market.catalogue.index(named: "EUR.USD"))
        #expect(throws: HistoryError.noTrades) {
            try market.history.bars(HistoryRequest(pair, span: .days(1), size: .hour1), now: now)
        }
        #expect(throws: HistoryError.tooLong(most: 50_000)) {
            try market.history.bars(HistoryRequest(pair, .bid, span: .years(1), size: .second1), now: now)
        }
        let expired = try #require(market.catalogue.index(named: "ESU3"))
        #expect(throws: HistoryError.noPrices) {
            try market.history.bars(HistoryRequest(expired, span: .days(1), size: .hour1), now: now)
        }
    }

    @Test func regularHoursCutTheEveningOff() throws {
        let market = try Market(settings: MarketSettings(start: monday, hours: .real))
        let index = try #require(market.catalogue.index(named: "ES"))
        var request = HistoryRequest(index, span: .days(2), size: .minutes30)
        let regular = try market.history.bars(request, now: monday)
        // Friday 08:30 to 16:00, Monday 08:30 to 09:00 Chicago time.
        #expect(regular.count == 15 + 1)
        request.regularHours = false
        let all = try market.history.bars(request, now: monday)
        #expect(all.count == 46 + 32)
        let days = try market.history.bars(HistoryRequest(index, span: .days(2), size: .day), now: monday)
        #expect(days.map(\.date.compact) == ["20261120", "20261123"])
        #expect(days[0].high == regular.prefix(15).map(\.high).max())
    }
}
