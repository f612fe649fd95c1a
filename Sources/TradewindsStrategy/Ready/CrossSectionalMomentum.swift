import TradewindsExchange
import TradewindsVocabulary

/// Holds the winners of a group in equal parts, and sells the losers short where asked.
///
/// Source: N. Jegadeesh, S. Titman, "Returns to Buying Winners and Selling Losers", Journal of Finance 48, 1993.
public struct CrossSectionalMomentum: ReadyStrategy, Hashable {
    private static let lookback = NamedParameter("lookback", 126, 1...5000, step: 1, "bars of the past return")
    private static let skip = NamedParameter("skip", 21, 0...500, step: 1, "latest bars left out of it")
    private static let hold = NamedParameter("hold", 21, 1...1000, step: 1, "bars between decisions")
    private static let top = NamedParameter("top", 1, 1...500, step: 1, "how many winners to hold")
    private static let short = NamedParameter("short", 0, 0...1, step: 1, "1: also sell as many losers short")
    private static let gross = NamedParameter(
        "gross", 0.95, 0.01...4, step: 0.05, "value of all positions as a fraction of equity")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "xsmom", summary: "Holds the strongest of several instruments",
        source: "Jegadeesh, Titman, Returns to Buying Winners and Selling Losers, JF 1993", instruments: 2...1000,
        parameters: [lookback, skip, hold, top, short, gross])

    private let skip: Int
    private let hold: Int
    private let top: Int
    private let sellsShort: Bool
    private let gross: Double
    private var clock: CommonClock
    private var windows: [RollingWindow]
    private var wait = 0

    /// Momentum from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        let (lookback, top) = (values.whole(Self.lookback), values.whole(Self.top))
        skip = values.whole(Self.skip)
        hold = values.whole(Self.hold)
        sellsShort = values[Self.short] == 1
        gross = values[Self.gross]
        guard skip < lookback else {
            throw .conflict("skip (\(skip)) must be below lookback (\(lookback)): make skip smaller")
        }
        guard top * (sellsShort ? 2 : 1) <= instruments else {
            throw .conflict("top (\(top)) is too much for \(instruments) instruments: make it smaller")
        }
        self.top = top
        clock = CommonClock(count: instruments)
        windows = Array(repeating: RollingWindow(lookback + 1), count: instruments)
    }

    /// Ranks once all instruments have told their bar.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard let closes = clock.add(bar, of: instrument) else { return }
        for index in closes.indices { windows[index].add(closes[index]) }
        guard windows[0].isFull else { return }
        wait -= 1
        guard wait <= 0, let equity = broker.equity else { return }
        wait = hold
        let returns = windows.map { window in
            let values = window.all
            return values[0] > 0 ? values[values.count - 1 - skip] / values[0] - 1 : 0
        }
        let ranked = returns.indices.sorted { returns[$0] == returns[$1] ? $0 < $1 : returns[$0] > returns[$1] }
        var weights = [Double](repeating: 0, count: closes.count)
        let each = gross / Double(sellsShort ? 2 * top : top)
        for index in ranked.prefix(top) { weights[index] = each }
        if sellsShort { for index in ranked.suffix(top) { weights[index] = -each } }
        broker.move(to: weights, closes: closes, equity: equity)
    }
}

extension Broker {
    /// Makes each position's value a share of equity, below zero for short; sales first, as they free the money.
    mutating func move(to weights: [Double], closes: [Double], equity: Money) {
        var targets: [(InstrumentIndex, Quantity)] = []
        for index in weights.indices {
            let instrument = InstrumentIndex(index)
            guard let price = Price(closes[index]), price > 0 else { continue }
            let size = PositionSize.percentOfEquity(abs(weights[index]) * 100).quantity(
                in: .init(equity: equity, price: price, terms: terms(of: instrument)))
            targets.append((instrument, weights[index] < 0 ? -size : size))
        }
        for (instrument, target) in targets where target < position(in: instrument) { move(to: target, in: instrument) }
        for (instrument, target) in targets where target > position(in: instrument) { move(to: target, in: instrument) }
    }
}
