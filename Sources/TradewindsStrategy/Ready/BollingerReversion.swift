import TradewindsExchange
import TradewindsIndicators
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

    private let quantity: Quantity
    private let sellsShort: Bool
    private var bands: BollingerBands

    /// Bands from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        quantity = Quantity(values[.quantity]) ?? 1
        sellsShort = values[Self.short] == 1
        bands = try .fitting { () throws(IndicatorError) in
            try BollingerBands(period: values.whole(Self.bars), width: values[Self.width])
        }
    }

    /// Looks where the close lies.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let close = bar.close.doubleValue
        guard let band = bands.update(close) else { return }
        let held = broker.position(in: instrument)
        if held.isZero {
            if close < band.lower { broker.move(to: quantity, in: instrument) }
            if close > band.upper, sellsShort { broker.move(to: -quantity, in: instrument) }
        } else if held.isNegative ? close <= band.middle : close >= band.middle {
            broker.move(to: 0, in: instrument)
        }
    }
}
