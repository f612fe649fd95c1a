import ArgumentParser
import Foundation
import Tradewinds
import TradewindsExchange
import TradewindsGateway
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

struct UpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Run the whole house: gateway, client and a strategy that trades through the socket.",
        discussion: "Any other client can connect to the same port meanwhile and trade beside it. Ctrl-C ends it."
    )

    @Option(help: "The port of the embedded gateway.")
    var port = 4002

    @Option(name: .customLong("for"), parsing: .unconditional, help: "End after this long, such as 30s or 5m.")
    var duration: String?

    @Option(help: "Seconds of the strategy's bars.")
    var bar = 1

    @Option(help: "Bars of the strategy's fast average.")
    var fast = 5

    @Option(help: "Bars of the strategy's slow average.")
    var slow = 15

    @OptionGroup var options: MarketOptions

    private static let symbols = ["AAPL", "MSFT", "IBM", "GOOG", "EUR.USD", "ES"]

    func run() async throws {
        let length = try duration.map(Self.seconds)
        guard bar > 0 else { throw ValidationError("--bar is above zero") }
        guard fast > 0, slow > fast else { throw ValidationError("--fast is above zero and --slow above --fast") }
        var parameters = MovingAverageCrossover.Parameters()
        (parameters.fast, parameters.slow) = (fast, slow)
        var options = options
        if options.data == nil, FileManager.default.fileExists(atPath: "Data") { options.data = "Data" }
        let market = try options.market()
        let server: GatewayServer
        do {
            server = try await GatewayServer(
                market: market, configuration: options.configuration, port: port,
                pace: .wall(speed: options.speed), replayEnded: ReplayEnd.tell)
        } catch let error as GatewayServer.StartError {
            throw ValidationError(error.description)
        }
        print(
            "gateway on \(server.host):\(server.port), \(options.data.map { "replaying \($0)" } ?? "synthetic market")")
        let run = HouseRun(
            market: market, parameters: parameters, barSeconds: bar, cash: Double(options.cash),
            symbols: Self.symbols, length: length)
        do {
            try await Tradewinds.withConnection(to: .gateway(port: server.port), clientID: 1) { ib in
                try await run.run(ib)
            }
        } catch {
            await server.stop()
            throw Failure("\(error)")
        }
        await server.stop()
    }

    private static func seconds(_ text: String) throws -> Duration {
        let digits = text.prefix { $0.isNumber }
        guard let count = Int(digits), count > 0 else { throw ValidationError("--for \(text): write 30s or 5m") }
        switch text.dropFirst(digits.count) {
        case "", "s": return .seconds(count)
        case "m": return .seconds(60 * count)
        default: throw ValidationError("--for \(text): write 30s or 5m")
        }
    }
}
