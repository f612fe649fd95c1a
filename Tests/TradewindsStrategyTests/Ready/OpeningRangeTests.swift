import Testing
import TradewindsExchange
import TradewindsSeries
import TradewindsStrategy
import TradewindsVocabulary

/// The breakout from the opening range over regular hours of New York.
@Suite
struct OpeningRangeTests {
    /// Twenty days of bars from half past nine to four, in winter or in summer, with a move each day after the range.
    private func updates(minutes: Int, month: String) throws -> [MarketUpdate] {
        var updates: [MarketUpdate] = []
        for day in 1...20 {
            let date = day < 10 ? "0\(day)" : "\(day)"
            let open = try #require(
                Timestamp(text: "2026-\(month)-\(date) 09:30") { MarketZone.usEastern.instant(ofWallClock: $0) })
            for index in 0..<(390 / minutes) {
                let passed = index * minutes
                let price = 100 + (passed >= 60 ? (day % 2 == 0 ? 2.0 : -2.0) : 0)
                let reach = passed < 30 ? 0.5 : 0.3
                let begin = open + .seconds(60 * passed)
                let bar = Bar(
                    start: begin, open: Price(price) ?? 100, high: Price(price + reach) ?? 100,
                    low: Price(price - reach) ?? 100, close: Price(price + (passed % 20 == 0 ? 0.1 : -0.1)) ?? 100,
                    volume: 1000)
                updates.append(MarketUpdate(instrument: 0, time: begin + .seconds(60 * minutes), kind: .bar(bar)))
            }
        }
        return updates
    }

    @Test(arguments: [1, 5, 10, 15, 30], ["01", "06"])
    func isFlatOvernight(minutes: Int, month: String) throws {
        let plan = BacktestPlan(
            instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)],
            updates: try updates(minutes: minutes, month: month))
        let result = try StrategyCatalogue.strategy("orb", [:], instruments: 1).backtest(plan)
        #expect(result.trades.count == 20)
        let zone = MarketZone.usEastern
        for trade in result.trades {
            #expect(zone.date(at: trade.entered) == zone.date(at: trade.exited))
            #expect(zone.secondOfDay(at: trade.entered) > 10 * 3600)
            #expect(zone.secondOfDay(at: trade.exited) <= 16 * 3600)
        }
        // Long on the days that rose out of their range.
        #expect(result.trades.enumerated().allSatisfy { $0.element.isLong == ($0.offset % 2 == 1) })
        #expect(result.refusals.isEmpty && result.openTrades.isEmpty)
    }
}
