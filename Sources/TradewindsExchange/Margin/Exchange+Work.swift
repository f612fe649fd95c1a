import TradewindsVocabulary

// What orders at work need as initial margin: a broker does not let an account open by two orders what it could not by one.
extension Exchange {
    /// Whether the order closes what its parent opens.
    func closesParent(_ ticket: OrderTicket) -> Bool {
        guard let parent = ticket.parent?.rawValue, orders.indices.contains(parent) else { return false }
        return orders[parent].isBuy != (ticket.side == .buy)
    }

    /// Keeps the account's sum of what is at work in step with an order.
    mutating func noteWork(of key: Int) {
        guard configuration.checksMargin else { return }
        let before = orders[key].work
        var work = ExactDecimal.zero
        if !orders[key].state.isDone, orders[key].state != .untransmitted, !closesParent(orders[key].ticket) {
            work = orders[key].remaining.decimal
        }
        if work.isZero, before.isZero { return }
        let instrument = orders[key].ticket.instrument.rawValue
        let price = orders[key].limit?.decimal ?? orders[key].stop?.decimal ?? books[instrument].mark ?? .zero
        let priceBefore = orders[key].workPrice
        accounts[orders[key].account].book(
            work: work - before, value: work * price - before * priceBefore, isBuy: orders[key].isBuy, of: instrument)
        orders[key].work = work
        orders[key].workPrice = price
    }

    /// What is at work on the instrument of an order, without the order itself and those that its fill cancels.
    func work(beside ticket: OrderTicket, _ key: Int?, account: Int) -> OrderWork {
        var work = accounts[account].work[ticket.instrument.rawValue]
        var others = key.map { [$0] } ?? []
        if let group = ticket.group, group.rule == .cancel {
            others += groups.members(of: group.name, account: account).filter { $0 != key }
        }
        for other in others where orders[other].ticket.instrument == ticket.instrument {
            let record = orders[other]
            guard record.isBuy == (ticket.side == .buy), !record.work.isZero else { continue }
            work.add(-record.work, value: -record.work * record.workPrice, isBuy: record.isBuy)
        }
        return work
    }

    /// The initial margin beyond that of positions, with a prospective fill, if everything at work on the worse side of each
    /// instrument filled as well.
    ///
    /// - `work`: What is at work on the prospect's instrument.
    /// - `isLeftOut`: Reckons without the prospect.
    func marginOfWork(
        _ account: Int, _ work: OrderWork, _ prospect: Prospect, isLeftOut: Bool = false
    ) -> ExactDecimal {
        let lends = equity(of: account) >= configuration.marginRates.minimumEquity.decimal
        let signed = isLeftOut ? .zero : prospect.signed
        var total = margin(of: work, prospect.instrument, account, beside: signed, prospect.price, lends: lends)
        for instrument in accounts[account].worked where instrument != prospect.instrument {
            total += margin(
                of: accounts[account].work[instrument], instrument, account, beside: .zero, .zero, lends: lends)
        }
        return total
    }

    /// What the larger end of a position that work may lead to needs beyond what is held with `signed` more.
    private func margin(
        of work: OrderWork, _ instrument: Int, _ account: Int, beside signed: ExactDecimal, _ price: ExactDecimal,
        lends: Bool
    ) -> ExactDecimal {
        guard !work.isIdle else { return .zero }
        let held = accounts[account].positions[instrument].quantity
        let base = (held + signed).magnitude
        let mark = books[instrument].mark ?? price
        func margin(_ end: ExactDecimal, _ side: OrderWork.Side, isLong: Bool) -> ExactDecimal {
            guard end > base else { return .zero }
            var state = MarginState()
            let size = end - base
            add(
                isLong ? size : -size, of: instrument, at: side.quantity.isZero ? mark : side.price, lends: lends,
                to: &state)
            return state.initial
        }
        let high = held + max(signed, .zero) + work.buys.quantity
        let low = held + min(signed, .zero) - work.sales.quantity
        return max(margin(high, work.buys, isLong: true), margin(-low, work.sales, isLong: false))
    }
}
