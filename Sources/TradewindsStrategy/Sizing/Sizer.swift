import TradewindsExchange
import TradewindsVocabulary

/// Gives the entries of a strategy the size of a rule, whatever quantity the strategy asks for; exits stay as they are.
/// An order through zero closes what is held and opens by the rule.
///
/// Facts that a rule needs are gathered on the way: the volatility of the last ``volatilityBars`` closes, scaled to a
/// year by the times of the bars; the edge of the trades that have ended, by their average prices and without costs.
/// Until there are enough, the strategy's own quantity stands. A rule by risk needs a stop behind the entry.
public struct Sizer: Sendable, Hashable {
    /// Closes of the volatility's estimate.
    public static let volatilityBars = 60
    /// Trades that must have ended before an edge is believed.
    public static let edgeTrades = 30

    /// The rule.
    public let rule: PositionSize
    private var volatility: [VolatilityMeter]
    private var trips: RoundTrips
    private var wins = 0
    private var won = 0.0
    private var losses = 0
    private var lost = 0.0

    /// A sizer for so many instruments, known by place.
    public init(_ rule: PositionSize, instruments: Int) {
        self.rule = rule
        volatility = Array(repeating: VolatilityMeter(), count: max(0, instruments))
        trips = RoundTrips(Array(repeating: ExactDecimal(1), count: max(0, instruments)))
    }

    /// Sees a bar.
    public mutating func bar(_ bar: Bar, of instrument: InstrumentIndex) {
        guard case .volatilityTarget = rule, volatility.indices.contains(instrument.rawValue) else { return }
        volatility[instrument.rawValue].add(bar)
    }

    /// Sees a fill.
    public mutating func filled(_ fill: StrategyFill) {
        guard case .kelly = rule, volatility.indices.contains(fill.instrument.rawValue) else { return }
        trips.fill(fill)
        trips.charge(0, realized: nil, of: fill.instrument)
        for trade in trips.takeEnded() where trade.entry > 0 {
            let change = trade.exit.doubleValue / trade.entry.doubleValue - 1
            let gain = trade.isLong ? change : -change
            if gain > 0 {
                wins += 1
                won += gain
            } else {
                losses += 1
                lost -= gain
            }
        }
    }

    /// The order in its size; `nil` where the rule gives nothing to open and nothing is to be closed.
    public func sized<B: Broker>(_ intent: OrderIntent, _ broker: B) -> OrderIntent? {
        let held = broker.position(in: intent.instrument)
        let closes = !held.isZero && held.isNegative == (intent.side == .buy)
        // What exits at work will close is no longer there to be closed.
        let working = closes ? broker.working(in: intent.instrument, on: intent.side)?.active ?? 0 : 0
        let closing = closes ? min(max(0, held.magnitude - working), intent.quantity) : 0
        guard intent.quantity > closing else { return intent }
        var sized = intent
        sized.quantity = closing + opening(intent, asked: intent.quantity - closing, broker)
        return sized.quantity > 0 ? sized : nil
    }

    private func opening<B: Broker>(_ intent: OrderIntent, asked: Quantity, _ broker: B) -> Quantity {
        guard let equity = broker.equity,
            let price = intent.limit ?? intent.stop ?? broker.reference(of: intent.instrument, for: intent.side),
            price > 0
        else { return asked }
        var situation = PositionSize.Situation(
            equity: equity, price: price, terms: broker.terms(of: intent.instrument), stop: intent.stopLoss)
        switch rule {
        case .fixed, .percentOfEquity, .percentAtRisk: break
        case .volatilityTarget:
            guard let known = volatility[intent.instrument.rawValue].yearly else { return asked }
            situation.volatility = known
        case .kelly:
            guard wins + losses >= Self.edgeTrades else { return asked }
            situation.edge = edge
        }
        return rule.quantity(in: situation)
    }

    /// The share of winners, and their average gain over the average loss.
    private var edge: KellyEdge {
        let average = losses == 0 || lost == 0 ? 0 : lost / Double(losses)
        let payoff = average == 0 ? Double.greatestFiniteMagnitude : won / Double(max(1, wins)) / average
        return .bets(winRate: Double(wins) / Double(max(1, wins + losses)), payoff: payoff)
    }
}

/// The yearly volatility of one instrument's closes.
private struct VolatilityMeter: Sendable, Hashable {
    private var returns = RollingWindow(Sizer.volatilityBars)
    private var starts: [Timestamp] = []
    private var before: Double?

    mutating func add(_ bar: Bar) {
        let close = bar.close.doubleValue
        defer { before = close }
        guard let before, before > 0 else { return }
        returns.add(close / before - 1)
        starts.append(bar.start)
        if starts.count > Sizer.volatilityBars { starts.removeFirst() }
    }

    /// `nil` until there are enough closes, and where they do not move.
    var yearly: Double? {
        guard returns.isFull,
            let barsPerYear = Timestamp.yearlyPace(of: starts.count, from: starts.first, to: starts.last)
        else { return nil }
        let deviation = returns.deviation(freedom: 1)
        return deviation > 0 ? deviation * barsPerYear.squareRoot() : nil
    }
}

extension PositionSize {
    /// The rule that a text names: `fixed:100`, `equity:25` (percent as notional), `risk:1` (percent lost at the stop),
    /// `volatility:0.1` (of a year) or `kelly:0.5`; `nil` for any other text.
    public init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let value = Double(parts[1]), value > 0, value < 1e12 else { return nil }
        switch parts[0] {
        case "fixed":
            guard let quantity = Quantity(value) else { return nil }
            self = .fixed(quantity)
        case "equity": self = .percentOfEquity(value)
        case "risk": self = .percentAtRisk(value)
        case "volatility": self = .volatilityTarget(value)
        case "kelly": self = .kelly(fraction: value)
        default: return nil
        }
    }
}
