import TradewindsVocabulary

/// Something that happened, in the order in which it happened.
public struct ExchangeEvent: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
        /// The order exists; its first state.
        case accepted(OrderState)
        /// The order was not accepted.
        case rejected(Rejection)
        /// The order's state changed without a fill or an end: it began to work, or was held.
        case stateChanged(OrderState)
        /// The customer's change took effect.
        case changed
        /// The customer's change was refused; the order goes on as it was.
        case changeRejected(Rejection)
        /// The group took this much from the order.
        case reduced(by: Quantity)
        /// The order ended before it was filled.
        case cancelled(CancelReason)
        /// The customer's cancel was refused.
        case cancelRejected(Rejection)
        /// A fill. When it fills the order, the order's state is ``OrderState/filled``: no further event says so.
        case executed(Execution)
        /// What the fill before cost.
        case commission(CommissionReport)
        /// A trailing stop followed the market to this price.
        case stopMoved(Price)
        /// The account's maintenance margin exceeds its equity (both in the base currency). Told once until mended.
        case marginCall(AccountID, maintenance: Money, equity: Money)
        /// The trading day ended: day orders are over and the daily profit starts from here.
        case dayEnded
    }

    /// When.
    public var time: Timestamp
    /// The order concerned; `nil` for events of an account or of the day.
    public var order: OrderKey?
    /// What happened.
    public var kind: Kind
}
