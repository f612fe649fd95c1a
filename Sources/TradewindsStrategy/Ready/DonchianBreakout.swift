import TradewindsExchange
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

    private let risk: Double
    private let sellsShort: Bool
    private var entryHighs: RollingWindow
    private var entryLows: RollingWindow
    private var exitHighs: RollingWindow
    private var exitLows: RollingWindow
    private var range = 0.0
    private var count = 0
    private var before: Double?

    /// A breakout from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        let (entry, exit) = (values.whole(Self.entryBars), values.whole(Self.exitBars))
        guard exit <= entry else {
            throw .conflict("exit (\(exit)) must not be above entry (\(entry)): make exit smaller or entry larger")
        }
        risk = values[Self.risk]
        sellsShort = values[Self.short] == 1
        entryHighs = RollingWindow(entry)
        entryLows = RollingWindow(entry)
        exitHighs = RollingWindow(exit)
        exitLows = RollingWindow(exit)
    }

    /// Compares the close with the channels of the bars before.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let (high, low, close) = (bar.high.doubleValue, bar.low.doubleValue, bar.close.doubleValue)
        if entryHighs.isFull { decide(close, bar.close, instrument, &broker) }
        // Wilder's average of the true range over twenty bars.
        let reach = max(high, before ?? high) - min(low, before ?? low)
        count = min(count + 1, 20)
        range += (reach - range) / Double(count)
        before = close
        entryHighs.add(high)
        entryLows.add(low)
        exitHighs.add(high)
        exitLows.add(low)
    }

    private func decide<B: Broker>(
        _ close: Double, _ price: Price, _ instrument: InstrumentIndex, _ broker: inout B
    ) {
        let held = broker.position(in: instrument)
        if held.isZero {
            if close > entryHighs.highest { enter(.buy, price, instrument, &broker) }
            if close < entryLows.lowest, sellsShort { enter(.sell, price, instrument, &broker) }
        } else if held.isNegative ? close > exitHighs.highest : close < exitLows.lowest {
            broker.move(to: 0, in: instrument)
        }
    }

    private func enter<B: Broker>(
        _ side: Side, _ price: Price, _ instrument: InstrumentIndex, _ broker: inout B
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
