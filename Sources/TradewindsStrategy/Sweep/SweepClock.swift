import TradewindsExchange
import TradewindsStatistics
import TradewindsVocabulary

/// The time of a sweep, cut into equal parts: what the equity of every point is summed up over.
public struct SweepClock: Sendable, Hashable {
    /// How many entries the equity of every run has: one for each instant at which bars end.
    public let entries: Int
    /// Where a part ends and the next one begins, with the beginning of the first and the end of the last. Empty where
    /// there are fewer than two entries.
    public let marks: [Timestamp]

    /// The parts between the marks.
    public var parts: Int { max(0, marks.count - 1) }

    /// Parts in a year, by their times; 252 where these tell nothing.
    public var partsPerYear: Double {
        Timestamp.yearlyPace(of: marks.count, from: marks.first, to: marks.last) ?? 252
    }

    /// The parts that a sweep looks at unless told otherwise.
    public static let usualParts = 240
    /// The most parts that a sweep looks at: its outcomes hold a number for each.
    public static let mostParts = 10_000

    /// The clock of every run of a plan over updates at hand, which are run through once.
    ///
    /// - `parts`: How many parts at most; fewer where there are fewer entries.
    public init(of plan: BacktestPlan, parts: Int = Self.usualParts) {
        var plan = plan
        plan.clock = nil
        plan.limits = nil
        plan.size = nil
        let times = plan.run(Idle()).equity.map(\.time)
        entries = times.count
        let parts = min(max(1, parts), Self.mostParts, times.count - 1)
        marks = parts > 0 ? (0...parts).map { times[(times.count - 1) * $0 / parts] } : []
    }

    /// Trades nothing.
    private struct Idle: Strategy {
        mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {}
    }
}
