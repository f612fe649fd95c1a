import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

// A price that rises for four bars and falls for two, again and again, a little higher each time.
let updates = (0..<60).map { day in
    let level = 100 + day / 6 + [0, 1, 2, 3, 2, 1][day % 6]
    let start = Timestamp(seconds: 1_700_000_000 + Int64(day) * 86_400)
    let bar = Bar(
        start: start, open: Price(level), high: Price(level + 1), low: Price(level - 1), close: Price(level),
        volume: 1000)
    return MarketUpdate(instrument: 0, time: start + .seconds(86_400), kind: .bar(bar))
}
let plan = BacktestPlan(instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], updates: updates)
let result = plan.run(OwnStrategy())
print("\(result.trades.count) trades, profit \(result.profit)")
