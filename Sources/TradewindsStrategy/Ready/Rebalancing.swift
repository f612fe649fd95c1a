import TradewindsExchange
import TradewindsVocabulary

/// Holds several instruments in equal parts and restores them at intervals, or when one has drifted too far.
///
/// Source: W. J. Bernstein, *The Intelligent Asset Allocator*, 2000; V. DeMiguel and others, "Optimal Versus Naive
/// Diversification", Review of Financial Studies 22, 2009.
public struct Rebalancing: ReadyStrategy, Hashable {
    private static let every = NamedParameter("every", 21, 1...5000, step: 1, "bars between rebalancings")
    private static let drift = NamedParameter(
        "drift", 0.05, 0.001...1, step: 0.01, "share of equity by which a part may drift before it is restored early")
    private static let gross = NamedParameter(
        "gross", 0.95, 0.01...4, step: 0.05, "value of all parts as a fraction of equity")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "rebalance", summary: "Equal parts, restored at intervals",
        source: "DeMiguel, Garlappi, Uppal, Optimal Versus Naive Diversification, RFS 2009", instruments: 1...1000,
        parameters: [every, drift, gross])

    private let every: Int
    private let drift: Double
    private let weight: Double
    private var clock: CommonClock
    private var wait = 0

    /// Parts from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        every = values.whole(Self.every)
        drift = values[Self.drift]
        weight = values[Self.gross] / Double(max(1, instruments))
        clock = CommonClock(count: instruments)
    }

    /// Looks once all instruments have told their bar.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard let closes = clock.add(bar, of: instrument), let equity = broker.equity, equity > 0 else { return }
        wait -= 1
        let hasDrifted = closes.indices.contains { index in
            let terms = broker.terms(of: InstrumentIndex(index))
            let held = broker.position(in: InstrumentIndex(index)).doubleValue
            let share = held * closes[index] * terms.multiplier.doubleValue / equity.doubleValue
            return abs(share - weight) > drift
        }
        guard wait <= 0 || hasDrifted else { return }
        wait = every
        broker.move(to: Array(repeating: weight, count: closes.count), closes: closes, equity: equity)
    }
}
