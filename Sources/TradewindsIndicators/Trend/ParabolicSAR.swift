/// Wilder's stop and reverse (SAR): a stop that follows the trend ever faster and turns when it is touched.
///
/// The first trend goes the way in which the second bar's range moved; up where it moved neither way.
public struct ParabolicSAR: Indicator {
    private let step: Double
    private let most: Double
    private var before: PriceBar?
    private var trend: Trend?

    private struct Trend: Sendable, Hashable, Codable {
        var isUp: Bool
        var stop: Double
        var extreme: Double
        var speed: Double
    }

    /// - `step`: By how much it quickens with each new extreme.
    /// - `maximum`: How quick it may become.
    /// - Throws: Where a number is outside 0 to 1.
    public init(step: Double = 0.02, maximum: Double = 0.2) throws(IndicatorError) {
        most = try checked(maximum, in: 0...1)
        self.step = Swift.min(try checked(step, in: 0...1), maximum)
    }

    /// One.
    public var warmUp: Int { 1 }

    /// The stop.
    public mutating func update(_ bar: PriceBar) -> Double? {
        defer { before = bar }
        guard var last = before else { return nil }
        var trend = self.trend ?? beginning(last, bar)
        // The first stop is the extreme of the bar before, so that bar no longer bounds it.
        if self.trend == nil { last = bar }
        let stop = trend.isUp ? up(&trend, last, bar) : down(&trend, last, bar)
        self.trend = trend
        return stop
    }

    private func beginning(_ first: PriceBar, _ second: PriceBar) -> Trend {
        let (up, down) = (second.high - first.high, first.low - second.low)
        let isUp = !(down > up && down > 0)
        return Trend(
            isUp: isUp, stop: isUp ? first.low : first.high, extreme: isUp ? second.high : second.low, speed: step)
    }

    private func up(_ trend: inout Trend, _ last: PriceBar, _ bar: PriceBar) -> Double {
        if bar.low <= trend.stop {
            let stop = Swift.max(trend.extreme, last.high, bar.high)
            trend = Trend(isUp: false, stop: stop, extreme: bar.low, speed: step)
            trend.stop = Swift.max(stop + step * (bar.low - stop), last.high, bar.high)
            return stop
        }
        let stop = trend.stop
        if bar.high > trend.extreme {
            trend.extreme = bar.high
            trend.speed = Swift.min(trend.speed + step, most)
        }
        trend.stop = Swift.min(stop + trend.speed * (trend.extreme - stop), last.low, bar.low)
        return stop
    }

    private func down(_ trend: inout Trend, _ last: PriceBar, _ bar: PriceBar) -> Double {
        if bar.high >= trend.stop {
            let stop = Swift.min(trend.extreme, last.low, bar.low)
            trend = Trend(isUp: true, stop: stop, extreme: bar.high, speed: step)
            trend.stop = Swift.min(stop + step * (bar.high - stop), last.low, bar.low)
            return stop
        }
        let stop = trend.stop
        if bar.low < trend.extreme {
            trend.extreme = bar.low
            trend.speed = Swift.min(trend.speed + step, most)
        }
        trend.stop = Swift.max(stop + trend.speed * (trend.extreme - stop), last.high, bar.high)
        return stop
    }

    /// Forgets every bar.
    public mutating func reset() {
        before = nil
        trend = nil
    }
}
