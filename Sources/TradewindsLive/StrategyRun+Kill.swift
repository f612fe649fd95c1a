import Tradewinds
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

extension StrategyRun {
    /// What is held on each contract, as far as the strategy is concerned.
    public var positions: [Quantity] { broker.account.lines.map(\.held) }

    /// The account's value; `nil` while it is not known.
    public var accountValue: Money? { broker.equity }

    /// How many of the strategy's orders may still fill.
    public var workingOrders: Int { broker.book.count }

    /// Cancels all of the strategy's orders and waits for the gateway's word on them; positions stay.
    ///
    /// - Returns: Whether all have ended within `patience`.
    public func cancelOrders(patience: Duration) async throws -> Bool {
        for place in broker.account.lines.indices { broker.cancelAll(in: InstrumentIndex(place)) }
        try await obey()
        return try await wait(patience) { self.broker.book.open.isEmpty }
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

    /// Takes over from the account what was closed behind the run's back, by hand or by another program: what is held no
    /// more is not to be closed again. More than the run's own is never taken over.
    private func takeOverClosed() async throws {
        for _ in 0..<5 {
            try await settle()
            let before = fills.count
            let positions = try await ib.positions().filter { account == nil || $0.account == account }
            try await settle()
            // Only where nothing filled meanwhile do both tell of the same instant.
            guard fills.count == before else { continue }
            for (place, contract) in contracts.enumerated() {
                let there = positions.filter { $0.contract.id == contract.id }.reduce(Quantity(0)) { $0 + $1.quantity }
                broker.account.limit(to: there, at: place)
            }
            return
        }
    }

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
            return self.broker.book.count == 0 && self.positions.allSatisfy(\.isZero)
        }
    }
}
