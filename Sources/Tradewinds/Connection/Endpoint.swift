/// Where a gateway listens.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    /// The host's name or address.
    public var host: String
    /// The port: 4001 and 4002 for IB Gateway, 7496 and 7497 for Trader Workstation, live and paper.
    public var port: Int

    /// A gateway at `host` and `port`.
    public static func gateway(host: String = "127.0.0.1", port: Int) -> Self { Self(host: host, port: port) }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }
}
