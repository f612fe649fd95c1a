import ArgumentParser
import Foundation
import TradewindsInspector
import TradewindsVocabulary

struct InspectReplay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Play the gateway's side of a capture to a client."
    )

    @Argument(help: "A capture in JSON lines, as the proxy records it.", completion: .file())
    var file: String

    @Option(help: "Where the client connects: PORT or HOST:PORT.")
    var listen = Endpoint(argument: "4003")!

    @Option(help: "Which connection of the capture; the first where none is named.")
    var connection: Int?

    func run() async throws {
        let data = try CaptureInput.read(file)
        let lines: [CaptureLine]
        do throws(ReplayLines.Refusal) { lines = try ReplayLines.read(data, connection: connection) } catch {
            throw ValidationError("\(file): \(error.description)")
        }
        let replay: Replay
        do { replay = try await Replay(lines, listen: listen.pair) } catch {
            throw ValidationError(
                "cannot listen on \(listen): \(NetworkFailure.reason(error)). Choose another port with --listen.")
        }
        FileHandle.standardError.write(Data("listening on \(listen.host):\(replay.port)\n".utf8))
        try await replay.wait()
    }
}
