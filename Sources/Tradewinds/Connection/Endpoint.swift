/// Where a gateway listens.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    /// The host's name or address.
    public var host: String
    /// The port: 4001 and 4002 for IB Gateway, 7496 and 7497 for Trader Workstation, live and paper.
    public var port: Int

    /// A gateway at `host` and `port`.
    public static func gateway(host: String = "127.0.0.1", port: Int) -> Self { Self(host: host, port: port) }

    /// The ports that a connection can go to.
    private static let ports = 1...Int(UInt16.max)

    /// - Throws: `IBError` for a port that none can be; its lower 16 bits would be another's.
    func check() throws(IBError) {
        guard Self.ports.contains(port) else {
            throw IBError(
                .invalid, "port \(port) is none: ports are \(Self.ports.lowerBound) to \(Self.ports.upperBound)",
                remedy: .fixRequest)
        }
    }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }
}
