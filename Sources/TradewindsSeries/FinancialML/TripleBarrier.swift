/// The barriers around an event. López de Prado (2018), sections 3.4 and 3.5.
public struct BarrierRule: Sendable, Hashable {
    /// What an event is labelled that reaches the end of its time before a barrier.
    public enum AtHorizon: Sendable, Hashable {
        /// 0: neither barrier (question 3.3, as mlfinpy does).
        case zero
        /// The sign of its return (snippet 3.5).
        case sign
    }

    /// The gain that ends an event, in multiples of its target; `nil`: none.
    public var profit: Double?
    /// The loss that ends an event, in multiples of its target; `nil`: none.
    public var loss: Double?
    /// The bars after which an event ends; `nil`: none, and an event that meets no barrier has no label.
    public var horizon: Int?
    /// Events whose target is not above this are left out.
    public var minimumReturn: Double
    /// The label at the end of the time.
    public var atHorizon: AtHorizon

    /// Barriers at these multiples of the target.
    public init(
        profit: Double? = 1, loss: Double? = 1, horizon: Int? = nil, minimumReturn: Double = 0,
        atHorizon: AtHorizon = .zero
    ) {
        (self.profit, self.loss, self.horizon) = (profit, loss, horizon)
        (self.minimumReturn, self.atHorizon) = (minimumReturn, atHorizon)
    }

    func check() throws(SeriesError) {
        for (name, value) in [("profit", profit), ("loss", loss)] {
            if let value, !(value > 0 && value.isFinite) {
                throw .badArgument(name: name, requirement: "above zero, or left out for no barrier")
            }
        }
        if let horizon, horizon < 1 { throw .badArgument(name: "horizon", requirement: "at least one bar") }
        guard minimumReturn >= 0 else { throw .badArgument(name: "minimum return", requirement: "zero or more") }
    }
}

/// Which way a bet goes.
public enum BetSide: Sendable, Hashable {
    /// Gains when the price rises.
    case long
    /// Gains when the price falls.
    case short
}

/// How an event went.
public struct BarrierLabel: Sendable, Hashable {
    /// What ended it.
    public enum Barrier: Sendable, Hashable {
        /// The gain.
        case profit
        /// The loss.
        case loss
        /// The end of its time.
        case horizon
    }

    /// The row of the bar where it began.
    public var row: Int
    /// The row of the bar where it ended.
    public var endRow: Int
    /// Which side was bet on; `nil` when the price's own direction is labelled.
    public var side: BetSide?
    /// The width of the barriers before their multiples, as a return.
    public var target: Double
    /// The return from beginning to end, positive for a gain of the side.
    public var profit: Double
    /// What ended it.
    public var barrier: Barrier
    /// Without a side: 1 up, -1 down, 0 neither. With one (meta-label): 1 to take the bet, 0 to leave it.
    public var label: Int
}

extension BarSeries {
    /// Labels events by the barrier that the close meets first: a gain, a loss, or the end of its time.
    ///
    /// Given sides, the labels are meta-labels: whether the bet on that side was worth taking. Left out are events
    /// without a target, with one not above the minimum, and those that the data's end leaves open. A barrier is met
    /// when the return is beyond it, not at it; every close after the event's own counts, up to and with the horizon's.
    ///
    /// Against mlfinpy 0.1.2, whose events end in the same rows:
    /// - The label there is found again from the logarithmic return, against the multiple of `log(1 + target)`: beyond
    ///   multiples of one an event that met its barrier may be labelled 0, and one that met none 1 or -1. Here the
    ///   label says which barrier was met.
    /// - The return of a short there is `entry / exit - 1`; here, as in the book, `1 - exit / entry`, which the barrier
    ///   is held against.
    /// - Without sides the loss there is the profit's multiple whatever was given; here it is its own.
    ///
    /// - `events`: Rows of bars, such as `cusumEvents` gives.
    /// - `targets`: For each bar, the return that the barriers are multiples of, such as `dailyVolatility` gives.
    /// - `sides`: For each event, the side of the bet; `nil`: none.
    /// - Throws: Where an event is no row, counts differ, the rule is out of range or a close is not above zero.
    public func tripleBarrierLabels(
        events: [Int], targets: [Double?], rule: BarrierRule, sides: [BetSide]? = nil
    ) throws(SeriesError) -> [BarrierLabel] {
        try rule.check()
        guard targets.count == count else {
            throw .differentLength(column: "targets", rows: targets.count, times: count)
        }
        if let sides, sides.count != events.count {
            throw .differentLength(column: "sides", rows: sides.count, times: events.count)
        }
        var labels: [BarrierLabel] = []
        for (index, row) in events.enumerated() {
            guard row >= 0, row < count else { throw .badArgument(name: "event", requirement: "a row of the bars") }
            guard let target = targets[row], target > rule.minimumReturn else { continue }
            guard close[row] > 0 else { throw .badValue(column: "close", row: row, requirement: "above zero") }
            if let label = label(row, target, sides?[index], rule) { labels.append(label) }
        }
        return labels
    }

    private func label(_ row: Int, _ target: Double, _ side: BetSide?, _ rule: BarrierRule) -> BarrierLabel? {
        let direction: Double = side == .short ? -1 : 1
        let upper = rule.profit.map { $0 * target } ?? .infinity
        let lower = rule.loss.map { -$0 * target } ?? -.infinity
        let entry = close[row]
        let horizon = rule.horizon.flatMap { $0 < count - row ? row + $0 : nil }
        var end = row
        var profit = 0.0
        var barrier: BarrierLabel.Barrier?
        while barrier == nil, end + 1 < count, end != horizon {
            end += 1
            profit = (close[end] / entry - 1) * direction
            if profit > upper { barrier = .profit } else if profit < lower { barrier = .loss }
        }
        if barrier == nil, end == horizon { barrier = .horizon }
        guard let barrier else { return nil }
        var value =
            switch barrier {
            case .profit: 1
            case .loss: -1
            case .horizon: rule.atHorizon == .sign ? (profit > 0 ? 1 : profit < 0 ? -1 : 0) : 0
            }
        if side != nil { value = max(value, 0) }
        return BarrierLabel(
            row: row, endRow: end, side: side, target: target, profit: profit, barrier: barrier, label: value)
    }
}
