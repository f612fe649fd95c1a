import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

/// 2026-11-23 15:00 UTC, a Monday: 10:00 in New York.
let monday = Timestamp(seconds: 1_795_446_000)

/// The first `count` updates of a market.
func updates(_ market: Market, _ count: Int) -> [MarketUpdate] {
    var market = market
    return (0..<count).compactMap { _ in market.next() }
}

@Suite
struct SyntheticMarketTests {
    @Test func theSameSeedGivesTheSameUpdates() throws {
        let settings = MarketSettings(start: monday, seed: 7)
        let first = updates(try Market(settings: settings), 5000)
        #expect(first == updates(try Market(settings: settings), 5000))
        #expect(first.count == 5000)
        var other = settings
        other.seed = 8
        #expect(first != updates(try Market(settings: other), 5000))
    }

    @Test func timeRisesAndEveryInstrumentTicksSeveralTimesASecond() throws {
        var market = try Market(settings: MarketSettings(start: monday))
        var counts: [InstrumentIndex: Int] = [:]
        var last = monday
        market.advance(to: monday + .seconds(60)) { update in
            #expect(update.time >= last)
            last = update.time
            counts[update.instrument, default: 0] += 1
        }
        #expect(last <= monday + .seconds(60))
        for name in ["AAPL", "MSFT", "IBM", "GOOG", "AMZN", "SPY", "QQQ", "TLT", "ES", "EUR.USD", "USD.JPY"] {
            let index = try #require(market.catalogue.index(named: name))
            #expect(counts[index, default: 0] >= 60 * 3, "\(name)")
        }
    }

    @Test func bidIsBelowAskOnTheTickAndTradesAreAtTheQuote() throws {
        var quotes: [InstrumentIndex: Quote] = [:]
        let market = try Market(settings: MarketSettings(start: monday, seed: 3))
        for update in updates(market, 20_000) {
            let rule = market.catalogue[update.instrument].priceRule
            switch update.kind {
            case .quote(let quote):
                let bid = try #require(quote.bid)
                let ask = try #require(quote.ask)
                #expect(bid < ask && rule.accepts(bid) && rule.accepts(ask))
                #expect(try #require(quote.bidSize) > .zero && #require(quote.askSize) > .zero)
                quotes[update.instrument] = quote
            case .trade(let print):
                let quote = try #require(quotes[update.instrument])
                #expect(print.price == quote.bid || print.price == quote.ask)
                #expect(print.size > .zero)
            case .bar:
                Issue.record("a market streams no bars")
            }
        }
    }

    @Test func closedMarketsAreQuietInRealHours() throws {
        // Saturday noon in New York: nothing trades before the pairs open on Sunday at 17:15.
        let saturday = Timestamp(seconds: 1_795_446_000 + 5 * 86_400 + 7200)
        let market = try Market(settings: MarketSettings(start: saturday, hours: .real))
        let first = try #require(market.nextTime)
        let sunday = try #require(CivilDate("20261129"))
        #expect(first >= MarketZone.usEastern.instant(sunday, second: 17 * 3600 + 900))
        #expect(first < MarketZone.usEastern.instant(sunday, second: 17 * 3600 + 901))
    }

    @Test func returnsOfTheMarketMoveTogether() throws {
        let market = try Market(settings: MarketSettings(start: monday, seed: 11))
        func returns(_ name: String) throws -> [Double] {
            let index = try #require(market.catalogue.index(named: name))
            let request = HistoryRequest(index, span: .years(2), size: .day)
            let closes = try market.history.bars(request, now: monday).map(\.close.doubleValue)
            return zip(closes.dropFirst(), closes).map { $0 / $1 - 1 }
        }
        func correlation(_ a: [Double], _ b: [Double]) -> Double {
            let (ma, mb) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
            let ab = zip(a, b).reduce(0) { $0 + ($1.0 - ma) * ($1.1 - mb) }
            let aa = a.reduce(0) { $0 + ($1 - ma) * ($1 - ma) }
            let bb = b.reduce(0) { $0 + ($1 - mb) * ($1 - mb) }
            return ab / (aa * bb).squareRoot()
        }
        #expect(correlation(try returns("SPY"), try returns("QQQ")) > 0.75)
        #expect(correlation(try returns("SPY"), try returns("AAPL")) > 0.5)
        #expect(correlation(try returns("SPY"), try returns("TLT")) < 0.1)
    }
}
