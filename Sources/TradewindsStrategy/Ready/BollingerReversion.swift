import TradewindsExchange
import TradewindsVocabulary

/// Buys below the lower band, sells short above the upper one, and leaves at the middle.
///
/// Source: J. Bollinger, *Bollinger on Bollinger Bands*, 2001 (method III, reversals, without its confirming indicators).
public struct BollingerReversion: ReadyStrategy, Hashable {
    private static let bars = NamedParameter.period(20, "bars of the bands")
    private static let width = NamedParameter(
        "width", 2, 0.25...6, step: 0.25, "the bands' distance in standard deviations")
    private static let short = NamedParameter("short", 1, 0...1, step: 1, "1: also sell short")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "bollinger", summary: "Trades back to the mean from outside the Bollinger bands",
        source: "J. Bollinger, Bollinger on Bollinger Bands, 2001", instruments: 1...1,
        parameters: [bars, width, .quantity, short])

    private let width: Double
    private let quantity: Quantity
    private let sellsShort: Bool
    private var closes: RollingWindow

    /// Bands from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        width = values[Self.width]
        quantity = Quantity(values[.quantity]) ?? 1
        sellsShort = values[Self.short] == 1
        closes = RollingWindow(values.whole(Self.bars))
    }

    /// Looks where the close lies.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let close = bar.close.doubleValue
        closes.add(close)
        guard closes.isFull else { return }
        let (mean, spread) = (closes.mean, width * closes.deviation(freedom: 0))
        let held = broker.position(in: instrument)
        if held.isZero {
            if close < mean - spread { broker.move(to: quantity, in: instrument) }
            if close > mean + spread, sellsShort { broker.move(to: -quantity, in: instrument) }
        } else if held.isNegative ? close <= mean : close >= mean {
            broker.move(to: 0, in: instrument)
        }
    }
}
