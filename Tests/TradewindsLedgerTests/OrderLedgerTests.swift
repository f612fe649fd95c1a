import Testing
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

@Suite struct OrderLedgerTests {
    private let key = OrderKey(client: 1, order: 7)

    private func ledger() -> OrderLedger {
        var ledger = OrderLedger(client: 1)
        var order = Order()
        order.quantity = 100
        ledger.place(order, Contract(), as: key)
        return ledger
    }

    private func status(_ status: OrderStatus, filled: Quantity = 0, client: ClientID = 1) -> Event {
        var update = OrderStatusUpdate()
        update.order = 7
        update.client = client
        update.status = status
        update.filled = filled
        return .orderStatus(update)
    }

    private func execution(_ id: String, _ quantity: Quantity, total: Quantity) -> Event {
        var details = ExecutionDetails()
        details.execution.id = id
        details.execution.order = 7
        details.execution.client = 1
        details.execution.quantity = quantity
        details.execution.cumulativeQuantity = total
        return .execDetails(details)
    }

    private func commission(_ id: String) -> Event {
        var report = CommissionAndFeesReport()
        report.execution = id
        report.commission = 1.25
        return .commissionAndFeesReport(report)
    }

    @Test func statusMovesTheOrder() {
        var ledger = ledger()
        _ = ledger.apply(status(.submitted))
        #expect(ledger[key]?.status == .submitted)
        _ = ledger.apply(status(.filled, filled: 100))
        #expect(ledger[key]?.isDone == true)
        #expect(ledger[key]?.filled == 100)
    }

    @Test func errorsAnnotateAndNeverMove() {
        var ledger = ledger()
        _ = ledger.apply(status(.submitted))
        var error = ErrorMessage()
        error.request = 7
        error.code = 201
        error.text = "Order rejected"
        let changes = ledger.apply(.error(error))
        #expect(changes.count == 1)
        #expect(ledger[key]?.status == .submitted)
        #expect(ledger[key]?.remarks.map(\.code) == [201])
        #expect(ledger[key]?.remarks.first?.isWarning == false)
    }

    @Test func executionAheadOfStatusCounts() {
        var ledger = ledger()
        _ = ledger.apply(execution("a", 40, total: 40))
        #expect(ledger[key]?.filled == 40)
        #expect(ledger[key]?.remaining == 60)
        #expect(ledger.apply(execution("a", 40, total: 40)).isEmpty)
    }

    @Test(arguments: [true, false])
    func commissionsJoinInEitherOrder(isEarly: Bool) {
        var ledger = ledger()
        let events =
            isEarly
            ? [commission("a"), execution("a", 40, total: 40)]
            : [
                execution("a", 40, total: 40), commission("a"),
            ]
        let changes = events.flatMap { ledger.apply($0) }
        let charged = changes.compactMap { if case .commission(let fill) = $0.change { fill } else { nil } }
        #expect(charged.map(\.commission?.commission) == [1.25])
    }

    @Test func missingClientMeansOurOwn() {
        var ledger = ledger()
        #expect(ledger.apply(status(.submitted, client: 0)).map(\.key) == [key])
        #expect(ledger.apply(status(.cancelled, client: 9)).isEmpty)
        #expect(ledger[key]?.status == .submitted)
    }
}
