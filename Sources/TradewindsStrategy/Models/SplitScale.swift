import TradewindsExchange
import TradewindsVocabulary

/// How the shares of today compare with those of a run's first day, after the splits since.
///
/// A strategy lives in the shares of the first day: its prices are continuous, so that a split is no crash to its
/// averages, and its quantities keep their worth. Orders go to the market in the shares of today.
struct SplitScale: Sendable, Hashable {
    /// So many shares of today were so many of the first day.
    private var today = ExactDecimal(1)
    private var first = ExactDecimal(1)

    /// Whether nothing has changed.
    var isOne: Bool { today == first }

    /// Takes in a split.
    mutating func split(new: Int, old: Int) {
        today = today * ExactDecimal(new)
        first = first * ExactDecimal(old)
    }

    /// Shares of today for one of the first day.
    var sharesForOne: ExactDecimal { today.divided(by: first, digits: 10) ?? ExactDecimal(1) }

    /// A price of today as the strategy knows it.
    func told(_ price: Price) -> Price { Price(scaled(price.decimal, by: today, over: first)) }

    /// A quantity of today as the strategy knows it.
    func told(_ quantity: Quantity) -> Quantity { Quantity(scaled(quantity.decimal, by: first, over: today)) }

    /// A bar of today as the strategy knows it.
    func told(_ bar: Bar) -> Bar {
        Bar(
            start: bar.start, open: told(bar.open), high: told(bar.high), low: told(bar.low), close: told(bar.close),
            volume: told(bar.volume))
    }

    /// A quote of today as the strategy knows it.
    func told(_ quote: Quote) -> Quote {
        Quote(
            bid: quote.bid.map { told($0) }, bidSize: quote.bidSize.map { told($0) }, ask: quote.ask.map { told($0) },
            askSize: quote.askSize.map { told($0) })
    }

    /// A strategy's price in the market of today, a multiple of the increment.
    func market(_ price: Price, increment: Price) -> Price {
        Price(scaled(price.decimal, by: first, over: today).rounded(toMultipleOf: increment.decimal))
    }

    /// A strategy's quantity in the market of today: whole lots, never more than asked for.
    func market(_ quantity: Quantity, lot: Quantity) -> Quantity {
        let exact = scaled(quantity.decimal, by: today, over: first)
        // What is held may not divide evenly: the strategy's number of it is off by the last digit.
        let near = exact.rounded(toMultipleOf: lot.decimal)
        let slack = ExactDecimal(1, scale: 6)
        if (near - exact).magnitude < slack { return Quantity(near) }
        return Quantity(near > exact ? near - lot.decimal : near)
    }

    private func scaled(_ value: ExactDecimal, by factor: ExactDecimal, over divisor: ExactDecimal) -> ExactDecimal {
        (value * factor).divided(by: divisor, digits: 10) ?? value
    }
}

extension OrderIntent {
    /// The same in the market of today.
    func inMarket(_ scale: SplitScale, _ instrument: Instrument) -> OrderIntent {
        func price(_ price: Price?) -> Price? {
            price.map {
                scale.market($0, increment: instrument.priceRule.increment(at: scale.market($0, increment: 0)))
            }
        }
        var intent = self
        intent.quantity = scale.market(quantity, lot: instrument.sizeIncrement)
        (intent.limit, intent.stop, intent.trail) = (price(limit), price(stop), price(trail))
        (intent.takeProfit, intent.stopLoss) = (price(takeProfit), price(stopLoss))
        return intent
    }
}
