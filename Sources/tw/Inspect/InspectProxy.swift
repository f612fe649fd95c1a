import ArgumentParser
import Foundation
import TradewindsInspector
import TradewindsVocabulary

struct InspectProxy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proxy",
        abstract: "Stand between a client and a gateway and print what passes, without changing a byte.",
        discussion: """
            Each frame is one JSON object with the time, the connection (counted from 1), the direction and the fields. \
            Where the gateway cannot be reached, a line on standard error says so and the client is hung up on.

            --redact masks account ids in what is printed and recorded, keeping the lengths, so that records stay \
            decodable: the ids that managedAccounts and the account fields of any message have told, wherever they stand, \
            and what looks like one (DU1234567, U1234567, DUH123456, DU1234567A). It does not mask names of users and \
            models, order references, amounts, or an id of another shape before a message has told it; a number or a \
            text that looks like an account id is masked too.
            """
    )

    @Option(help: "Where the client connects: PORT or HOST:PORT.")
    var listen = Endpoint(argument: "4003")!

    @Option(help: "Where the gateway is: PORT or HOST:PORT.")
    var to = Endpoint(argument: "127.0.0.1:4002")!

    @Option(help: "Also record the frames, with times, to this new file.", completion: .file())
    var record: String?

    @Flag(help: "Record over a file that exists.")
    var force = false

    @Flag(help: "Mask account ids in what is printed and recorded.")
    var redact = false

    @Flag(help: "Print nothing; only record.")
    var quiet = false

    func run() async throws {
        let output = ProxyOutput(
            file: try record.map { try CaptureFile(path: $0, replacing: force) }, prints: !quiet, redacts: redact)
        let proxy: Proxy
        do {
            proxy = try await Proxy(
                listen: listen.pair, target: to.pair,
                complain: { Self.say("connection \($0): \($1)") },
                observe: { output.take($0) })
        } catch let refusal as Proxy.Refusal {
            throw ValidationError("\(refusal). Name the gateway with --to, or another port with --listen.")
        } catch {
            throw ValidationError(
                "cannot listen on \(listen): \(NetworkFailure.reason(error)). Choose another port with --listen.")
        }
        Self.say("listening on \(listen.host):\(proxy.port), passing to \(to)")
        try await proxy.wait()
    }

    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
