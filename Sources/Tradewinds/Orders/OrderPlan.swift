import TradewindsVocabulary
import TradewindsWire

/// What is to be placed: an order, with children that wait for it to fill.
public struct OrderPlan: Sendable, Hashable {
    /// The order.
    public var order: Order
    /// Orders that become active when it fills; when one of them fills, the others are cancelled.
    public var children: [Order]

    /// An order with all attributes, and its children.
    public init(_ order: Order, children: [Order] = []) {
        self.order = order
        self.children = children
    }

    /// Buys or sells at the market.
    public static func market(_ side: Side, _ quantity: Quantity) -> Self { Self(.make(.market, side, quantity)) }

    /// Buys or sells at `limit` or better.
    public static func limit(_ side: Side, _ quantity: Quantity, at limit: Price) -> Self {
        Self(.make(.limit, side, quantity, limit: limit))
    }

    /// Becomes a market order once the price reaches `stop`.
    public static func stop(_ side: Side, _ quantity: Quantity, at stop: Price) -> Self {
        Self(.make(.stop, side, quantity, auxiliary: stop))
    }

    /// Becomes a limit order once the price reaches `stop`.
    public static func stopLimit(_ side: Side, _ quantity: Quantity, stop: Price, limit: Price) -> Self {
        Self(.make(.stopLimit, side, quantity, limit: limit, auxiliary: stop))
    }

    /// A stop that follows the price at a distance of `amount`.
    public static func trailingStop(_ side: Side, _ quantity: Quantity, by amount: Price) -> Self {
        Self(.make(.trailingStop, side, quantity, auxiliary: amount))
    }

    /// An entry at `limit`, or at the market where that is `nil`, with a target and a stop on the other side.
    public static func bracket(
        _ side: Side, _ quantity: Quantity, limit: Price? = nil, takeProfit: Price, stopLoss: Price
    ) -> Self {
        let exit: Side = side == .buy ? .sell : .buy
        return Self(
            limit.map { .make(.limit, side, quantity, limit: $0) } ?? .make(.market, side, quantity),
            children: [
                .make(.limit, exit, quantity, limit: takeProfit), .make(.stop, exit, quantity, auxiliary: stopLoss),
            ])
    }

    /// The same with `change` made to the order and its children: account, time in force, reference and the like.
    public func with(_ change: (inout Order) -> Void) -> Self {
        var plan = self
        change(&plan.order)
        for index in plan.children.indices { change(&plan.children[index]) }
        return plan
    }
}

extension Order {
    static func make(
        _ type: OrderType, _ side: Side, _ quantity: Quantity, limit: Price? = nil, auxiliary: Price? = nil
    ) -> Order {
        var order = Order()
        order.type = type
        order.side = side
        order.quantity = quantity
        order.limitPrice = limit
        order.auxiliaryPrice = auxiliary
        order.timeInForce = .day
        return order
    }
}
