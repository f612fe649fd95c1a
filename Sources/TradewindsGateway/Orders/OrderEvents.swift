import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// Orders and fills in the protocol's words.
enum OrderEvents {
    /// What a what-if order would do.
    static func state(_ preview: MarginPreview) -> TradewindsWire.OrderState {
        var state = TradewindsWire.OrderState()
        state.status = .preSubmitted
        state.initialMarginBefore = preview.initial.before.doubleValue
        state.initialMarginChange = preview.initial.change.doubleValue
        state.initialMarginAfter = preview.initial.after.doubleValue
        state.maintenanceMarginBefore = preview.maintenance.before.doubleValue
        state.maintenanceMarginChange = preview.maintenance.change.doubleValue
        state.maintenanceMarginAfter = preview.maintenance.after.doubleValue
        state.equityBefore = preview.equity.before.doubleValue
        state.equityChange = preview.equity.change.doubleValue
        state.equityAfter = preview.equity.after.doubleValue
        state.commission = preview.commission.doubleValue
        state.minimumCommission = preview.commission.doubleValue
        state.maximumCommission = preview.commission.doubleValue
        state.commissionCurrency = preview.commissionCurrency.rawValue
        return state
    }
}

extension GatewayCore {
    func openOrder(_ record: OrderRecord) -> Event {
        let known = orders[record.key.rawValue]
        var answer = OpenOrder()
        answer.id = known.id
        answer.contract = ContractTranslation.contract(
            market.catalogue[record.ticket.instrument], route: known.route.isEmpty ? nil : known.route)
        answer.order = described(record)
        answer.state.status = Self.status(of: record.state)
        return .openOrder(answer)
    }

    /// The order as the client said it, with what the gateway and the exchange add.
    private func described(_ record: OrderRecord) -> Order {
        let known = orders[record.key.rawValue]
        var order = known.order
        order.id = known.id
        order.client = known.client
        order.permanent = known.permanent
        if order.timeInForce == nil { order.timeInForce = .day }
        if record.ticket.trail != nil { order.trailStopPrice = record.stop }
        if order.groupType == 0, record.ticket.parent != nil { order.groupType = 3 }
        return order
    }

    func statusUpdate(_ record: OrderRecord) -> Event {
        let known = orders[record.key.rawValue]
        var answer = OrderStatusUpdate()
        answer.order = known.id
        answer.status = Self.status(of: record.state)
        answer.filled = record.filled
        answer.remaining = record.state == .filled ? 0 : record.remaining
        answer.averageFillPrice = record.averagePrice?.doubleValue ?? 0
        answer.permanent = known.permanent
        answer.parent = known.order.parent
        answer.lastFillPrice = known.lastFillPrice
        answer.client = known.client
        return .orderStatus(answer)
    }

    func completedOrder(_ record: OrderRecord) -> Event {
        var answer = CompletedOrder()
        answer.contract = ContractTranslation.contract(market.catalogue[record.ticket.instrument])
        answer.order = described(record)
        answer.order.id = 0
        answer.order.client = 0
        answer.order.quantity = 0
        answer.order.result.filledQuantity = record.filled
        answer.state.status = Self.status(of: record.state)
        answer.state.completedTime = ProtocolTime.zoned(record.updated, zone(of: record.ticket.instrument))
        answer.state.completedStatus =
            record.state == .filled ? "Filled Size: \(record.filled)" : "Cancelled by Trader"
        return .completedOrder(answer)
    }

    /// The id of an execution, as stable as its position.
    private func identifier(of key: ExecutionKey) -> String {
        let number = String(key.rawValue + 1, radix: 16)
        return "0000e0d5." + String(repeating: "0", count: max(0, 8 - number.count)) + number + ".01.01"
    }

    func details(of execution: TradewindsExchange.Execution, for request: RequestID = -1) -> Event {
        let known = orders[execution.order.rawValue]
        let instrument = market.catalogue[execution.instrument]
        var answer = ExecutionDetails()
        answer.request = request
        answer.contract = ContractTranslation.contract(instrument)
        answer.execution.order = known.id
        answer.execution.id = identifier(of: execution.key)
        answer.execution.time = ProtocolTime.zoned(execution.time, zone(of: execution.instrument))
        answer.execution.account = known.order.account
        answer.execution.exchange = instrument.primaryExchange ?? instrument.exchange
        answer.execution.side = execution.isBuy ? .bought : .sold
        answer.execution.quantity = execution.quantity
        answer.execution.price = execution.price.doubleValue
        answer.execution.permanent = known.permanent
        answer.execution.client = known.client
        answer.execution.cumulativeQuantity = execution.cumulative
        answer.execution.averagePrice = execution.averagePrice.doubleValue
        answer.execution.orderReference = known.order.reference
        answer.execution.liquidity = 2
        return .execDetails(answer)
    }

    func report(_ report: CommissionReport) -> Event {
        var answer = CommissionAndFeesReport()
        answer.execution = identifier(of: report.execution)
        answer.commission = report.commission.doubleValue
        answer.currency = report.currency.rawValue
        answer.realizedProfit = report.realized?.doubleValue
        answer.redemptionDate = ""
        return .commissionAndFeesReport(answer)
    }
}
