import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// A seeded walk of one-minute bars on the cent.
private func walk(_ count: Int, seed: UInt64) -> [Bar] {
    var state = seed
    func step(_ bound: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % bound)
    }
    var cents = 10_000
    return (0..<count).map { index in
        let open = cents + step(11) - 5
        let close = max(2_000, open + step(61) - 30)
        let (high, low) = (max(open, close) + step(9), min(open, close) - step(9))
        cents = close
        func price(_ cents: Int) -> Price { Price(ExactDecimal(Int128(cents), scale: 2)) }
        return Bar(
            start: Timestamp(seconds: 1_700_000_000 + Int64(index) * 60), open: price(open), high: price(high),
            low: price(low), close: price(close), volume: 1000)
    }
}

private func run(_ bars: [Bar], _ parameters: MovingAverageCrossover.Parameters) -> BacktestResult {
    var configuration = ExchangeConfiguration()
    configuration.dayEnd = .told
    var backtest = Backtest(
        MovingAverageCrossover(parameters), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)],
        start: bars[0].start, configuration: configuration)
    for bar in bars {
        backtest.apply(MarketUpdate(instrument: 0, time: bar.start + .seconds(60), kind: .bar(bar)))
    }
    return backtest.result
}

@Suite
struct CrossoverTests {
    /// A million bars against a loop of integers: prices in quarters, so that both averages are exact and ties are
    /// ties.
    @Test func aMillionBarsTradeLikeAPlainLoop() {
        var state: UInt64 = 77
        func step(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let count = 1_000_000
        var parameters = MovingAverageCrossover.Parameters()
        (parameters.takeProfit, parameters.stopLoss) = (nil, nil)
        var configuration = ExchangeConfiguration(fees: .none)
        configuration.dayEnd = .told
        let start = Timestamp(seconds: 1_600_000_000)
        var backtest = Backtest(
            MovingAverageCrossover(parameters), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)],
            start: start, configuration: configuration)

        // The loop: what it holds, what it does at the next open, sums of the last closes, and its cash in quarters.
        var (held, wanted, cash, close) = (0, 0, 0, 4000)
        var closes: [Int] = []
        var (fast, slow) = (0, 0)
        var wasAbove: Bool?
        var (fills, equity): ([(isBuy: Bool, quarters: Int)], [Int]) = ([], [])
        for row in 0..<count {
            let open = max(1000, min(16_000, close + step(5) - 2))
            close = max(1000, min(16_000, open + step(41) - 20))
            let bar = Bar(
                start: start + .seconds(60 * row), open: Self.price(open), high: Self.price(max(open, close)),
                low: Self.price(min(open, close)), close: Self.price(close), volume: 1000)
            backtest.apply(MarketUpdate(instrument: 0, time: bar.start + .seconds(60), kind: .bar(bar)))

            if wanted != held {
                // The position is closed first, then the other side is entered.
                if held != 0 { fills.append((held < 0, open)) }
                fills.append((wanted > 0, open))
                cash -= (wanted - held) * open
                held = wanted
            }
            closes.append(close)
            fast += close - (row >= 10 ? closes[row - 10] : 0)
            slow += close - (row >= 30 ? closes[row - 30] : 0)
            equity.append(cash + held * close)
            guard row >= 29 else { continue }
            let isAbove = fast * 3 > slow
            if let wasAbove, wasAbove != isAbove { wanted = isAbove ? 1 : -1 }
            wasAbove = isAbove
        }
        let result = backtest.result
        #expect(result.fills.count > 50_000)
        #expect(result.fills.map(\.isBuy) == fills.map(\.isBuy))
        #expect(result.fills.map(\.price) == fills.map { Self.price($0.quarters) })
        #expect(result.equity.map(\.value) == equity.map { 1_000_000 + Double($0) / 4 })
    }

    private static func price(_ quarters: Int) -> Price { Price(ExactDecimal(Int128(quarters * 25), scale: 2)) }

    @Test func bracketsEndTradesAtTheirPrices() {
        let bars = walk(20_000, seed: 5)
        let result = run(bars, MovingAverageCrossover.Parameters())
        #expect(result.trades.count > 50)
        let sum = result.trades.reduce(Money.zero) { $0 + $1.profit }
        let fees = result.trades.reduce(Money.zero) { $0 + $1.fees }
        #expect(fees <= result.fees)
        // With nothing held at the end, what the trades earned is what the account gained.
        let held = result.fills.reduce(Quantity.zero) { $0 + ($1.isBuy ? $1.quantity : -$1.quantity) }
        if held.isZero {
            #expect(abs((sum - result.profit).doubleValue) < 0.01)
        }
        #expect(result.exposure > 0 && result.exposure <= 1)
    }

    @Test func theSameBarsGiveTheSameResult() {
        let bars = walk(3000, seed: 9)
        #expect(run(bars, .init()) == run(bars, .init()))
    }

    @Test func aLaterBarChangesNothingBefore() {
        let bars = walk(3000, seed: 11)
        let whole = run(bars, .init())
        let half = run(Array(bars[..<1500]), .init())
        let end = bars[1500].start
        #expect(half.fills == whole.fills.filter { $0.time <= end })
    }
}
