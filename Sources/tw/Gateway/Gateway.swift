import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsGateway

struct Gateway: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a simulated gateway that real clients of any language connect to.",
        discussion: "It binds to the loopback unless --host says otherwise. Ctrl-C ends it."
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = 4002

    @OptionGroup var options: MarketOptions

    func run() async throws {
        let server: GatewayServer
        do {
            server = try await GatewayServer(
                market: try options.market(), configuration: options.configuration, host: host, port: port,
                pace: .wall(speed: options.speed), replayEnded: ReplayEnd.tell)
        } catch let error as GatewayServer.StartError {
            throw ValidationError(error.description)
        }
        print("listening on \(server.host):\(server.port)")
        fflush(nil)
        await Interruption.wait()
        await server.stop()
    }
}

/// Waits for Ctrl-C or a request to end.
enum Interruption {
    static func wait() async {
        let signals = AsyncStream<Void> { continuation in
            let sources = [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield() }
                source.resume()
                return source
            }
            let kept = SignalSources(sources)
            continuation.onTermination = { _ in kept.cancel() }
        }
        for await _ in signals { return }
    }
}

/// Keeps signal sources alive until they are cancelled.
private final class SignalSources: @unchecked Sendable {
    // Unchecked: the array is never changed, and dispatch sources may be cancelled from any thread.
    private let sources: [any DispatchSourceSignal]
    init(_ sources: [any DispatchSourceSignal]) { self.sources = sources }
    func cancel() { for source in sources { source.cancel() } }
}
