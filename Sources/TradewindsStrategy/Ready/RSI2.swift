import TradewindsExchange
import TradewindsIndicators
import TradewindsVocabulary

/// Buys deep short-term weakness within a long rise and leaves at the first strength.
///
/// Source: L. Connors, C. Alvarez, *Short Term Trading Strategies That Work*, 2009, chapter 9.
public struct RSI2: ReadyStrategy, Hashable {
    private static let bars = NamedParameter.period(2, "bars of the RSI")
    private static let oversold = NamedParameter("oversold", 10, 0.5...50, step: 0.5, "the RSI below which it buys")
    private static let trend = NamedParameter(
        "trend", 200, 2...2000, step: 1, "bars of the average that the close must be above")
    private static let leave = NamedParameter(
        "exit", 5, 2...500, step: 1, "bars of the average above which it leaves")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "rsi2", summary: "Buys short-term weakness in a long rise",
        source: "Connors, Alvarez, Short Term Trading Strategies That Work, 2009", instruments: 1...1,
        parameters: [bars, oversold, trend, leave, .quantity])

    private let oversold: Double
    private let quantity: Quantity
    private var trend: SimpleAverage
    private var leave: SimpleAverage
    private var index: RelativeStrengthIndex

    /// The rules from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        oversold = values[Self.oversold]
        quantity = Quantity(values[.quantity]) ?? 1
        trend = try .fitting { () throws(IndicatorError) in try SimpleAverage(period: values.whole(Self.trend)) }
        leave = try .fitting { () throws(IndicatorError) in try SimpleAverage(period: values.whole(Self.leave)) }
        index = try .fitting { () throws(IndicatorError) in
            try RelativeStrengthIndex(period: values.whole(Self.bars))
        }
    }

    /// Looks at the close of a bar.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let close = bar.close.doubleValue
        let (strength, calm, quick) = (index.update(close), trend.update(close), leave.update(close))
        let held = broker.position(in: instrument)
        if held > 0 {
            if let quick, close > quick { broker.move(to: 0, in: instrument) }
        } else if let strength, let calm, strength < oversold, close > calm {
            broker.move(to: quantity, in: instrument)
        }
    }
}
