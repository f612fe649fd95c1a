import TradewindsExchange
import TradewindsVocabulary

/// Holds one instrument, more of it when it is calm and less when it is not.
///
/// Source: A. Moreira, T. Muir, "Volatility-Managed Portfolios", Journal of Finance 72, 2017.
public struct VolatilityTarget: ReadyStrategy, Hashable {
    private static let bars = NamedParameter.period(21, "bars of the volatility estimate")
    private static let target = NamedParameter(
        "target", 0.1, 0.001...2, step: 0.05, "yearly volatility aimed at, as a fraction of equity")
    private static let leverage = NamedParameter(
        "leverage", 1, 0.1...10, step: 0.25, "the largest value as a multiple of equity")
    private static let band = NamedParameter(
        "band", 0.1, 0...1, step: 0.05, "part of the target by which the position may be off before it trades")
    private static let year = NamedParameter("bars-per-year", 252, 1...600_000, step: 1, "bars in a year")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "voltarget", summary: "Holds at a constant volatility",
        source: "Moreira, Muir, Volatility-Managed Portfolios, JF 2017", instruments: 1...1,
        parameters: [bars, target, leverage, band, year])

    private let target: Double
    private let leverage: Double
    private let band: Double
    private var volatility: RealizedVolatility

    /// A target from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        target = values[Self.target]
        leverage = values[Self.leverage]
        band = values[Self.band]
        volatility = RealizedVolatility(bars: values.whole(Self.bars), barsPerYear: values[Self.year])
    }

    /// Compares what is held with what should be.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard let volatility = volatility.add(bar.close.doubleValue), volatility > 0, let equity = broker.equity else {
            return
        }
        let weight = min(target / volatility, leverage)
        let wanted = PositionSize.percentOfEquity(weight * 100).quantity(
            in: .init(equity: equity, price: bar.close, terms: broker.terms(of: instrument)))
        let off = (wanted - broker.position(in: instrument)).magnitude.doubleValue
        if off > band * wanted.doubleValue { broker.move(to: wanted, in: instrument) }
    }
}
