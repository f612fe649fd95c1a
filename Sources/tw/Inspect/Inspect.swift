import ArgumentParser

struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "See the wire: list messages, decode captures, watch a live connection, play a capture back.",
        subcommands: [InspectSchema.self, InspectDecode.self, InspectProxy.self, InspectReplay.self]
    )
}

/// An address as `HOST:PORT`, or a port on the loopback.
struct Endpoint: ExpressibleByArgument, CustomStringConvertible {
    var host: String
    var port: Int

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard let port = parts.last.flatMap({ Int($0) }), (0...65535).contains(port) else { return nil }
        self.port = port
        self.host = parts.count > 1 ? parts.dropLast().joined(separator: ":") : "127.0.0.1"
    }

    var description: String { "\(host):\(port)" }
    var pair: (host: String, port: Int) { (host, port) }
}
