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

    @Option(help: "Which connection of the capture.")
    var connection: Int?

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("cannot read \(file): no such file, or no permission")
        }
        var lines: [CaptureLine] = []
        for (index, text) in String(decoding: data, as: UTF8.self).split(separator: "\n").enumerated() {
            do throws(CaptureLine.Refusal) { lines.append(try CaptureLine(String(text))) } catch {
                throw ValidationError("\(file):\(index + 1): \(error.description)")
            }
        }
        let wanted = connection ?? lines.first?.connection ?? 0
        let replay: Replay
        do { replay = try await Replay(lines.filter { $0.connection == wanted }, listen: listen.pair) } catch {
            throw ValidationError("cannot listen on \(listen): \(error). Choose another port with --listen.")
        }
        FileHandle.standardError.write(Data("listening on \(listen.host):\(replay.port)\n".utf8))
        try await replay.wait()
    }
}
