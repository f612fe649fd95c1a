import Foundation
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary

/// What is at a gateway after runs on it have stopped: the orders and positions of others.
struct Remainder: Sendable {
    let host: String
    let port: Int
    let json: Bool

    /// Names what is there; nothing where the gateway was the run's own and went with it.
    func show() async throws {
        do {
            try await Tradewinds.withConnection(
                to: .gateway(host: host, port: port), clientID: ClientID(.random(in: 10_000...99_999))
            ) { ib in
                print(orders: try await ib.openOrders(all: true), positions: try await ib.positions())
            }
        } catch let error as IBError where error.code == .unreachable {
            return
        } catch let error as IBError { throw Failure(error, host: host, port: port) }
    }

    private func print(orders: [OrderRecord], positions: [Position]) {
        guard !(orders.isEmpty && positions.isEmpty) else { return }
        var table = Table("what", "account", "symbol", "quantity", "outcome")
        for order in orders {
            table.add(
                "order", Cell(order.order.account.rawValue), Cell(order.contract.localSymbol),
                Cell(number: order.order.quantity), Self.outcome)
        }
        for position in positions {
            table.add(
                "position", Cell(position.account.rawValue), Cell(position.contract.localSymbol),
                Cell(number: position.quantity), Self.outcome)
        }
        table.print(json: json, empty: "")
        guard !json else { return }
        Swift.print(
            "\(host):\(port) still has what is not of the runs that were stopped. Where no run is left there, "
                + "`tw kill --host \(host) --port \(port)` closes it.")
    }

    private static var outcome: Cell { "left: of others" }
}
