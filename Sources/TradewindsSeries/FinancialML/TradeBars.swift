import TradewindsVocabulary

/// What a bar of trades is counted in.
public enum TradeMeasure: Sendable, Hashable, CaseIterable {
    /// Each trade is one.
    case ticks
    /// The size traded.
    case volume
    /// Price times size: the dollars of a stock; without the contract's multiplier.
    case value
}

extension TickSeries {
    /// Bars that close as soon as they hold `size` trades, volume or value.
    ///
    /// López de Prado (2018), section 2.3.1. A bar's time is its last trade's. Besides the usual columns: `buy_volume`
    /// (by the tick rule), `ticks`, `value` and `last_tick` (the closing trade, counted from 1). What is left at the
    /// end is no bar.
    ///
    /// - Throws: Where `size` is not above zero, or no whole number of trades.
    public func bars(by measure: TradeMeasure, size: Double) throws(SeriesError) -> BarSeries {
        guard size > 0, size.isFinite else { throw .badArgument(name: "size", requirement: "above zero") }
        guard measure != .ticks || size == size.rounded() else {
            throw .badArgument(name: "size", requirement: "a whole number of trades")
        }
        var builder = TradeBarBuilder(ticks: self)
        for row in 0..<count {
            builder.add(row)
            let total =
                switch measure {
                case .ticks: Double(builder.ticks)
                case .volume: builder.volume
                case .value: builder.value
                }
            if total >= size { builder.close(row) }
        }
        return builder.series()
    }
}

/// Gathers trades into bars and keeps the tick rule.
struct TradeBarBuilder {
    private let source: TickSeries
    /// 1 after a rise, -1 after a fall, 0 before the first change of price.
    private(set) var sign = 0.0
    private var previous: Double?

    /// Of the bar being built.
    private(set) var ticks = 0
    private(set) var volume = 0.0
    private(set) var value = 0.0
    private var buyVolume = 0.0
    private var bar = BarSeries.Bar(
        time: Timestamp(nanoseconds: 0), open: 0, high: -.infinity, low: .infinity, close: 0, volume: 0)

    private var bars = BarColumns()
    private var buyVolumes: [Double] = []
    private var tickCounts: [Double] = []
    private var values: [Double] = []
    private var lastTicks: [Double] = []

    init(ticks: TickSeries) { source = ticks }

    var count: Int { tickCounts.count }

    @inline(__always)
    mutating func add(_ row: Int) {
        let (price, size) = (source.price[row], source.size[row])
        // The tick rule: a change of price decides, an equal price is as the trade before.
        if let previous, price != previous { sign = price > previous ? 1 : -1 }
        previous = price
        if ticks == 0 { bar.open = price }
        bar.high = max(bar.high, price)
        bar.low = min(bar.low, price)
        ticks += 1
        value += price * size
        volume += size
        if sign > 0 { buyVolume += size }
    }

    /// What the last trade adds to an imbalance: its sign times one, its size or its value.
    @inline(__always)
    func imbalance(_ row: Int, _ measure: TradeMeasure) -> Double {
        switch measure {
        case .ticks: sign
        case .volume: sign * source.size[row]
        case .value: sign * source.size[row] * source.price[row]
        }
    }

    mutating func close(_ row: Int) {
        bar.time = source.time[row]
        bar.close = source.price[row]
        bar.volume = volume
        bars.append(bar)
        buyVolumes.append(buyVolume)
        tickCounts.append(Double(ticks))
        values.append(value)
        lastTicks.append(Double(row + 1))
        (ticks, volume, value, buyVolume) = (0, 0, 0, 0)
        (bar.high, bar.low) = (-.infinity, .infinity)
    }

    func series() -> BarSeries {
        bars.series(
            symbol: source.symbol,
            others: [
                NamedColumn("buy_volume", Column(buyVolumes)), NamedColumn("ticks", Column(tickCounts)),
                NamedColumn("value", Column(values)), NamedColumn("last_tick", Column(lastTicks)),
            ])
    }
}
