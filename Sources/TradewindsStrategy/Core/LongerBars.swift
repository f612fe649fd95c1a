import TradewindsExchange
import TradewindsVocabulary

/// Makes longer bars from shorter ones inside a strategy, so that one strategy looks at several time frames.
///
/// Bars lie on whole multiples of their length since 1970. A longer bar is told when the first shorter one after it comes:
/// not before it is known to be over, so it never looks ahead.
public struct LongerBars: Sendable, Hashable, Codable {
    private let nanoseconds: Int64
    private var current: Bar?

    /// Bars of `length`; a length below a second counts as one.
    public init(length: Duration) {
        let parts = length.components
        nanoseconds = max(1_000_000_000, parts.seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue)
    }

    /// Takes a shorter bar; returns the longer one that ended before it, if any.
    public mutating func add(_ bar: Bar) -> Bar? {
        let time = bar.start.nanoseconds
        let start = time - ((time % nanoseconds) + nanoseconds) % nanoseconds
        guard var longer = current, longer.start.nanoseconds == start else {
            let finished = current
            current = bar
            current?.start = Timestamp(nanoseconds: start)
            return finished
        }
        longer.high = max(longer.high, bar.high)
        longer.low = min(longer.low, bar.low)
        longer.close = bar.close
        longer.volume += bar.volume
        current = longer
        return nil
    }
}

/// Collects the closes of several instruments for common times.
///
/// A time is told as soon as all have told their bar for it. Where an instrument has none, as happens when nothing trades
/// for a bar's length, the time is told when the first bar of a later one comes, with that instrument's last known close.
/// Before all have had a bar nothing is told; a bar that comes after its time was told only moves the last close.
public struct CommonClock: Sendable, Hashable, Codable {
    private var time: Timestamp?
    private var isTold = true
    private var hasBar: [Bool]
    private var closes: [Double?]
    /// The beginnings of the bars that ``closes`` are of.
    private var times: [Timestamp?]

    /// A clock for `count` instruments.
    public init(count: Int) {
        closes = Array(repeating: nil, count: max(1, count))
        times = Array(repeating: nil, count: max(1, count))
        hasBar = Array(repeating: false, count: max(1, count))
    }

    /// Takes a bar; returns the closes of all instruments for a time that is over with it, if any.
    public mutating func add(_ bar: Bar, of instrument: InstrumentIndex) -> [Double]? {
        let place = instrument.rawValue
        guard closes.indices.contains(place) else { return nil }
        var earlier: [Double]?
        if time.map({ bar.start > $0 }) ?? true {
            if !isTold { earlier = known }
            (time, isTold) = (bar.start, false)
            for index in hasBar.indices { hasBar[index] = false }
        }
        if times[place].map({ bar.start >= $0 }) ?? true {
            closes[place] = bar.close.doubleValue
            times[place] = bar.start
        }
        if bar.start == time { hasBar[place] = true }
        guard !isTold, hasBar.allSatisfy(\.self) else { return earlier }
        isTold = true
        return known
    }

    private var known: [Double]? {
        let known = closes.compactMap(\.self)
        return known.count == closes.count ? known : nil
    }
}
