import TradewindsVocabulary

/// An order on its way to the exchange, or one that is to go later.
struct WaitingOrder: Sendable {
    /// When it reaches the exchange.
    let time: Timestamp
    let handle: OrderHandle
    let intent: OrderIntent
    /// When the strategy gave it.
    let given: Timestamp
}
