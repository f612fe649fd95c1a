import ArgumentParser
import Foundation
import Tradewinds
import TradewindsVocabulary
import TradewindsWire

/// What every command that talks to a gateway takes.
struct ClientOptions: ParsableArguments {
    @Option(help: "The gateway's address.")
    var host = "127.0.0.1"

    @Option(help: "The gateway's port: 4002 IB Gateway paper and `tw gateway`, 4001 live, 7497 TWS paper, 7496 live.")
    var port = 4002

    @Option(help: "The client id. Orders belong to it: use the same one to change or cancel them.")
    var clientID: Int32?

    @Flag(help: "Print JSON, one object a line.")
    var json = false

    @Flag(help: "Allow orders on an account that is not a paper account.")
    var live = false

    /// The id that order commands share, so that a later command can change what an earlier one placed.
    static let orderClient: Int32 = 71

    /// Connects, runs `body`, and turns any failure into one clear line and a non-zero exit.
    func run(
        owningOrders: Bool = false, _ body: @concurrent @Sendable (Connection) async throws -> Void
    ) async throws {
        var configuration = Configuration()
        configuration.allowsLiveTrading = live
        let id = clientID ?? (owningOrders ? Self.orderClient : .random(in: 10_000...99_999))
        do {
            try await Tradewinds.withConnection(
                to: .gateway(host: host, port: port), clientID: ClientID(id), configuration: configuration, body)
        } catch let error as IBError {
            throw Failure(error, host: host, port: port)
        }
    }
}

/// One clear line about what failed, for standard error.
struct Failure: Error, CustomStringConvertible {
    var description: String
    /// No gateway answered.
    var isUnreachable = false

    init(_ description: String) { self.description = description }

    init(_ error: IBError, host: String, port: Int) {
        switch error.code {
        case .unreachable:
            description =
                "no gateway answers at \(host):\(port). Start one with `tw gateway`, or name yours with --host and --port."
        case .liveTrading:
            description = "\(error.text) Add --live to allow orders on a live account."
        default: description = error.description
        }
    }
}

/// Names a contract: a symbol, and what tells it from others.
struct ContractOptions: ParsableArguments {
    @Option(help: "STK, FUT, CASH … where the symbol alone is ambiguous.")
    var type: String?

    @Option(help: "The exchange or route.")
    var exchange: String?

    @Option(help: "The currency.")
    var currency: String?

    @Option(help: "The month or last day of a future: yyyyMM or yyyyMMdd.")
    var expiry: String?
}

/// A contract as the user names it: `AAPL`, `EUR.USD`, `ESZ6`, `ES` (the front month), or a contract number.
struct ContractName: Sendable {
    var symbol: String
    var type: SecurityType?
    var exchange: String?
    var currency: String?
    var expiry: String?

    init(_ symbol: String) { self.symbol = symbol.uppercased() }

    init(_ symbol: String, _ options: ContractOptions) {
        self.symbol = symbol.uppercased()
        type = options.type.map { SecurityType(text: $0.uppercased()) }
        exchange = options.exchange
        currency = options.currency
        expiry = options.expiry
    }

    /// The descriptions to try, most likely first.
    private var descriptions: [Contract] {
        var contract = Contract()
        contract.exchange = exchange ?? ""
        contract.currency = currency ?? ""
        contract.expiry = expiry ?? ""
        if let number = Int32(symbol) {
            contract.id = ContractID(number)
            return [contract]
        }
        let parts = symbol.split(separator: ".")
        if type == .currencyPair || (type == nil && parts.count == 2 && parts.allSatisfy { $0.count == 3 }) {
            return [.currencyPair(String(parts[0]), parts.count > 1 ? String(parts[1]) : currency ?? "USD")]
        }
        contract.symbol = symbol
        if let type {
            contract.kind = type
            return [contract]
        }
        var stock = contract
        stock.kind = .stock
        if exchange == nil { stock.exchange = "SMART" }
        if currency == nil { stock.currency = "USD" }
        var future = contract
        future.kind = .future
        var local = future
        local.symbol = ""
        local.localSymbol = symbol
        return expiry == nil ? [stock, local, future] : [future]
    }

    /// All contracts that fit, with details: the first description that anything fits decides.
    func details(_ ib: Connection) async throws -> [ContractData] {
        guard !symbol.allSatisfy(\.isWhitespace) else {
            throw Failure("the symbol is empty: name a contract, such as AAPL, EUR.USD or ES")
        }
        var said: IBError?
        for description in descriptions {
            let outcome = await Self.find(description, ib)
            switch outcome {
            case .success(let found) where !found.isEmpty: return found
            case .success: break
            case .failure(let error) where error.code == .gateway(200): said = error
            case .failure(let error): throw error
            }
        }
        throw IBError(.gateway(200), "\(said?.text ?? "no contract fits"): \(symbol)", remedy: .fixRequest)
    }

    private static func find(_ description: Contract, _ ib: Connection) async -> Result<[ContractData], IBError> {
        do throws(IBError) { return .success(try await ib.contracts(matching: description)) } catch {
            return .failure(error)
        }
    }

    /// The contract meant: of a future series the front month.
    func resolve(_ ib: Connection) async throws -> Contract {
        let found = try await details(ib)
        if found.count == 1 { return found[0].contract }
        let futures = found.filter { $0.contract.kind == .future }
        if futures.count == found.count, let front = futures.min(by: { $0.contract.expiry < $1.contract.expiry }) {
            return front.contract
        }
        let names = found.prefix(6).map { "\($0.contract.localSymbol) (\($0.contract.kind?.text ?? ""))" }
        throw Failure(
            "\(found.count) contracts fit \(symbol): \(names.joined(separator: ", ")). "
                + "Say more with --type, --exchange, --currency or --expiry.")
    }
}
