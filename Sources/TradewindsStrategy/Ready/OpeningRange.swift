import TradewindsExchange
import TradewindsVocabulary

/// Takes the side on which the price leaves the range of the day's first bars, and is flat at the day's end.
///
/// Two stop orders, of which a fill cancels the other, stand at the range's ends; the loss is stopped at the other end.
///
/// Source: T. Crabel, *Day Trading with Short Term Price Patterns and Opening Range Breakout*, 1990.
public struct OpeningRange: ReadyStrategy, Hashable {
    private static let open = NamedParameter(
        "open", 870, 0...1439, step: 1, "the opening in minutes after midnight UTC (870: 14:30)")
    private static let minutes = NamedParameter("minutes", 30, 1...600, step: 1, "length of the range in minutes")
    private static let end = NamedParameter(
        "end", 1255, 1...1439, step: 1, "when to be flat, in minutes after midnight UTC (1255: 20:55)")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "orb", summary: "Breakout from the range of the day's first bars",
        source: "T. Crabel, Day Trading with Short Term Price Patterns, 1990", instruments: 1...1,
        parameters: [open, minutes, end, .quantity])

    private let open: Int64
    private let until: Int64
    private let end: Int64
    private let quantity: Quantity
    private var day: Int64 = .min
    private var high: Price?
    private var low: Price?
    private var isSet = false

    /// The rules from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        open = Int64(values.whole(Self.open))
        until = open + Int64(values.whole(Self.minutes))
        end = Int64(values.whole(Self.end))
        quantity = Quantity(values[.quantity]) ?? 1
        guard until < end else {
            throw .conflict("the range ends at minute \(until), end is \(end): make minutes smaller or end larger")
        }
    }

    /// Builds the range, then sets the orders.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let seconds = bar.start.seconds
        let minute = ((seconds % 86_400) + 86_400) % 86_400 / 60
        let today = (seconds - minute * 60) / 86_400
        if today != day {
            (day, high, low, isSet) = (today, nil, nil, false)
            if !broker.position(in: instrument).isZero { broker.move(to: 0, in: instrument) }
        }
        if minute >= end {
            broker.move(to: 0, in: instrument)
        } else if minute >= open, minute < until {
            high = max(high ?? bar.high, bar.high)
            low = min(low ?? bar.low, bar.low)
        } else if minute >= until, !isSet, let high, let low, high > low {
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
