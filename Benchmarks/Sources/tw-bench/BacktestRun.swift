import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// A million one-minute bars through the exchange, event by event: crossover 10/30, brackets, fees and account.
enum BacktestBenchmark {
    static func run(bars count: Int) {
        var walk = BarWalk()
        var run = Backtest(
            MovingAverageCrossover(), instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)],
            start: BarWalk.start)
        let clock = ContinuousClock()
        var time = Duration.zero
        var done = 0
        // Prices are made outside the time measured, some at a time so that they do not count as the backtest's memory.
        while done < count {
            let bars = (0..<min(10_000, count - done)).map { _ in walk.next() }
            time += clock.measure {
                for bar in bars {
                    run.apply(MarketUpdate(instrument: 0, time: bar.start + .seconds(60), kind: .bar(bar)))
                }
            }
            done += bars.count
        }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        JSONLine.print([
            ("benchmark", "\"backtest\""), ("bars", "\(count)"), ("seconds", "\(seconds)"),
            ("ns_per_bar", "\(seconds * 1e9 / Double(max(1, count)))"), ("trades", "\(run.result.trades.count)"),
            ("fills", "\(run.result.fills.count)"), ("peak_rss_kb", "\(Usage.peakMemory)"),
        ])
    }
}

/// A seeded walk of one-minute bars on the cent.
struct BarWalk {
    static let start = Timestamp(seconds: 1_600_000_000)
    private var state: UInt64 = 42
    private var cents = 40_000
    private var index: Int64 = 0

    mutating func next() -> Bar {
        let open = cents + step(5) - 2
        let close = min(100_000, max(10_000, open + step(41) - 20))
        let (high, low) = (max(open, close) + step(7), min(open, close) - step(7))
        cents = close
        index += 1
        return Bar(
            start: Self.start + .seconds(60 * index), open: price(open), high: price(high), low: price(low),
            close: price(close), volume: Quantity(1000 + step(5000)))
    }

    private func price(_ cents: Int) -> Price { Price(ExactDecimal(Int128(cents), scale: 2)) }

    private mutating func step(_ bound: UInt64) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % bound)
    }
}
