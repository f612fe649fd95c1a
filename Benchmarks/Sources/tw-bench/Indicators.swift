import TradewindsIndicators

/// Nanoseconds a value of common indicators: over whole columns, and fed one input at a time; the best of five.
/// `compare-indicators` runs it beside TA-Lib.
enum IndicatorsBenchmark {
    static func run(rows: Int) throws {
        let bars = walk(rows)
        try number("sma", SimpleAverage(period: 30), bars)
        try number("ema", ExponentialAverage(period: 30), bars)
        try number("rsi", RelativeStrengthIndex(period: 14), bars)
        try bar("atr", AverageTrueRange(period: 14), bars)
        try number("bbands", BollingerBands(period: 20), bars)
        try number("macd", MACD(), bars)
        try number("stddev", StandardDeviation(period: 20), bars)
        try number("linreg", LinearTrend(period: 14), bars)
        try number("max", Highest(period: 30), bars)
        try bar("adx", AverageDirectionalIndex(period: 14), bars)
    }

    private static func number<I: Indicator<Double>>(_ name: String, _ indicator: I, _ bars: PriceColumns) {
        show(name, indicator, bars.close) { indicator in
            var kept = 0
            for close in bars.close where indicator.update(close) != nil { kept += 1 }
            return kept
        }
    }

    private static func bar<I: Indicator<PriceBar>>(_ name: String, _ indicator: I, _ bars: PriceColumns) {
        show(name, indicator, bars) { indicator in
            var kept = 0
            for row in 0..<bars.count {
                let bar = PriceBar(
                    open: bars.open[row], high: bars.high[row], low: bars.low[row], close: bars.close[row],
                    volume: bars.volume[row])
                if indicator.update(bar) != nil { kept += 1 }
            }
            return kept
        }
    }

    private static func show<I: Indicator>(
        _ name: String, _ indicator: I, _ columns: I.Input.Columns, _ stream: (inout I) -> Int
    ) {
        let clock = ContinuousClock()
        var (batch, single) = (Duration.seconds(1000), Duration.seconds(1000))
        for _ in 0..<5 {
            let start = clock.now
            let values = indicator.batch(columns).values.count
            batch = min(batch, clock.now - start)
            var fresh = indicator
            let began = clock.now
            let kept = stream(&fresh)
            single = min(single, clock.now - began)
            precondition(kept == values)
        }
        let rows = Double(columns.count)
        func perValue(_ time: Duration) -> String { "\((time / .nanoseconds(1) / rows * 100).rounded() / 100)" }
        JSONLine.print([
            ("benchmark", "\"indicators\""), ("indicator", "\"\(name)\""), ("batch_ns", perValue(batch)),
            ("streaming_ns", perValue(single)),
        ])
    }

    private static func walk(_ rows: Int) -> PriceColumns {
        var state: UInt64 = 42
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31) - 0.5
        }
        var price = 1000.0
        return PriceColumns(
            (0..<rows).map { _ in
                let open = price
                price = max(1, price + next())
                return PriceBar(
                    open: open, high: max(open, price) + 0.25, low: min(open, price) - 0.25, close: price, volume: 100)
            })
    }
}
