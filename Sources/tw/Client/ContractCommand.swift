import ArgumentParser
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "contract", abstract: "Show the contracts that fit.")

    @Argument(help: "The symbol.")
    var symbol: String

    @OptionGroup var contract: ContractOptions
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let name = ContractName(symbol, contract)
        let json = client.json
        try await client.run { ib in
            var table = Table(
                "id", "symbol", "local", "type", "exchange", "primary", "currency", "expiry", "multiplier", "tick",
                "name")
            for found in try await name.details(ib) {
                let contract = found.contract
                table.add(
                    Cell(number: contract.id), Cell(contract.symbol), Cell(contract.localSymbol),
                    Cell(contract.kind?.text ?? ""), Cell(contract.exchange), Cell(contract.primaryExchange),
                    Cell(contract.currency), Cell(contract.expiry), Cell(number: contract.multiplier),
                    Cell(number: found.details.minTick), Cell(found.details.longName))
            }
            table.print(json: json, empty: "no contract fits")
        }
    }
}
