import Foundation
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// Cancels every order at a gateway and closes every position, whoever made them.
struct Flattening: Sendable {
    let host: String
    let port: Int
    let patience: Int
    let live: Bool
    let dryRun: Bool
    let json: Bool

    func run() async throws {
        var configuration = Configuration()
        configuration.allowsLiveTrading = live
        do {
            try await Tradewinds.withConnection(
                to: .gateway(host: host, port: port), clientID: ClientID(.random(in: 10_000...99_999)),
                configuration: configuration
            ) { ib in try await work(ib) }
        } catch let error as IBError {
            var failure = Failure(error, host: host, port: port)
            failure.isUnreachable = error.code == .unreachable
            throw failure
        }
    }

    private func work(_ ib: Connection) async throws {
        if let account = await ib.accounts.first(where: { !$0.isPaper }), !live, !dryRun {
            throw Failure("account \(account.rawValue) is a live account. Add --live to cancel and close on it.")
        }
        let orders = try await ib.openOrders(all: true)
        let positions = try await held(ib)
        if dryRun { return show(orders, positions, left: [], "would be cancelled", "would be closed") }
        ib.cancelAll()
        let open = try await wait { try await ib.openOrders(all: true) }
        // An order may have filled before its cancellation: what is held is looked at again.
        let closing = try await held(ib)
        // Children of other orders may still be at work; closing beside them could turn a position round.
        guard open.isEmpty else {
            throw Failure("\(open.count) orders are still open after \(patience) s; positions were not touched")
        }
        for position in closing {
            _ = try await ib.place(try await plan(position), on: try await contract(position, ib))
        }
        let left = try await wait { try await held(ib) }
        show(orders, closing, left: left, "cancelled", "closed")
        guard left.isEmpty else {
            ib.cancelAll()
            throw Failure("\(left.count) positions are still held after \(patience) s; their orders were cancelled")
        }
    }

    private func held(_ ib: Connection) async throws -> [Position] {
        try await ib.positions().filter { !$0.quantity.isZero }
    }

    private func plan(_ position: Position) async throws -> OrderPlan {
        OrderPlan.market(position.quantity.isNegative ? .buy : .sell, position.quantity.magnitude).with {
            $0.account = position.account
        }
    }

    /// Positions are told without a route: the contract's own is asked for.
    private func contract(_ position: Position, _ ib: Connection) async throws -> Contract {
        var contract = position.contract
        if contract.kind == .stock {
            contract.exchange = "SMART"
        } else if contract.exchange.isEmpty {
            contract = try await ib.contract(.id(contract.id, exchange: ""))
        }
        return contract
    }

    /// Asks ten times a second until nothing is left.
    private func wait<Element>(_ ask: () async throws -> [Element]) async throws -> [Element] {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(patience)
        var left = try await ask()
        while !left.isEmpty, clock.now < end {
            try await Task.sleep(for: .milliseconds(100))
            left = try await ask()
        }
        return left
    }

    private func show(
        _ orders: [OrderRecord], _ positions: [Position], left: [Position], _ cancelled: String, _ closed: String
    ) {
        var table = Table("what", "account", "symbol", "quantity", "outcome")
        for order in orders {
            table.add(
                "order", Cell(order.order.account.rawValue), Cell(order.contract.localSymbol),
                Cell(number: order.order.quantity), Cell(cancelled))
        }
        for position in positions {
            let isLeft = left.contains { $0.contract.id == position.contract.id && $0.account == position.account }
            table.add(
                "position", Cell(position.account.rawValue), Cell(position.contract.localSymbol),
                Cell(number: position.quantity), Cell(isLeft ? "still held" : closed))
        }
        table.print(json: json, empty: "no orders, no positions")
    }
}
