import TradewindsVocabulary

extension Exchange {
    /// Places an order and gives its name, also when it was rejected: the events tell.
    @discardableResult
    public mutating func place(_ ticket: OrderTicket) -> OrderKey {
        let key = orders.count
        orders.append(OrderRecord(key: key, ticket: ticket, at: now))
        do throws(Rejection) {
            try check(ticket)
        } catch {
            reject(key, error)
            return OrderKey(key)
        }
        admit(key)
        if ticket.transmit {
            transmit(key)
        } else {
            emit(.accepted(.untransmitted), order: key)
        }
        return OrderKey(key)
    }

    /// Changes a living order: quantity, prices, type, time in force. Its group and parent stay.
    ///
    /// A change of the quantity counts from the whole order, what is filled included, and undoes what its group took.
    public mutating func change(_ order: OrderKey, to ticket: OrderTicket) {
        let key = order.rawValue
        do throws(Rejection) {
            try checkChange(of: order, to: ticket)
        } catch {
            emit(.changeRejected(error), order: key)
            return
        }
        let old = orders[key].ticket
        orders[key].ticket = ticket
        orders[key].ticket.group = old.group
        if ticket.quantity != old.quantity { orders[key].reduced = .zero }
        if !orders[key].isTriggered {
            if ticket.stop != old.stop || ticket.trail != old.trail { orders[key].stop = ticket.stop }
        }
        if ticket.type != .trailingStopLimit || ticket.limit != old.limit { orders[key].limit = ticket.limit }
        orders[key].updated = now
        noteExpiry(of: key)
        noteWork(of: key)
        emit(.changed, order: key)
        switch orders[key].state {
        case .untransmitted: if ticket.transmit { transmit(key) }
        case .held(.parent): break
        default:
            books[ticket.instrument.rawValue].remove(key)
            enter(key, isNew: false)
            run(ticket.instrument.rawValue, from: key)
        }
    }

    /// Cancels a living order, and its children as far as they wait for it.
    public mutating func cancel(_ order: OrderKey) {
        let key = order.rawValue
        guard orders.indices.contains(key) else {
            emit(.cancelRejected(.unknownOrder(order)), order: key)
            return
        }
        guard !orders[key].state.isDone else {
            emit(.cancelRejected(.alreadyDone(order, orders[key].state)), order: key)
            return
        }
        cancel(key, because: .requested)
    }

    /// Cancels every living order, or every one of an account.
    public mutating func cancelAll(of account: AccountID? = nil) {
        for key in live where !orders[key].state.isDone {
            if let account, orders[key].ticket.account != account { continue }
            cancel(key, because: .requested)
        }
    }

    mutating func reject(_ key: Int, _ rejection: Rejection) {
        orders[key].rejection = rejection
        setState(.rejected, of: key)
        emit(.rejected(rejection), order: key)
        cancelChildren(of: key)
    }

    /// Links a checked order to its account, parent and group.
    mutating func admit(_ key: Int) {
        let ticket = orders[key].ticket
        orders[key].account = accountPosition(ticket.account) ?? 0
        live.append(key)
        if live.count > 64, live.count > 2 * openCountHint { compactLive() }
        if let parent = ticket.parent?.rawValue { link(key, to: parent) }
        if let group = ticket.group {
            orders[key].group = groups.join(group, account: orders[key].account, order: key)
        }
        noteExpiry(of: key)
    }

    private mutating func compactLive() {
        live.removeAll { orders[$0].state.isDone }
        openCountHint = max(64, live.count)
    }

    private mutating func link(_ key: Int, to parent: Int) {
        guard var last = orders[parent].firstChild else {
            orders[parent].firstChild = key
            return
        }
        while let next = orders[last].nextSibling { last = next }
        orders[last].nextSibling = key
    }

    private mutating func noteExpiry(of key: Int) {
        guard orders[key].ticket.timeInForce == .goodTillDate, let end = orders[key].ticket.goodTill else { return }
        nextExpiry = min(nextExpiry, end)
        updateWake()
    }
}
