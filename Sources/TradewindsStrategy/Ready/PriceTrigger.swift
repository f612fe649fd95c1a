import TradewindsExchange
import TradewindsVocabulary

/// Buys once when the price reaches a level, with a trailing stop behind; the simplest strategy there is.
///
/// Source: J. L. Livermore, *How to Trade in Stocks*, 1940: enter at the pivotal point, cut the loss.
public struct PriceTrigger: ReadyStrategy, Hashable {
    private static let level = NamedParameter(
        "level", 100, 0.0001...1_000_000, step: 0.5, "the close at or above which it buys")
    private static let trail = NamedParameter(
        "trail", 2.5, 0.01...90, step: 0.5, "the trailing stop's distance in percent of the price")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "price-trigger", summary: "Buys once at a price, then trails a stop",
        source: "J. L. Livermore, How to Trade in Stocks, 1940", instruments: 1...1,
        parameters: [level, trail, .quantity])

    private let level: Double
    private let trail: ExactDecimal
    private let quantity: Quantity
    private var isDone = false

    /// A trigger from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        level = values[Self.level]
        trail = ExactDecimal(values[Self.trail]) ?? ExactDecimal(2)
        quantity = Quantity(values[.quantity]) ?? 1
    }

    /// Buys at the first close at or above the level.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard !isDone, bar.close.doubleValue >= level else { return }
        isDone = true
        broker.place(OrderIntent(.buy, quantity, of: instrument))
    }

    /// The order of the past was never sent.
    public mutating func warmedUp() { isDone = false }

    /// Puts the stop behind what was bought.
    public mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {
        guard fill.isBuy else { return }
        broker.place(.trailing(.sell, fill.quantity, of: fill.instrument, by: .percent(trail)))
    }
}
