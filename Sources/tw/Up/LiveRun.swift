import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// Carries a strategy's orders to a connection, and what happens back to the strategy.
struct LiveRun<S: Strategy>: Sendable {
    let ib: Connection
    let contract: Contract
    let desk: LiveDesk<S>
    let state: UpState
    private let trades = TradeBook()

    init(_ ib: Connection, _ contract: Contract, _ desk: LiveDesk<S>, _ state: UpState) {
        self.ib = ib
        self.contract = contract
        self.desk = desk
        self.state = state
    }

    /// Tells the strategy every trade of the market.
    func followMarket() async throws {
        for try await tick in ib.tickByTick(contract, .allLast) {
            guard let trade = tick.trade, let price = Price(trade.price) else { continue }
            let actions = await desk.trade(price, trade.size ?? 1, at: Timestamp(seconds: trade.seconds))
            try await obey(actions)
        }
    }

    /// Tells the strategy its fills; a commission that comes later completes the picture only.
    func followFills() async throws {
        var seen: Set<String> = []
        for try await fill in ib.fills {
            await state.show(fill)
            guard fill.contract.id == contract.id, seen.insert(fill.execution.id).inserted else { continue }
            let told = StrategyFill(
                time: await desk.now, instrument: 0, isBuy: fill.execution.side == .bought,
                quantity: fill.execution.quantity ?? 0, price: Price(fill.execution.price) ?? 0)
            try await obey(await desk.fill(told))
        }
    }

    private func obey(_ actions: [LiveBroker.Action]) async throws {
        for action in actions {
            switch action {
            case .place(let handle, let intent):
                await trades.add(try await ib.place(intent.plan, on: contract), as: handle)
            case .cancel(let handle): for trade in await trades.take(handle) { ib.cancel(trade) }
            case .cancelAll: for trade in await trades.takeAll() { ib.cancel(trade) }
            }
        }
        await state.show(working: await trades.working())
    }
}

/// The trades that a strategy's orders became.
private actor TradeBook {
    private var trades: [OrderHandle: Trade] = [:]

    func add(_ trade: Trade, as handle: OrderHandle) { trades[handle] = trade }

    /// The trade with its children, those that may still be at work.
    func take(_ handle: OrderHandle) async -> [Trade] {
        guard let trade = trades.removeValue(forKey: handle) else { return [] }
        return await Self.open(trade)
    }

    func takeAll() async -> [Trade] {
        let handles = trades.keys.sorted()
        var all: [Trade] = []
        for handle in handles { all += await take(handle) }
        return all
    }

    func working() async -> Int {
        var count = 0
        for trade in trades.values { count += await Self.open(trade).count }
        return count
    }

    private static func open(_ trade: Trade) async -> [Trade] {
        var open: [Trade] = []
        for member in [trade] + trade.children where await member.record?.isDone != true { open.append(member) }
        return open
    }
}

extension OrderIntent {
    /// The order, with its bracket, as the client places it.
    fileprivate var plan: OrderPlan {
        var order = Self.order(self)
        order.transmits = true
        return OrderPlan(order, children: children.map(Self.order))
    }

    private static func order(_ intent: OrderIntent) -> Order {
        var order = Order()
        order.side = intent.side
        order.quantity = intent.quantity
        order.type = intent.type
        order.limitPrice = intent.limit
        order.auxiliaryPrice = intent.trail ?? intent.stop
        order.timeInForce = intent.timeInForce
        return order
    }
}
