import ArgumentParser
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// What an order says on the command line.
struct OrderOptions: ParsableArguments {
    @Argument(help: "The symbol.")
    var symbol: String

    @Argument(help: "How many shares or contracts.")
    var quantity: String

    @Option(help: "A limit price; a market order without it.")
    var limit: String?

    @Option(help: "A stop price.")
    var stop: String?

    @Option(help: "A target: the order becomes a bracket, with --stop-loss.")
    var takeProfit: String?

    @Option(help: "A stop behind it: the order becomes a bracket, with --take-profit.")
    var stopLoss: String?

    @Option(help: "DAY, GTC or IOC.")
    var tif = "DAY"

    @Option(help: "The account, where there are several.")
    var account: String?

    @Flag(help: "Only ask for margin and commission; nothing is placed.")
    var whatIf = false

    func plan(_ side: Side) throws -> OrderPlan {
        guard let quantity = Quantity(quantity), quantity > 0 else {
            throw ValidationError("the quantity is a number above zero, not \(quantity)")
        }
        let limit = try price(limit, "--limit")
        let stop = try price(stop, "--stop")
        var plan: OrderPlan
        switch (try price(takeProfit, "--take-profit"), try price(stopLoss, "--stop-loss")) {
        case (let target?, let loss?):
            guard stop == nil else { throw ValidationError("a bracket has no --stop of its own") }
            plan = .bracket(side, quantity, limit: limit, takeProfit: target, stopLoss: loss)
        case (nil, nil):
            plan =
                switch (limit, stop) {
                case (let limit?, let stop?): .stopLimit(side, quantity, stop: stop, limit: limit)
                case (let limit?, nil): .limit(side, quantity, at: limit)
                case (nil, let stop?): .stop(side, quantity, at: stop)
                case (nil, nil): .market(side, quantity)
                }
        default: throw ValidationError("a bracket needs both --take-profit and --stop-loss")
        }
        let (tif, account) = (tif.uppercased(), account)
        return plan.with { order in
            order.timeInForce = TimeInForce(text: tif)
            if let account { order.account = AccountID(account) }
        }
    }

    private func price(_ text: String?, _ name: String) throws -> Price? {
        guard let text else { return nil }
        guard let price = Price(text) else { throw ValidationError("\(name) is a price, not \(text)") }
        return price
    }

    func run(_ side: Side, _ contract: ContractOptions, _ client: ClientOptions) async throws {
        let plan = try plan(side)
        let name = ContractName(symbol, contract)
        let (whatIf, json) = (whatIf, client.json)
        try await client.run(owningOrders: true) { ib in
            let contract = try await name.resolve(ib)
            if whatIf {
                OrderReport.preview(try await ib.preview(plan, on: contract), json: json)
                return
            }
            let trade = try await ib.place(plan, on: contract)
            try await OrderReport.follow(trade, json: json)
        }
    }
}

struct BuyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "buy", abstract: "Place an order to buy.")
    @OptionGroup var order: OrderOptions
    @OptionGroup var contract: ContractOptions
    @OptionGroup var client: ClientOptions
    func run() async throws { try await order.run(.buy, contract, client) }
}

struct SellCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sell", abstract: "Place an order to sell.")
    @OptionGroup var order: OrderOptions
    @OptionGroup var contract: ContractOptions
    @OptionGroup var client: ClientOptions
    func run() async throws { try await order.run(.sell, contract, client) }
}
