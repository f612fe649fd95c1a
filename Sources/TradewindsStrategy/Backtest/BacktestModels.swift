import TradewindsExchange
import TradewindsVocabulary

/// What a backtest reckons with beside prices, fees and slippage (those are the exchange's configuration).
public struct BacktestModels: Sendable, Hashable {
    /// How long an order takes to the exchange. On bars an order arrives after the bar in which its instant lies.
    ///
    /// Unrealistic: always the same, and a cancel takes no time.
    public var latency = Duration.zero
    /// What short stock positions cost, booked when a trading day ends.
    public var borrow: BorrowCost?
    /// Dividends and splits, in order of time.
    public var actions: [ScheduledAction] = []
    /// How positions are closed when maintenance margin exceeds equity; `nil`: they are not.
    public var marginCalls: MarginCallRule? = MarginCallRule()

    /// No latency, no cost of borrowing, no actions; margin calls close the largest positions.
    public init() {}
}

/// A dividend or a split at its time.
public struct ScheduledAction: Sendable, Hashable {
    /// The first instant that trades without it: it takes effect before the first price from then on.
    public var time: Timestamp
    /// Of which instrument.
    public var instrument: InstrumentIndex
    /// What happens.
    public var action: ShareAction

    /// An action at its time.
    public init(time: Timestamp, instrument: InstrumentIndex, action: ShareAction) {
        (self.time, self.instrument, self.action) = (time, instrument, action)
    }
}
