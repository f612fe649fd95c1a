import TradewindsExchange
import TradewindsVocabulary

/// Is long after a rise over many bars and short after a fall, at a target volatility.
///
/// Source: T. Moskowitz, Y. H. Ooi, L. H. Pedersen, "Time Series Momentum", Journal of Financial Economics 104, 2012.
public struct TimeSeriesMomentum: ReadyStrategy, Hashable {
    private static let lookback = NamedParameter("lookback", 252, 2...5000, step: 1, "bars of the past return")
    private static let hold = NamedParameter("hold", 21, 1...1000, step: 1, "bars between decisions")
    private static let target = NamedParameter(
        "target", 0.1, 0.001...2, step: 0.05, "yearly volatility aimed at, as a fraction of equity")
    private static let volatilityBars = NamedParameter(
        "volatility", 60, 2...2000, step: 1, "bars of the volatility estimate")
    private static let year = NamedParameter("bars-per-year", 252, 1...600_000, step: 1, "bars in a year")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "tsmom", summary: "Follows the sign of the past return at a target volatility",
        source: "Moskowitz, Ooi, Pedersen, Time Series Momentum, JFE 2012", instruments: 1...1,
        parameters: [lookback, hold, target, volatilityBars, year])

    private let hold: Int
    private let target: Double
    private var closes: RollingWindow
    private var volatility: RealizedVolatility
    private var wait = 0

    /// Momentum from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        hold = values.whole(Self.hold)
        target = values[Self.target]
        closes = RollingWindow(values.whole(Self.lookback) + 1)
        volatility = RealizedVolatility(bars: values.whole(Self.volatilityBars), barsPerYear: values[Self.year])
    }

    /// Decides every `hold` bars.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let close = bar.close.doubleValue
        closes.add(close)
        guard let volatility = volatility.add(close), closes.isFull, let first = closes.first else { return }
        wait -= 1
        guard wait <= 0, let equity = broker.equity else { return }
        wait = hold
        let size = PositionSize.volatilityTarget(target).quantity(
            in: .init(equity: equity, price: bar.close, terms: broker.terms(of: instrument), volatility: volatility))
        broker.move(to: close == first ? 0 : close > first ? size : -size, in: instrument)
    }
}
