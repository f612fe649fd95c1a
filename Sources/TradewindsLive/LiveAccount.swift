import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// What an account is worth between two messages of the gateway, which come minutes apart.
///
/// The gateway's last word is carried on by what the run's own fills and prices have changed since. What else is in the
/// account stands still meanwhile. A fee that is told after the value that includes it counts twice until the next value.
struct LiveAccount: Sendable {
    /// What is traded.
    struct Line: Sendable {
        /// What one unit of price is worth for one contract.
        var multiplier: ExactDecimal
        /// The currency of its price.
        var currency: String
        /// Bought and sold without cash, as futures are.
        var isFuture = false
        /// A pair of currencies: its price is the middle of the quote.
        var isPair = false
        var held = Quantity.zero
        /// What was held when the gateway last told the margin in use.
        var heldThen = Quantity.zero
        var mark: Price?
        var last: Price?
        var bid: Price?
        var ask: Price?
        /// Proceeds of sales less costs of purchases, without fees.
        var flow = Money.zero
        /// What was held before the run, at a price that is not known yet.
        var unpriced = Quantity.zero
        /// What was held before the run was worth when its price became known.
        var basis = Money.zero
        /// What its fills made of what it held.
        var trades = OwnTrades()

        init(multiplier: ExactDecimal, currency: String) {
            self.multiplier = multiplier
            self.currency = currency
        }
    }

    private(set) var lines: [Line]
    private var netLiquidation: Money?
    private var profitThen = Money.zero
    private var cashTold: Money?
    private var flowThen = Money.zero
    private var fees = Money.zero
    private var rates: [String: ExactDecimal] = [:]
    private(set) var initialMargin: Money?

    init(_ lines: [Line]) { self.lines = lines }

    /// The account's value: cash and positions.
    var equity: Money? { netLiquidation.map { $0 + (profit - profitThen) } }

    /// Cash, futures not settled.
    var cash: Money? { cashTold.map { $0 + (flow - flowThen) } }

    /// Profit of the run's fills, and of what it began with from its first price on, at the present prices, after fees.
    var profit: Money {
        lines.reduce(-fees) { sum, line in
            let value = line.mark.map { $0 * (line.held - line.unpriced) * line.multiplier } ?? .zero
            return sum + inBase(line.flow + value - line.basis, line.currency)
        }
    }

    private var flow: Money {
        lines.reduce(-fees) { $1.isFuture ? $0 : $0 + inBase($1.flow, $1.currency) }
    }

    private func inBase(_ amount: Money, _ currency: String) -> Money { rates[currency].map { amount * $0 } ?? amount }

    // MARK: What is told

    /// What was held when the run began.
    mutating func begin(with held: Quantity, at place: Int) {
        lines[place].held = held
        lines[place].heldThen = held
        lines[place].unpriced = lines[place].mark == nil ? held : 0
        lines[place].trades.begin(with: held)
    }

    /// Lowers what is held to what is there: the rest was closed by somebody else.
    ///
    /// Neither the account's value nor the run's profit changes: the account's cash has the proceeds already, and what the
    /// part that is gone earned until now stays earned.
    mutating func limit(to there: Quantity, at place: Int) {
        let held = lines[place].held
        guard held.isNegative != there.isNegative || there.magnitude < held.magnitude else { return }
        let kept = held.isNegative == there.isNegative ? there : 0
        if let mark = lines[place].mark {
            lines[place].basis -= mark * (held - kept) * lines[place].multiplier
        } else {
            lines[place].unpriced = kept
        }
        lines[place].held = kept
        lines[place].heldThen = kept
        lines[place].trades.limit(to: kept)
    }

    mutating func take(_ value: AccountValue) {
        guard let amount = Money(value.value) else { return }
        switch value.key {
        case "NetLiquidation":
            netLiquidation = amount
            profitThen = profit
        case "TotalCashValue":
            cashTold = amount
            flowThen = flow
        case "InitMarginReq":
            initialMargin = amount
            for place in lines.indices { lines[place].heldThen = lines[place].held }
        case "ExchangeRate": take(rate: amount.decimal, of: value.currency)
        default: break
        }
    }

    private mutating func take(rate: ExactDecimal, of currency: String) {
        guard currency != "BASE", rate > .zero, rates[currency] != rate else { return }
        keeping { $0.rates[currency] = rate == ExactDecimal(1) ? nil : rate }
    }

    /// The gateway's own price of a position.
    mutating func take(_ holding: PortfolioValue, at place: Int) {
        if let price = Price(holding.marketPrice), price > 0 { mark(price, place) }
    }

    mutating func take(trade price: Price, at place: Int) {
        lines[place].last = price
        updateMark(place)
    }

    mutating func take(_ quote: Quote, at place: Int) {
        (lines[place].bid, lines[place].ask) = (quote.bid, quote.ask)
        updateMark(place)
    }

    /// Books a fill under the name of its execution, by which its fee is told.
    mutating func book(_ fill: StrategyFill, as execution: String) {
        let place = fill.instrument.rawValue
        let signed = fill.isBuy ? fill.quantity : -fill.quantity
        lines[place].held += signed
        lines[place].flow -= fill.price * signed * lines[place].multiplier
        if lines[place].mark == nil { mark(fill.price, place) }
        lines[place].trades.book(fill.price, signed, as: execution)
    }

    mutating func book(fee: Money, currency: String, of execution: String, at place: Int?) {
        let amount = inBase(fee, currency)
        fees += amount
        if let place { lines[place].trades.charge(amount, execution) }
    }

    /// What the run's fills have closed and what each of them earned: by the average cost of its own positions, after its
    /// own fees, whatever else the account holds. A position that it began with costs its first price.
    var closed: [Money] {
        lines.flatMap { line in
            line.trades.closed(multiplier: line.multiplier, rate: rates[line.currency] ?? ExactDecimal(1))
        }
    }

    /// The last trade kept within the quote; for pairs, and without a trade, the middle of the quote.
    private mutating func updateMark(_ place: Int) {
        let line = lines[place]
        switch (line.bid, line.ask, line.last) {
        case (let bid?, let ask?, let last?) where !line.isPair: mark(min(max(last, bid), ask), place)
        case (let bid?, let ask?, _): mark(Price((bid.decimal + ask.decimal) * ExactDecimal(5, scale: 1)), place)
        case (let bid, let ask, let last): if let price = last ?? bid ?? ask { mark(price, place) }
        }
    }

    private mutating func mark(_ price: Price, _ place: Int) {
        lines[place].mark = price
        guard !lines[place].unpriced.isZero else { return }
        // The value of what was held before has been in the account all the time: its first price is no profit.
        lines[place].basis += price * lines[place].unpriced * lines[place].multiplier
        lines[place].unpriced = 0
        lines[place].trades.price(price)
    }

    /// Changes how amounts are counted without a change of the account's value.
    private mutating func keeping(_ change: (inout Self) -> Void) {
        let (value, money) = (profit - profitThen, flow - flowThen)
        change(&self)
        profitThen = profit - value
        flowThen = flow - money
    }
}
