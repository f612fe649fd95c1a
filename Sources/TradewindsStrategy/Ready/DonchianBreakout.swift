import TradewindsExchange
import TradewindsIndicators
import TradewindsVocabulary

/// Enters beyond the highest high or lowest low of many bars, leaves beyond that of fewer: the turtles' rules.
///
/// One unit, without the turtles' pyramiding; the size loses `risk` percent of equity when the price moves two average
/// true ranges, where the stop stands.
///
/// Source: C. Faith, *Way of the Turtle*, 2007; R. D. Donchian's four-week rule.
public struct DonchianBreakout: ReadyStrategy, Hashable {
    private static let entryBars = NamedParameter("entry", 20, 2...2000, step: 1, "bars of the entry channel")
    private static let exitBars = NamedParameter("exit", 10, 1...2000, step: 1, "bars of the exit channel")
    private static let risk = NamedParameter(
        "risk", 1, 0.01...20, step: 0.25, "percent of equity lost when the stop is reached")
    private static let short = NamedParameter("short", 1, 0...1, step: 1, "1: also sell short")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "donchian", summary: "Channel breakout with stops by the true range (turtle)",
        source: "C. Faith, Way of the Turtle, 2007", instruments: 1...1,
        parameters: [entryBars, exitBars, risk, short])

    /// The turtles' N: Wilder's average true range over twenty bars.
    private static let rangeBars = 20

    private let risk: Double
    private let sellsShort: Bool
    private var entries: DonchianChannel
    private var exits: DonchianChannel
    private var ranges: AverageTrueRange
    /// The channels and the average true range of the bars before.
    private var known: Known?

    private struct Known: Hashable, Codable {
        var entry: Band
        var exit: Band
        var range: Double
    }

    /// A breakout from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        let (entry, exit) = (values.whole(Self.entryBars), values.whole(Self.exitBars))
        guard exit <= entry else {
            throw .conflict("exit (\(exit)) must not be above entry (\(entry)): make exit smaller or entry larger")
        }
        risk = values[Self.risk]
        sellsShort = values[Self.short] == 1
        entries = try .fitting { () throws(IndicatorError) in try DonchianChannel(period: entry) }
        exits = try .fitting { () throws(IndicatorError) in try DonchianChannel(period: exit) }
        ranges = try .fitting { () throws(IndicatorError) in try AverageTrueRange(period: Self.rangeBars) }
    }

    /// Compares the close with the channels of the bars before.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        if let known { decide(known, bar.close, instrument, &broker) }
        let prices = PriceBar(
            open: bar.open.doubleValue, high: bar.high.doubleValue, low: bar.low.doubleValue,
            close: bar.close.doubleValue)
        let (entry, exit, range) = (entries.update(prices), exits.update(prices), ranges.update(prices))
        if let entry, let exit, let range { known = Known(entry: entry, exit: exit, range: range) }
    }

    private func decide<B: Broker>(
        _ known: Known, _ price: Price, _ instrument: InstrumentIndex, _ broker: inout B
    ) {
        let (held, close) = (broker.position(in: instrument), price.doubleValue)
        if held.isZero {
            if close > known.entry.upper { enter(.buy, price, known.range, instrument, &broker) }
            if close < known.entry.lower, sellsShort { enter(.sell, price, known.range, instrument, &broker) }
        } else if held.isNegative ? close > known.exit.upper : close < known.exit.lower {
            broker.move(to: 0, in: instrument)
        }
    }

    private func enter<B: Broker>(
        _ side: Side, _ price: Price, _ range: Double, _ instrument: InstrumentIndex, _ broker: inout B
    ) {
        let distance = side == .buy ? -2 * range : 2 * range
        guard let stop = broker.price(price.doubleValue + distance, of: instrument), let equity = broker.equity else {
            return
        }
        let size = PositionSize.percentAtRisk(risk).quantity(
            in: .init(equity: equity, price: price, terms: broker.terms(of: instrument), stop: stop))
        guard size > 0 else { return }
        broker.cancelAll(in: instrument)
        var intent = OrderIntent(side, size, of: instrument)
        intent.stopLoss = stop
        broker.place(intent)
    }
}
