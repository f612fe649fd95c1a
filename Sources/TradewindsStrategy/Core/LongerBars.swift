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

/// Collects the closes of several instruments until all have told theirs for the same time.
public struct CommonClock: Sendable, Hashable, Codable {
    private var time: Timestamp?
    private var closes: [Double?]

    /// A clock for `count` instruments.
    public init(count: Int) { closes = Array(repeating: nil, count: max(1, count)) }

    /// Takes a bar; returns the closes of all instruments once this one was the last to come for its time.
    ///
    /// A time at which an instrument has no bar is left out.
    public mutating func add(_ bar: Bar, of instrument: InstrumentIndex) -> [Double]? {
        guard closes.indices.contains(instrument.rawValue) else { return nil }
        if time != bar.start {
            time = bar.start
            for index in closes.indices { closes[index] = nil }
        }
        closes[instrument.rawValue] = bar.close.doubleValue
        let known = closes.compactMap(\.self)
        return known.count == closes.count ? known : nil
    }
}
