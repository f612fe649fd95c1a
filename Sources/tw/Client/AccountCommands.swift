import ArgumentParser
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

struct PositionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "positions", abstract: "Show positions.")
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let json = client.json
        try await client.run { ib in
            var table = Table("account", "symbol", "type", "quantity", "average_cost")
            for position in try await ib.positions() where !position.quantity.isZero {
                table.add(
                    Cell(position.account.rawValue), Cell(position.contract.localSymbol),
                    Cell(position.contract.kind?.text ?? ""), Cell(number: position.quantity),
                    Cell(position.averageCost))
            }
            table.print(json: json, empty: "no positions")
        }
    }
}

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "account", abstract: "Show an account's values.")
    @Option(help: "The account, where there are several.") var account: String?
    @Flag(help: "Every value, not only the usual ones.") var all = false
    @OptionGroup var client: ClientOptions

    private static let usual = [
        "NetLiquidation", "TotalCashValue", "BuyingPower", "AvailableFunds", "ExcessLiquidity", "InitMarginReq",
        "MaintMarginReq", "GrossPositionValue", "UnrealizedPnL", "RealizedPnL",
    ]

    func run() async throws {
        let (account, all, json) = (account.map { AccountID($0) }, all, client.json)
        try await client.run { ib in
            let book = try await ib.account(account)
            var table = Table("account", "value", "amount", "currency")
            for tag in book.tags where all || Self.usual.contains(tag.name) {
                let text = book.text(tag.name, currency: tag.currency) ?? ""
                table.add(
                    Cell(book.account.rawValue), Cell(tag.name), Double(text) == nil ? Cell(text) : .number(text),
                    Cell(tag.currency))
            }
            table.print(json: json, empty: "no values")
        }
    }
}

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is reachable and what is wrong.")
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let json = client.json
        var table = Table("check", "state", "detail")
        do {
            let found = try await examine()
            for (check, detail) in found { table.add(Cell(check), "ok", Cell(detail)) }
        } catch {
            table.add("gateway", "wrong", Cell("\(error)"))
            table.print(json: json, empty: "")
            throw ExitCode(1)
        }
        table.print(json: json, empty: "")
    }

    private func examine() async throws -> [(String, String)] {
        let results = Findings()
        let place = "\(client.host):\(client.port)"
        try await client.run { ib in
            await results.add("gateway", "\(place) answers, server version \(await ib.serverVersion)")
            let accounts = await ib.accounts
            let live = accounts.contains { !$0.isPaper }
            await results.add(
                "accounts", "\(accounts.count) account(s), \(live ? "LIVE: orders need --live" : "paper")")
            let time = try await ib.currentTime()
            await results.add("clock", "the gateway's clock shows \(HistoryCommand.text(time))")
            let contract = try await ib.contract(.stock("SPY"))
            await results.add("contracts", "SPY is contract \(contract.id)")
            let quote = try await ib.snapshot(contract)
            await results.add("market data", "SPY bid \(Cell(quote.bid).plain) ask \(Cell(quote.ask).plain)")
            let bars = try await ib.bars(contract, .day, last: .days(5))
            await results.add("history", "\(bars.count) daily bars of SPY")
        }
        return await results.all
    }
}

/// What the doctor found, in order.
private actor Findings {
    private(set) var all: [(String, String)] = []
    func add(_ check: String, _ detail: String) { all.append((check, detail)) }
}
