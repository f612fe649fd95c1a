import ArgumentParser
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

struct OrdersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "orders", abstract: "Show open orders.")
    @Flag(help: "Of every client, not only of this one.") var all = false
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let (all, json) = (all, client.json)
        try await client.run(owningOrders: true) { ib in
            var table = OrderReport.table()
            for record in try await ib.openOrders(all: all) { OrderReport.add(record, to: &table) }
            table.print(json: json, empty: "no open orders")
        }
    }
}

struct ModifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "modify", abstract: "Change an open order.")
    @Argument(help: "The order's id.") var id: Int32
    @Option(help: "A new limit price.") var limit: String?
    @Option(help: "A new stop price.") var stop: String?
    @Option(help: "A new quantity, what is filled included.") var quantity: String?
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let (limit, stop) = (limit.flatMap { Price($0) }, stop.flatMap { Price($0) })
        let quantity = quantity.flatMap { Quantity($0) }
        guard limit != nil || stop != nil || quantity != nil else {
            throw ValidationError("say what changes: --limit, --stop or --quantity, each a number")
        }
        let (id, json) = (OrderID(id), client.json)
        try await client.run(owningOrders: true) { ib in
            guard let record = try await ib.openOrders().first(where: { $0.key.order == id }) else {
                throw Failure("no open order \(id) of client \(ib.clientID); `tw orders --all` lists every client's")
            }
            try await ib.modify(record) { order in
                if let limit { order.limitPrice = limit }
                if let stop { order.auxiliaryPrice = stop }
                if let quantity { order.quantity = quantity }
            }
            var table = OrderReport.table()
            for record in try await ib.openOrders() where record.key.order == id {
                OrderReport.add(record, to: &table)
            }
            table.print(json: json, empty: "order \(id) is not open any more")
        }
    }
}

struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Cancel an order, or all of them.")
    @Argument(help: "The order's id, or `all` for every order of every client.") var id: String
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let number = Int32(id)
        guard number != nil || id == "all" else { throw ValidationError("\(id) is neither an order id nor `all`") }
        let json = client.json
        try await client.run(owningOrders: true) { ib in
            let open = try await ib.openOrders(all: number == nil)
            if let number {
                guard open.contains(where: { $0.key.order == OrderID(number) }) else {
                    throw Failure("no open order \(number) of client \(ib.clientID)")
                }
                ib.cancel(OrderID(number))
            } else {
                ib.cancelAll()
            }
            var left = try await ib.openOrders(all: number == nil)
            for _ in 0..<20 where left.contains(where: { number == nil || $0.key.order.rawValue == number }) {
                try await Task.sleep(for: .milliseconds(100))
                left = try await ib.openOrders(all: number == nil)
            }
            let leftKeys = Set(left.map(\.key))
            let gone = open.filter { !leftKeys.contains($0.key) && (number == nil || $0.key.order.rawValue == number) }
            var table = Table("id", "symbol", "status")
            for record in gone {
                table.add(Cell(number: record.key.order), Cell(record.contract.localSymbol), "cancelled")
            }
            table.print(json: json, empty: number == nil ? "no open orders" : "the cancel is under way")
        }
    }
}

extension Cell: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .text(value) }
}

struct FillsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fills", abstract: "Show the day's fills.")
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let json = client.json
        try await client.run(owningOrders: true) { ib in
            var table = Table(
                "time", "order", "symbol", "side", "quantity", "price", "commission", "realized", "execution")
            for fill in try await ib.executions() {
                let execution = fill.execution
                table.add(
                    Cell(execution.time), Cell(number: execution.order), Cell(fill.contract.localSymbol),
                    Cell(execution.side?.text ?? ""), Cell(number: execution.quantity), Cell(execution.price),
                    Cell(fill.commission?.commission), Cell(fill.commission?.realizedProfit), Cell(execution.id))
            }
            table.print(json: json, empty: "no fills today")
        }
    }
}
