import ArgumentParser
import Foundation
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

struct QuoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote", abstract: "Stream quotes, or show them once with --snapshot.")

    @Argument(help: "Symbols: AAPL, EUR.USD, ESZ6, ES for the front month, or a contract number.")
    var symbols: [String]

    @Flag(help: "Show the quotes once and end.")
    var snapshot = false

    @OptionGroup var contract: ContractOptions
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let names = symbols.map { ContractName($0, contract) }
        let (snapshot, json) = (snapshot, client.json)
        try await client.run { ib in
            var contracts: [Contract] = []
            for name in names { contracts.append(try await name.resolve(ib)) }
            if snapshot {
                for contract in contracts { Self.show(contract, try await ib.snapshot(contract), json: json) }
                return
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for contract in contracts {
                    group.addTask {
                        for try await quote in ib.quotes(contract) { Self.show(contract, quote, json: json) }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private static func show(_ contract: Contract, _ quote: Quote, json: Bool) {
        let pairs: [(String, Cell)] = [
            ("symbol", Cell(contract.localSymbol)), ("bid", Cell(quote.bid)),
            ("bid_size", Cell(number: quote.bidSize)), ("ask", Cell(quote.ask)),
            ("ask_size", Cell(number: quote.askSize)), ("last", Cell(quote.last)),
            ("last_size", Cell(number: quote.lastSize)),
            ("change", Cell(quote.change.map { ($0 * 1e6).rounded() / 1e6 })),
            ("volume", Cell(number: quote.volume)),
        ]
        if json {
            print(Table.object(pairs))
        } else {
            print(pairs.map { $0.0 == "symbol" ? $0.1.plain : "\($0.0) \($0.1.plain)" }.joined(separator: "  "))
        }
        fflush(nil)
    }
}
