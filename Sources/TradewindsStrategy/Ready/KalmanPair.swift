import TradewindsExchange
import TradewindsVocabulary

/// Trades a pair whose hedge ratio drifts: a Kalman filter follows it, and its forecast error is the signal.
///
/// The state is slope and intercept of the first price on the second, both a random walk.
///
/// Source: E. P. Chan, *Algorithmic Trading: Winning Strategies and Their Rationale*, 2013, chapter 3.
public struct KalmanPair: ReadyStrategy, Hashable {
    private static let delta = NamedParameter(
        "delta", 0.0001, 0.0000001...0.5, step: 0.0001, "how fast the hedge ratio may drift")
    private static let noise = NamedParameter(
        "noise", 0.001, 0.0000001...1000, step: 0.001, "variance of the first price around the line")
    private static let entry = NamedParameter("entry", 1, 0.1...10, step: 0.25, "deviations at which it enters")
    private static let warmUp = NamedParameter("settle", 30, 1...5000, step: 1, "bars before the first trade")
    private static let gross = NamedParameter(
        "gross", 0.5, 0.01...4, step: 0.1, "value of the first leg as a fraction of equity")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "pairs-kalman", summary: "Pair with a hedge ratio followed by a Kalman filter",
        source: "E. P. Chan, Algorithmic Trading, 2013, chapter 3", instruments: 2...2,
        parameters: [delta, noise, entry, warmUp, gross])

    private let entry: Double
    private let warmUp: Int
    private let gross: Double
    private var clock = CommonClock(count: 2)
    private var filter: HedgeFilter
    private var count = 0
    private var legs = PairLegs()

    /// A pair from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        entry = values[Self.entry]
        warmUp = values.whole(Self.warmUp)
        gross = values[Self.gross]
        let delta = values[Self.delta]
        filter = HedgeFilter(drift: delta / (1 - delta), noise: values[Self.noise])
    }

    /// A leg alone is no pair: where one is refused, both are closed.
    public mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {
        legs.refused(&broker)
    }

    /// The other leg may have filled before it was known that it is alone.
    public mutating func filled<B: Broker>(_ fill: StrategyFill, _ broker: inout B) {
        legs.filled(fill, &broker)
    }

    /// Looks once both have told their bar.
    public mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        guard let closes = clock.add(bar, of: instrument), closes[0] > 0 else { return }
        let (error, deviation) = filter.add(closes[0], closes[1])
        count = min(count + 1, warmUp + 1)
        guard count > warmUp, deviation > 0, let equity = broker.equity else { return }
        if legs.side != 0 {
            guard legs.side > 0 ? error > 0 : error < 0 else { return }
            legs.end()
            broker.move(to: [0, 0], closes: closes, equity: equity)
        } else if abs(error) > entry * deviation, filter.slope > 0 {
            // With a slope below zero both legs would be on one side: no hedge.
            legs.take(error < 0 ? 1 : -1)
            let other = gross * filter.slope * closes[1] / closes[0]
            broker.move(to: [legs.side * gross, -legs.side * other], closes: closes, equity: equity)
        }
    }
}

/// Follows `first = slope × second + intercept`, both drifting.
struct HedgeFilter: Sendable, Hashable, Codable {
    private(set) var slope = 0.0
    private(set) var intercept = 0.0
    private var isFresh = true
    // The state's covariance: slope, both, intercept.
    private var slopeVariance = 0.0
    private var crossVariance = 0.0
    private var interceptVariance = 0.0
    private let drift: Double
    private let noise: Double

    init(drift: Double, noise: Double) {
        self.drift = drift
        self.noise = noise
    }

    /// Returns the forecast error and its standard deviation before the pair was known.
    mutating func add(_ first: Double, _ second: Double) -> (error: Double, deviation: Double) {
        if !isFresh {
            slopeVariance += drift
            interceptVariance += drift
        }
        isFresh = false
        let error = first - slope * second - intercept
        let slopeGain = slopeVariance * second + crossVariance
        let interceptGain = crossVariance * second + interceptVariance
        let variance = second * slopeGain + interceptGain + noise
        slope += slopeGain / variance * error
        intercept += interceptGain / variance * error
        slopeVariance -= slopeGain * slopeGain / variance
        crossVariance -= slopeGain * interceptGain / variance
        interceptVariance -= interceptGain * interceptGain / variance
        return (error, variance.squareRoot())
    }
}
