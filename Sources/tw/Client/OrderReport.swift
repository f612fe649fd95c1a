import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// Orders as the command line shows them.
enum OrderReport {
    /// How long a new order is followed for its first fill or end.
    private static let patience = Duration.seconds(3)

    /// Waits until the order works, is filled or ends, and shows how it stands; a refusal is a failure.
    static func follow(_ trade: Trade, json: Bool) async throws {
        let settled = try await withThrowingTaskGroup(of: OrderRecord?.self) { group in
            group.addTask {
                var record: OrderRecord?
                for try await change in trade.changes {
                    if case .status(let now) = change { record = now }
                    if case .remark(let remark) = change, !remark.isWarning, remark.code != 202 {
                        throw Failure("order \(trade.id) was refused: \(remark.text) (\(remark.code))")
                    }
                    if let status = record?.status, status == .filled || status == .cancelled { return record }
                }
                return record
            }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            let first = try await group.next() ?? nil
            group.cancelAll()
            return first
        }
        var known = settled
        if known == nil { known = await trade.record }
        guard let record = known else { throw Failure("order \(trade.id): the gateway has not answered yet") }
        if record.status == .inactive {
            let reasons = record.remarks.map { "\($0.text) (\($0.code))" }
            throw Failure("order \(trade.id) was refused: " + reasons.joined(separator: "; "))
        }
        var table = table()
        add(record, to: &table)
        for child in trade.children { if let record = await child.record { add(record, to: &table) } }
        table.print(json: json, empty: "")
    }

    static func table() -> Table {
        Table(
            "id", "client", "symbol", "action", "quantity", "type", "limit", "aux", "tif", "status", "filled", "average"
        )
    }

    static func add(_ record: OrderRecord, to table: inout Table) {
        let order = record.order
        table.add(
            Cell(number: record.key.order), Cell(number: record.key.client), Cell(record.contract.localSymbol),
            Cell(order.side?.text ?? ""), Cell(number: order.quantity), Cell(order.type?.text ?? ""),
            Cell(number: order.limitPrice), Cell(number: order.auxiliaryPrice), Cell(order.timeInForce?.text ?? ""),
            Cell(record.status?.text ?? ""), Cell(number: record.filled), Cell(record.averageFillPrice))
    }

    static func preview(_ state: OrderState, json: Bool) {
        var table = Table("value", "before", "change", "after")
        table.add(
            Cell("initial margin"), Cell(state.initialMarginBefore), Cell(state.initialMarginChange),
            Cell(state.initialMarginAfter))
        table.add(
            Cell("maintenance margin"), Cell(state.maintenanceMarginBefore), Cell(state.maintenanceMarginChange),
            Cell(state.maintenanceMarginAfter))
        table.add(Cell("equity"), Cell(state.equityBefore), Cell(state.equityChange), Cell(state.equityAfter))
        table.add(Cell("commission"), .none, Cell(state.commission), .none)
        table.print(json: json, empty: "")
    }
}
