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

    /// Turns the kill switch on: cancels the strategy's orders, closes its positions at the market, and waits until nothing
    /// is held or at work. The run has to go on meanwhile, as it is told the fills.
    ///
    /// - Returns: Whether all is closed within `patience`; try again or look at the orders where it is not.
    public func kill<Inner>(patience: Duration) async throws -> Bool where S == Guarded<Inner> {
        strategy.kill()
        return try await wait(patience) {
            self.strategy.attend(&self.broker)
            try await self.obey()
            return self.broker.book.count == 0 && self.positions.allSatisfy(\.isZero)
        }
    }
}
