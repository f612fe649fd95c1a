import Foundation
import TradewindsExchange
import TradewindsVocabulary

/// Trades the residual of a rolling regression of one price on another back to zero, while it looks stationary.
///
/// The hedge ratio is the slope of the least-squares line of logarithmic prices over the window (Engle and Granger's
/// first step); the second step is the t value of the residual's own return to its mean, without lags.
///
/// Source: R. F. Engle, C. W. J. Granger, "Co-integration and Error Correction", Econometrica 55, 1987; E. Gatev and
/// others, "Pairs Trading", 2006.
public struct CointegratedPair: ReadyStrategy, Hashable {
    private static let bars = NamedParameter("period", 120, 10...5000, step: 1, "bars of the regression")
    private static let entry = NamedParameter("entry", 2, 0.25...6, step: 0.25, "deviations at which it enters")
    private static let exit = NamedParameter("exit", 0.5, 0...5, step: 0.25, "deviations at which it leaves")
    private static let critical = NamedParameter(
        "critical", -3.34, -10...0, step: 0.1, "the t value that the residual must be below (-3.34: five percent)")
    private static let gross = NamedParameter(
        "gross", 0.5, 0.01...4, step: 0.1, "value of the first leg as a fraction of equity")
    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "pairs-eg", summary: "Pair by Engle and Granger with a rolling hedge ratio",
        source: "Engle, Granger, Co-integration and Error Correction, Econometrica 1987", instruments: 2...2,
        parameters: [bars, entry, exit, critical, gross])

    private let entry: Double
    private let exit: Double
    private let critical: Double
    private let gross: Double
    private var clock = CommonClock(count: 2)
    private var first: RollingWindow
    private var second: RollingWindow
    private var legs = PairLegs()

    /// A pair from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        (entry, exit) = (values[Self.entry], values[Self.exit])
        guard exit < entry else {
            throw .conflict("exit (\(exit)) must be below entry (\(entry)): make exit smaller or entry larger")
        }
        critical = values[Self.critical]
        gross = values[Self.gross]
        first = RollingWindow(values.whole(Self.bars))
        second = RollingWindow(values.whole(Self.bars))
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
        guard let closes = clock.add(bar, of: instrument), closes[0] > 0, closes[1] > 0 else { return }
        first.add(log(closes[0]))
        second.add(log(closes[1]))
        guard first.isFull, let equity = broker.equity else { return }
        let line = HedgeLine(of: first.all, on: second.all)
        guard line.deviation > 0 else { return }
        let score = line.residual / line.deviation
        if legs.side != 0 {
            guard legs.side > 0 ? score >= -exit : score <= exit else { return }
            legs.end()
            broker.move(to: [0, 0], closes: closes, equity: equity)
        } else if abs(score) >= entry, line.statistic < critical, line.slope > 0 {
            // With a slope below zero both legs would be on one side: no hedge.
            legs.take(score < 0 ? 1 : -1)
            broker.move(to: [legs.side * gross, -legs.side * gross * line.slope], closes: closes, equity: equity)
        }
    }
}

/// A least-squares line, its last residual, and how strongly residuals return to zero.
struct HedgeLine {
    var slope = 0.0
    var residual = 0.0
    var deviation = 0.0
    /// The Dickey–Fuller t value of the residuals; zero where it is not defined.
    var statistic = 0.0

    init(of values: [Double], on others: [Double]) {
        let count = Double(values.count)
        let (mean, otherMean) = (values.reduce(0, +) / count, others.reduce(0, +) / count)
        var (cross, square) = (0.0, 0.0)
        for index in values.indices {
            cross += (values[index] - mean) * (others[index] - otherMean)
            square += (others[index] - otherMean) * (others[index] - otherMean)
        }
        guard square > 0 else { return }
        slope = cross / square
        let residuals = values.indices.map { values[$0] - mean - slope * (others[$0] - otherMean) }
        residual = residuals[residuals.count - 1]
        deviation = (residuals.reduce(0) { $0 + $1 * $1 } / max(1, count - 2)).squareRoot()
        var (lagCross, lagSquare) = (0.0, 0.0)
        for index in 1..<residuals.count {
            lagCross += residuals[index - 1] * (residuals[index] - residuals[index - 1])
            lagSquare += residuals[index - 1] * residuals[index - 1]
        }
        guard lagSquare > 0 else { return }
        let pull = lagCross / lagSquare
        var errors = 0.0
        for index in 1..<residuals.count {
            let error = residuals[index] - residuals[index - 1] - pull * residuals[index - 1]
            errors += error * error
        }
        let scale = (errors / max(1, count - 2) / lagSquare).squareRoot()
        statistic = scale > 0 ? pull / scale : 0
    }
}
