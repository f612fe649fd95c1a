import TradewindsVocabulary
import TradewindsWire

/// A fill: an execution, and its commission once that is known.
public struct Fill: Sendable, Hashable {
    /// The contract.
    public var contract: Contract
    /// Price, quantity, side, time and order.
    public var execution: Execution
    /// Commission and realised profit; `nil` until the gateway has told it.
    public var commission: CommissionAndFeesReport?
}

/// Joins executions with their commissions, in whichever order they come. Repeated messages change nothing.
public struct FillLedger: Sendable {
    private var fills: [String: Fill] = [:]
    private var early: [String: CommissionAndFeesReport] = [:]
    private var order: [String] = []

    /// An empty ledger.
    public init() {}

    /// All fills, oldest first.
    public var all: [Fill] { order.compactMap { fills[$0] } }

    /// Takes an execution; returns the fill, `nil` where it was known.
    public mutating func apply(_ details: ExecutionDetails) -> Fill? {
        let id = details.execution.id
        guard fills[id] == nil else { return nil }
        let fill = Fill(contract: details.contract, execution: details.execution, commission: early[id])
        early[id] = nil
        fills[id] = fill
        order.append(id)
        return fill
    }

    /// Takes a commission; returns the fill it completes, `nil` where the execution has not come or nothing changed.
    public mutating func apply(_ report: CommissionAndFeesReport) -> Fill? {
        guard var fill = fills[report.execution] else {
            early[report.execution] = report
            return nil
        }
        guard fill.commission != report else { return nil }
        fill.commission = report
        fills[report.execution] = fill
        return fill
    }
}
