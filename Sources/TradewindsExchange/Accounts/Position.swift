import TradewindsVocabulary

/// One instrument in one account. All amounts in the instrument's currency.
struct Position {
    /// Above zero long, below zero short.
    var quantity = ExactDecimal.zero
    /// Price × quantity × multiplier of what is held, negative when short, without commissions.
    var cost = ExactDecimal.zero
    /// Commissions paid to open what is held.
    var fees = ExactDecimal.zero
    /// Profit of all closing, net of commissions.
    var realized = ExactDecimal.zero
    /// ``realized`` when the trading day began.
    var realizedBefore = ExactDecimal.zero
    /// Unrealised profit when the trading day began.
    var unrealizedBefore = ExactDecimal.zero
    /// Whether it ever held something today or now, so that profit queries list it.
    var isListed = false

    /// What a fill did.
    struct Outcome {
        /// Profit of the closed part without commissions.
        var gross = ExactDecimal.zero
        /// Profit of the closed part net of commissions; `nil` where nothing was closed.
        var net: ExactDecimal?
    }

    /// Books `signed` units at `price`; `commission` is split between closing and opening by quantity.
    mutating func book(
        _ signed: ExactDecimal, price: ExactDecimal, multiplier: ExactDecimal, commission: ExactDecimal
    ) -> Outcome {
        isListed = true
        let opposes = !quantity.isZero && quantity.isNegative != signed.isNegative
        guard opposes else {
            quantity += signed
            cost += signed * price * multiplier
            fees += commission
            return Outcome()
        }
        let size = signed.magnitude
        let held = quantity.magnitude
        let closed = size < held ? size : held
        let closesAll = closed == held
        let costRemoved = closesAll ? cost : share(of: cost, closed, held)
        let feesRemoved = closesAll ? fees : share(of: fees, closed, held)
        let closingFee = closed == size ? commission : share(of: commission, closed, size)
        let closedSigned = quantity.isNegative ? -closed : closed
        let gross = closedSigned * price * multiplier - costRemoved
        let net = gross - feesRemoved - closingFee
        quantity -= closedSigned
        cost -= costRemoved
        fees -= feesRemoved
        realized += net
        let opened = signed + closedSigned
        if !opened.isZero {
            quantity += opened
            cost += opened * price * multiplier
            fees += commission - closingFee
        }
        return Outcome(gross: gross, net: net)
    }

    private func share(of amount: ExactDecimal, _ part: ExactDecimal, _ whole: ExactDecimal) -> ExactDecimal {
        (amount * part).divided(by: whole, digits: 10) ?? .zero
    }

    /// The market value at `mark`.
    func value(at mark: ExactDecimal, multiplier: ExactDecimal) -> ExactDecimal { quantity * mark * multiplier }

    /// The profit if closed at `mark`, opening commissions taken off; zero where there is no price.
    func unrealized(at mark: ExactDecimal?, multiplier: ExactDecimal) -> ExactDecimal {
        guard let mark, !quantity.isZero else { return .zero }
        return value(at: mark, multiplier: multiplier) - cost - fees
    }
}

/// A position as a customer sees it.
public struct PositionRecord: Sendable, Hashable {
    /// The instrument.
    public var instrument: InstrumentIndex
    /// Above zero long, below zero short, zero for one closed today.
    public var quantity: Quantity
    /// The average cost of one unit, multiplier and opening commissions included.
    public var averageCost: Money
    /// The price by which it is valued; `nil` before the first price.
    public var marketPrice: Price?
    /// The value at that price, multiplier included.
    public var marketValue: Money
    /// The profit if closed at that price.
    public var unrealized: Money
    /// The profit of everything closed today, net of commissions.
    public var realized: Money
    /// The profit since the trading day began.
    public var daily: Money
    /// The currency of all amounts.
    public var currency: Currency
}

/// An account's profit in the base currency.
public struct ProfitRecord: Sendable, Hashable {
    /// Since the trading day began.
    public var daily: Money
    /// Of what is held.
    public var unrealized: Money
    /// Of what was closed today, net of commissions.
    public var realized: Money
}
