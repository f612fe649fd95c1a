import TradewindsExchange
import TradewindsVocabulary

/// Takes the side on which the price leaves the range of the day's first bars, and is flat at the day's end.
///
/// Two stop orders, of which a fill cancels the other, stand at the range's ends as soon as it is over; the loss is
/// stopped at the other end. The position is closed before the first bar that would go on after the end. Times are
/// those of New York, in summer and winter; for other hours, or for a future that trades through the night, give
/// others.
///
/// Unaware of days on which the market closes early: what is open then is closed when the next day begins.
///
/// Source: T. Crabel, *Day Trading with Short Term Price Patterns and Opening Range Breakout*, 1990.
public struct OpeningRange: ReadyStrategy, Hashable {
    private static let open = NamedParameter(
        "open", 570, 0...1439, step: 1, "the opening in minutes after midnight in New York (570: 09:30)")
    private static let minutes = NamedParameter("minutes", 30, 1...600, step: 1, "length of the range in minutes")
    private static let end = NamedParameter(
        "end", 955, 1...1440, step: 1, "when to be flat, in minutes after midnight in New York (955: 15:55)")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "orb", summary: "Breakout from the range of the day's first bars",
        source: "T. Crabel, Day Trading with Short Term Price Patterns, 1990", instruments: 1...1,
        parameters: [open, minutes, end, .quantity])

    private let open: Int
    private let until: Int
    private let end: Int
    private let quantity: Quantity
    /// The present day, in days since 1970.
    private var day = Int.min
    private var high: Price?
    private var low: Price?
    private var isSet = false

    /// The rules from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        open = 60 * values.whole(Self.open)
        until = open + 60 * values.whole(Self.minutes)
        end = 60 * values.whole(Self.end)
        quantity = Quantity(values[.quantity]) ?? 1
        guard until < end else {
            throw .conflict(
                "the range ends at minute \(until / 60), end is \(end / 60): make minutes smaller or end larger")
        }
    }

    /// Builds the range, then sets the orders.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let zone = MarketZone.usEastern
        let today = zone.date(at: bar.start).daysSince1970
        let begin = zone.secondOfDay(at: bar.start)
        let length = max(1, Int(((broker.now - bar.start) / .seconds(1)).rounded()))
        if today != day {
            (day, high, low, isSet) = (today, nil, nil, false)
            if !broker.position(in: instrument).isZero { broker.move(to: 0, in: instrument) }
        }
        let over = begin + length
        guard over + length <= end else {
            broker.move(to: 0, in: instrument)
            return
        }
        if begin >= open, begin < until {
            high = max(high ?? bar.high, bar.high)
            low = min(low ?? bar.low, bar.low)
        }
        if over >= until, !isSet, let high, let low, high > low {
            isSet = true
            set(high, low, instrument, &broker)
        }
    }

    private func set<B: Broker>(_ high: Price, _ low: Price, _ instrument: InstrumentIndex, _ broker: inout B) {
        let group = "orb-\(instrument)-\(day)"
        var buy = OrderIntent.stop(.buy, quantity, of: instrument, at: high).oneCancelsAll(group)
        buy.stopLoss = low
        var sell = OrderIntent.stop(.sell, quantity, of: instrument, at: low).oneCancelsAll(group)
        sell.stopLoss = high
        broker.place(buy)
        broker.place(sell)
    }
}
