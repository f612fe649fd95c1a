import Tradewinds
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

extension StrategyRun {
    /// What is held on each contract, as far as the strategy is concerned.
    public var positions: [Quantity] { broker.account.lines.map(\.held) }

    /// The run's own profit: of its fills, and of the positions that it began with from their first price on, at the last
    /// prices, after the fees told so far. What else happens in the account is no part of it.
    public var profit: Money { broker.account.profit }

    /// What each fill that closed something of the run's own earned, after fees; see ``profit``.
    public var closed: [Money] { broker.account.closed }

    /// The account's value; `nil` while it is not known.
    public var accountValue: Money? { broker.equity }

    /// How many of the strategy's orders may still fill.
    public var workingOrders: Int { broker.book.count }

    /// Cancels the strategy's orders and waits for the gateway's word on them; positions stay.
    ///
    /// - `keepsExits`: Leaves those at work that only close what is held, for ``resume(_:)`` to find them.
    /// - Returns: Whether all others have ended within `patience`.
    public func cancelOrders(patience: Duration, keepsExits: Bool = false) async throws -> Bool {
        (isEnding, self.keepsExits) = (true, keepsExits)
        for entry in broker.book.entries where !keepsExits || !protects(entry) {
            broker.book.cancel(serial: entry.serial)
            if let key = entry.open { ib.cancel(key.order) }
        }
        isUnsaved = true
        try await obey()
        return try await wait(patience) {
            self.broker.book.open.allSatisfy { keepsExits && self.protects($0) } && !self.broker.book.awaitsFills
        }
    }

    /// Waits for the fees of the last fills, which gateways tell a moment after them, no longer than `patience`.
    public func awaitFees(patience: Duration) async throws {
        _ = try await wait(patience) { uncharged.isEmpty }
    }

    /// How many orders are at work that only close what is held.
    public var exitsAtWork: Int { broker.book.open.count { protects($0) } }

    private func protects(_ entry: TradeBook.Entry) -> Bool {
        broker.book.protects(entry, held: broker.position(in: entry.intent.instrument))
    }

    /// Looks every tenth of a second, and asks the gateway, so that what it has sent arrives.
    func wait(_ patience: Duration, until isDone: () async throws -> Bool) async throws -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + patience
        while true {
            await lookAtOrders()
            if try await isDone() { return true }
            guard clock.now < end else { return false }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Takes over what was closed behind the run's back, by hand or by the kill switch: it is not to be closed again.
    ///
    /// Fills of other runs are theirs, and so is what they hold: the run's own position is closed although the account's
    /// may be smaller, or on the other side.
    private func takeOverClosed() async throws {
        try await settle()
        try await takeOverForeign()
    }

    /// Notes what the account holds; says whether it cannot hold what the run does, which is news.
    func noteLack(of place: Int, where there: Quantity) -> Bool {
        let held = broker.account.lines[place].held
        defer { looked[place] = there }
        guard !held.isZero, looked[place] != there else { return false }
        return there.isZero || held.isNegative != there.isNegative || there.magnitude < held.magnitude
    }

    /// Lowers what is held by the fills of others that closed it.
    func takeOverForeign() async throws {
        for fill in try await ib.executions() where isForeign(fill) && !foreign.contains(fill.execution.id) {
            guard let place = place(of: fill.contract), let quantity = fill.execution.quantity else { continue }
            foreign.insert(fill.execution.id)
            let held = broker.account.lines[place].held
            let signed = fill.execution.side == .bought ? quantity : -quantity
            guard !held.isZero, held.isNegative != signed.isNegative else { continue }
            let kept = signed.magnitude >= held.magnitude ? 0 : held + signed
            broker.account.limit(to: kept, at: place)
            isUnsaved = true
            await watch(.closedElsewhere(InstrumentIndex(place), from: held, to: kept))
        }
    }

    /// Whether a fill in the account is of no run: placed by hand or by another program.
    func isForeign(_ fill: Fill) -> Bool {
        isOfAccount(fill) && fill.execution.client != ib.clientID
            && !RunMemory.isOfRun(fill.execution.orderReference)
    }

    func isOfAccount(_ fill: Fill) -> Bool { account == nil || fill.execution.account == account }

    /// Turns the kill switch on: cancels the strategy's orders, closes its positions at the market, and waits until nothing
    /// is held or at work. The run has to go on meanwhile, as it is told the fills.
    ///
    /// - Returns: Whether all is closed within `patience`; try again or look at the orders where it is not.
    public func kill<Inner>(patience: Duration) async throws -> Bool where S == Guarded<Inner> {
        try await takeOverClosed()
        strategy.kill()
        isClosing = true
        return try await wait(patience) {
            self.strategy.attend(&self.broker)
            try await self.obey()
            return self.broker.book.entries.isEmpty && self.positions.allSatisfy(\.isZero)
        }
    }
}
