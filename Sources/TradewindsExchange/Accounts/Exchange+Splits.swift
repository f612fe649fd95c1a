import TradewindsVocabulary

/// What becomes of orders at work when their shares are split.
public enum OrdersInSplit: Sendable, Hashable {
    /// They are cancelled, as brokers do it.
    case cancelled
    /// They go on with the price and the quantity of the new shares. What is no whole lot is left out; an order that
    /// nothing is left of is cancelled.
    case carried
}

extension Exchange {
    /// Takes every living order on an instrument through a split.
    mutating func splitOrders(of instrument: Int, by ratio: SplitRatio, _ rule: OrdersInSplit) {
        let living = live.filter { orders[$0].ticket.instrument.rawValue == instrument && !orders[$0].state.isDone }
        guard rule == .carried else {
            for key in living { cancel(key, because: .contractChanged) }
            return
        }
        let scale = Scale(ratio: ratio, instrument: instruments[instrument])
        // What a parent opened is what its children close.
        for key in Set(living + living.compactMap { orders[$0].ticket.parent?.rawValue }) {
            orders[key].ticket.quantity = scale.whole(orders[key].ticket.quantity)
            orders[key].filled = scale.exact(orders[key].filled)
            orders[key].exited = scale.exact(orders[key].exited)
            orders[key].reduced = scale.exact(orders[key].reduced)
        }
        for key in living where !orders[key].state.isDone {
            guard orders[key].remaining > .zero else {
                cancel(key, because: .contractChanged)
                continue
            }
            carry(key, scale, at: instrument)
        }
    }

    private mutating func carry(_ key: Int, _ scale: Scale, at instrument: Int) {
        orders[key].ticket.limit = orders[key].ticket.limit.map(scale.price)
        orders[key].ticket.stop = orders[key].ticket.stop.map(scale.price)
        orders[key].ticket.limitOffset = orders[key].ticket.limitOffset.map(scale.price)
        if case .amount(let distance) = orders[key].ticket.trail {
            orders[key].ticket.trail = .amount(scale.price(distance))
        }
        orders[key].limit = orders[key].limit.map(scale.price)
        orders[key].stop = orders[key].stop.map(scale.price)
        orders[key].updated = now
        let position = books[instrument].position(of: key)
        if position < books[instrument].resting.count, books[instrument].resting[position].key == key {
            books[instrument].resting[position].trigger = orders[key].stop?.decimal ?? .zero
            books[instrument].resting[position].limit = orders[key].limit?.decimal ?? .zero
        }
        noteWork(of: key)
        emit(.changed, order: key)
    }

    /// Prices and quantities as an order may have them.
    private struct Scale {
        let ratio: SplitRatio
        let instrument: Instrument

        func exact(_ quantity: Quantity) -> Quantity { ratio.shares(quantity) ?? .zero }

        func whole(_ quantity: Quantity) -> Quantity {
            Quantity(exact(quantity).decimal.roundedDown(toMultipleOf: instrument.sizeIncrement.decimal))
        }

        func price(_ price: Price) -> Price {
            let exact = ratio.price(price.decimal) ?? price.decimal
            let step = instrument.priceRule.increment(at: Price(exact)).decimal
            return Price(step.isZero ? exact : exact.rounded(toMultipleOf: step))
        }
    }
}
