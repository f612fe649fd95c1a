import Testing
import TradewindsExchange
import TradewindsVocabulary

@testable import TradewindsStrategy

/// Buys three once the first bar is there, and keeps the bars it was shown.
private struct Buyer: Strategy {
    var bars: [Bar] = []

    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        bars.append(bar)
        if bars.count == 1 { broker.place(OrderIntent(.buy, 3, of: instrument)) }
    }
}

/// Backtests on quotes alone.
@Suite
struct QuoteTests {
    private func quote(_ second: Int, _ bid: Price, _ ask: Price, size: Quantity) -> MarketUpdate {
        MarketUpdate(
            instrument: 0, time: Timestamp(seconds: 1_600_000_020 + Int64(second)),
            kind: .quote(Quote(bid: bid, bidSize: size, ask: ask, askSize: size)))
    }

    @Test func barsAreMidpointsAndFillsTakeWhatIsShown() {
        var backtest = Backtest(
            Buyer(), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)],
            start: Timestamp(seconds: 1_600_000_000), configuration: ExchangeConfiguration(fees: .none),
            barBasis: .midpoints)
        let quotes = [
            quote(0, 10, 10.02, size: 5), quote(30, 10.1, 10.14, size: 5), quote(59, 9.98, 10, size: 5),
            // The bar is over with the first quote of the next minute, whose size the order meets.
            quote(60, 10, 10.02, size: 2), quote(61, 10.01, 10.03, size: 2),
        ]
        for update in quotes { backtest.apply(update) }
        let bar = backtest.strategy.bars.first
        #expect(backtest.strategy.bars.count == 1)
        #expect(bar?.open == 10.01 && bar?.high == 10.12 && bar?.low == 9.99 && bar?.close == 9.99 && bar?.volume == 0)
        #expect(backtest.result.fills.map(\.price) == [10.02, 10.03])
        #expect(backtest.result.fills.map(\.quantity) == [2, 1])
    }
}
