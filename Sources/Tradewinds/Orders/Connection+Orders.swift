import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Connection {
    /// Places an order, or a bracket as one group. Returns once it is on its way; what becomes of it is told by
    /// ``Trade/changes``, refusals included.
    ///
    /// - Throws: ``IBError`` `.liveTrading` for a live account that is not allowed, `.invalid` where several accounts
    ///   exist and the order names none.
    public func place(_ plan: OrderPlan, on contract: Contract) async throws(IBError) -> Trade {
        let placed = try await value { $0.place(plan, contract) }.get()
        let trades = placed.dropFirst().map { trade($0, []) }
        guard let first = placed.first else { throw .lost }
        return trade(first, trades)
    }

    /// What is known of an order that was placed on this connection or told by ``openOrders(all:)``; `nil` of others.
    public func order(_ key: OrderKey) async -> OrderRecord? { await value { $0.orders[key] } }

    /// Changes an order: `change` is given the order as last known.
    public func modify(_ trade: Trade, _ change: @Sendable (inout Order) -> Void) async throws(IBError) {
        let record = await trade.record
        var order = record?.order ?? trade.order
        change(&order)
        let changed = order
        let (key, contract) = (trade.key, trade.contract)
        try await value { $0.modify(key, changed, contract) }.get()
    }

    /// Changes an open order of this client, such as one that ``openOrders(all:)`` told.
    public func modify(_ record: OrderRecord, _ change: @Sendable (inout Order) -> Void) async throws(IBError) {
        var order = record.order
        change(&order)
        let changed = order
        try await value { $0.modify(record.key, changed, record.contract) }.get()
    }

    /// Asks to cancel an order; fills may still come until its status says so.
    public func cancel(_ trade: Trade) { cancel(trade.id) }

    /// Asks to cancel an order of this client.
    public func cancel(_ order: OrderID) {
        perform { core in
            var request = CancelOrderRequest()
            request.order = order
            core.send([.cancelOrder(request)], .cancel)
        }
    }

    /// Asks to cancel every order of every client, orders placed by hand included.
    public func cancelAll() { perform { $0.send([.reqGlobalCancel(GlobalCancelRequest())], .cancel) } }

    /// What an order would cost in margin and fees, without placing it.
    public func preview(_ plan: OrderPlan, on contract: Contract) async throws(IBError) -> OrderState {
        let order = try await value { core in
            Result { () throws(IBError) in
                var order = plan.order
                try core.authorise(&order)
                return order
            }
        }.get()
        let events = try await ask(
            Question(
                kind: .preview,
                message: { id in
                    var order = order
                    order.id = OrderID(id.rawValue)
                    order.isWhatIf = true
                    return Core.request(order, contract)
                }, deadline: configuration.deadline, name: "order preview"))
        guard case .openOrder(let open)? = events.last else {
            throw IBError(.invalid, "the gateway did not preview the order", remedy: .none)
        }
        return open.state
    }

    /// Open orders: those of this client, or of all.
    public func openOrders(all: Bool = false) async throws(IBError) -> [OrderRecord] {
        let events = try await ask(
            Question(
                kind: .query(.openOrders),
                message: { _ in
                    all ? .reqAllOpenOrders(AllOpenOrdersRequest()) : .reqOpenOrders(OpenOrdersRequest())
                }, deadline: configuration.deadline, name: "open orders"))
        var ledger = OrderLedger(client: clientID)
        for event in events { _ = ledger.apply(event) }
        return ledger.orders
    }

    /// Orders that ended, newest as the gateway sends them.
    public func completedOrders(apiOnly: Bool = false) async throws(IBError) -> [CompletedOrder] {
        let events = try await ask(
            Question(
                kind: .query(.completedOrders),
                message: { _ in
                    var request = CompletedOrdersRequest()
                    request.apiOnly = apiOnly
                    return .reqCompletedOrders(request)
                }, deadline: configuration.deadline, name: "completed orders"))
        return events.compactMap { if case .completedOrder(let order) = $0 { order } else { nil } }
    }

    /// Fills of the day, oldest first, with their commissions where the gateway has told them.
    public func executions(_ filter: ExecutionFilter = ExecutionFilter()) async throws(IBError) -> [Fill] {
        let events = try await ask(
            Question(
                kind: .request(.untilEnd),
                message: { id in
                    var request = ExecutionRequest()
                    request.request = id
                    request.filter = filter
                    return .reqExecutions(request)
                }, collectsCommissions: true, deadline: configuration.deadline, name: "executions"))
        var ledger = FillLedger()
        for event in events {
            if case .execDetails(let details) = event { _ = ledger.apply(details) }
            if case .commissionAndFeesReport(let report) = event { _ = ledger.apply(report) }
        }
        return ledger.all
    }

    /// Every change of any order that the gateway tells this client of. Never dropped.
    public var fills: Updates<Fill> {
        listen(.keepAll) {
            var ledger = FillLedger()
            return { event in
                switch event {
                case .execDetails(let details) where details.request.rawValue < 0:
                    ledger.apply(details).map { [$0] } ?? []
                case .commissionAndFeesReport(let report): ledger.apply(report).map { [$0] } ?? []
                default: []
                }
            }
        }
    }

    private func trade(_ placed: Placed, _ children: [Trade]) -> Trade {
        Trade(
            key: placed.record.key, children: children, placed: placed.record, mailbox: placed.mailbox,
            connection: self)
    }
}
