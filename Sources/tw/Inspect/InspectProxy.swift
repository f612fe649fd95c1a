import ArgumentParser
import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

struct InspectProxy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proxy",
        abstract: "Stand between a client and a gateway and print what passes, without changing a byte."
    )

    @Option(help: "Where the client connects: PORT or HOST:PORT.")
    var listen = Endpoint(argument: "4003")!

    @Option(help: "Where the gateway is: PORT or HOST:PORT.")
    var to = Endpoint(argument: "127.0.0.1:4002")!

    @Option(help: "Also record the frames, with times, to this file.", completion: .file())
    var record: String?

    @Flag(help: "Mask account ids in what is printed and recorded.")
    var redact = false

    @Flag(help: "Print nothing; only record.")
    var quiet = false

    func run() async throws {
        let masksRecord = redact
        let recorder = try record.map { try CaptureFile(path: $0, redact: masksRecord) }
        let (quiet, redact) = (quiet, redact)
        let proxy: Proxy
        do {
            proxy = try await Proxy(listen: listen.pair, target: to.pair) { passage in
                if !quiet {
                    let json = passage.inspection.json
                    print(redact ? Redaction.masked(json) : json)
                    // Whoever reads along, or ends the proxy, has every line.
                    fflush(nil)
                }
                recorder?.write(passage)
            }
        } catch {
            throw ValidationError("cannot listen on \(listen): \(error). Choose another port with --listen.")
        }
        FileHandle.standardError.write(Data("listening on \(listen.host):\(proxy.port), passing to \(to)\n".utf8))
        try await proxy.wait()
    }
}

/// A capture being written: one JSON line a frame, with its time.
final class CaptureFile: @unchecked Sendable {
    // Unchecked: the handle is only used under the lock.
    private let handle: FileHandle
    private let lock = NSLock()
    private let redact: Bool

    init(path: String, redact: Bool) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw ValidationError("cannot write \(path): no such folder, or no permission") }
        self.handle = handle
        self.redact = redact
    }

    func write(_ passage: Proxy.Passage) {
        let inspection = passage.inspection
        let body = redact ? Redaction.masked(inspection.body) : inspection.body
        let version = passage.version.map { "\"server_version\":\($0)," } ?? ""
        let time = Date().timeIntervalSince1970
        let line =
            "{\"time\":\(time),\"connection\":\(passage.connection),\"direction\":\"\(inspection.direction.rawValue)\","
            + "\(version)\"name\":\"\(inspection.name)\",\"hex\":\"\(Hex.text(body))\"}\n"
        lock.withLock { handle.write(Data(line.utf8)) }
    }
}
