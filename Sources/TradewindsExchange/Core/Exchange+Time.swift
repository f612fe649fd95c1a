import TradewindsVocabulary

extension Exchange {
    /// Moves the clock to `time`: orders expire and days end on the way. An earlier time changes nothing.
    public mutating func advance(to time: Timestamp) {
        if time < nextWake {
            if time > now { now = time }
            return
        }
        while nextWake <= time {
            if nextWake > now { now = nextWake }
            wake(until: time)
        }
        if time > now { now = time }
    }

    /// Ends the trading day at the present instant: on-close orders are tried, day orders expire, orders on contracts
    /// whose last day it was are cancelled, and the daily profit begins anew.
    public mutating func endDay() {
        for instrument in books.indices where books[instrument].phase != .closed { tryOnClose(instrument) }
        let today = Timestamp(nanoseconds: now.nanoseconds &- 1).utcDate
        for key in live where !orders[key].state.isDone {
            if let last = instruments[orders[key].ticket.instrument.rawValue].expiry, last <= today {
                cancel(key, because: .contractExpired)
            } else if orders[key].ticket.timeInForce == .day {
                cancel(key, because: .expired)
            }
        }
        live.removeAll { orders[$0].state.isDone }
        dayStart = now
        firstExecutionOfDay = executionList.count
        for account in accounts.indices { beginDay(of: account) }
        emit(.dayEnded)
    }

    /// Tells that `instrument` opened or closed. An exchange that is never told is always open.
    ///
    /// At the close the on-close orders are tried at the last quote and the quote is forgotten, so that nothing fills
    /// at an old price when the market opens again.
    public mutating func setPhase(_ phase: MarketPhase, of instrument: InstrumentIndex) {
        let index = instrument.rawValue
        guard books.indices.contains(index), books[index].phase != phase else { return }
        if books[index].phase == .open { tryOnClose(index) }
        books[index].phase = phase
        if phase == .closed { books[index].quote = Quote() }
        for position in books[index].resting.indices {
            if phase == .open, books[index].resting[position].forOpening {
                books[index].resting[position].forOpening = false
                books[index].resting[position].isImmediate = true
            }
        }
        for entry in books[index].resting {
            let state = restingState(of: entry, in: index)
            if orders[entry.key].state != state {
                setState(state, of: entry.key)
                emit(.stateChanged(state), order: entry.key)
            }
        }
        run(index, from: 0)
    }

    private mutating func wake(until time: Timestamp) {
        if nextExpiry <= now { expireDated() }
        if nextDayEnd <= now {
            endDay()
            // A long silence holds one day's end, not many.
            nextDayEnd = Self.dayEnd(
                after: time > now ? max(now, time - .seconds(86_400)) : now, by: configuration.dayEnd)
        }
        if nextMarginLook <= now {
            lookAtMargins()
            scheduleMarginLook(notBefore: time)
        }
        updateWake()
    }

    mutating func updateWake() { nextWake = min(nextDayEnd, min(nextExpiry, nextMarginLook)) }

    /// Margins are looked at while something is held.
    mutating func scheduleMarginLook(notBefore time: Timestamp) {
        let holds = accounts.contains { !$0.held.isEmpty }
        nextMarginLook = holds ? max(now, time) + configuration.marginInterval : Timestamp(nanoseconds: .max)
    }

    private mutating func expireDated() {
        nextExpiry = Timestamp(nanoseconds: .max)
        for key in live where !orders[key].state.isDone {
            guard orders[key].ticket.timeInForce == .goodTillDate, let end = orders[key].ticket.goodTill else {
                continue
            }
            if end <= now { cancel(key, because: .expired) } else { nextExpiry = min(nextExpiry, end) }
        }
    }

    /// Fills what waits for the close at the quote, or the last price, and cancels what is left of it.
    private mutating func tryOnClose(_ instrument: Int) {
        let waiting = books[instrument].resting.filter(\.onClose).map(\.key)
        guard !waiting.isEmpty else { return }
        let (quote, closed) = (books[instrument].quote, books[instrument].closed)
        defer { books[instrument].closed = closed }
        books[instrument].closed = nil
        let isBare = quote.bid == nil && quote.ask == nil
        if isBare, let last = books[instrument].last {
            books[instrument].quote = Quote(bid: Price(last), ask: Price(last))
        }
        for key in waiting {
            let position = books[instrument].position(of: key)
            guard position < books[instrument].resting.count, books[instrument].resting[position].key == key else {
                continue
            }
            books[instrument].resting[position].onClose = false
            setState(.working, of: key)
            emit(.stateChanged(.working), order: key)
            evaluate(at: position, in: instrument)
            if !orders[key].state.isDone { cancel(key, because: .expired) }
        }
        if isBare { books[instrument].quote = quote }
    }

    static func dayEnd(after time: Timestamp, by rule: ExchangeConfiguration.DayEnd) -> Timestamp {
        guard case .utc(let second) = rule else { return Timestamp(nanoseconds: .max) }
        let today = time.utcDate.midnightUTC + .seconds(min(max(second, 0), 86_400))
        return today > time ? today : today + .seconds(86_400)
    }
}
