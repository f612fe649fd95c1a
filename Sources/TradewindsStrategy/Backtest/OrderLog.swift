import TradewindsExchange
import TradewindsVocabulary

/// An order that a backtest's strategy gave, and what became of it.
public struct LoggedOrder: Sendable, Hashable {
    /// Which of a bracket's orders it is.
    public enum Part: String, Sendable, Hashable {
        /// The order itself.
        case entry
        /// The limit order behind it that takes profit.
        case target
        /// The stop order behind it that stops a loss.
        case stop
    }

    /// How it ended, or that it has not.
    public enum Status: String, Sendable, Hashable {
        /// Filled in whole.
        case filled
        /// Still at work, or waiting for its parent, its trigger or its time.
        case working
        /// Ended before it was filled in whole: cancelled, expired, or overtaken by its sibling.
        case cancelled
        /// Never accepted.
        case refused
    }

    /// When it was given.
    public var time: Timestamp
    /// The strategy's name for it; the parts of a bracket share one.
    public var handle: OrderHandle
    /// Which of a bracket's orders it is.
    public var part: Part
    /// Whether the broker gave it, to end a margin call.
    public var isForced: Bool
    /// What it asks for, in the shares of its day.
    public var intent: OrderIntent
    /// How much of it was filled.
    public var filled: Quantity = 0
    /// At which price on average; `nil` before a fill.
    public var average: Price? {
        filled.isZero ? nil : notional.divided(by: filled.decimal, digits: 8).map { Price($0) }
    }
    /// What became of it.
    public var status = Status.working
    private var notional = ExactDecimal.zero

    init(time: Timestamp, handle: OrderHandle, part: Part, isForced: Bool, intent: OrderIntent) {
        self.time = time
        self.handle = handle
        self.part = part
        self.isForced = isForced
        self.intent = intent
    }

    mutating func fill(_ quantity: Quantity, at price: Price) {
        filled += quantity
        notional += quantity.decimal * price.decimal
    }
}

/// The orders of a run, oldest first.
struct OrderLog: Sendable, Hashable {
    private(set) var orders: [LoggedOrder] = []
    /// Off in sweeps, which have no use for it.
    var isKept = true
    /// The place of each handle's first order; handles are given in rising order.
    private var places: [Int: Int] = [:]

    mutating func add(_ intent: OrderIntent, as handle: OrderHandle, at time: Timestamp, isForced: Bool) {
        guard isKept else { return }
        places[handle.rawValue] = orders.count
        func add(_ intent: OrderIntent, _ part: LoggedOrder.Part) {
            orders.append(LoggedOrder(time: time, handle: handle, part: part, isForced: isForced, intent: intent))
        }
        add(intent, .entry)
        for child in intent.children { add(child, child.stop == nil ? .target : .stop) }
    }

    mutating func fill(_ handle: Int, _ part: LoggedOrder.Part, _ quantity: Quantity, at price: Price) {
        guard isKept, var place = places[handle] else { return }
        while place < orders.count, orders[place].handle.rawValue == handle {
            if orders[place].part == part { return orders[place].fill(quantity, at: price) }
            place += 1
        }
    }

    /// The orders with what became of them.
    func told(_ state: (LoggedOrder) -> OrderState?) -> [LoggedOrder] {
        orders.map { order in
            var order = order
            order.status =
                switch state(order) {
                case .filled: .filled
                case .rejected: .refused
                case .untransmitted, .held, .working: .working
                case .cancelled: .cancelled
                case nil: order.filled == order.intent.quantity ? .filled : .cancelled
                }
            return order
        }
    }
}
