import Logging
import NIOCore
import NIOPosix
import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// A gateway on a TCP port.
///
/// One event loop owns the core, so every client sees one order of events.
public final class GatewayServer: Sendable {
    /// What moves market time.
    public enum Pace: Sendable, Hashable {
        /// The wall clock: so many market seconds for one second, counted from the server's start.
        case wall(speed: Double)
        /// ``GatewayServer/step()`` alone.
        case stepped
    }

    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let desk: NIOLoopBound<GatewayDesk>
    private let timer: RepeatedTask?
    /// Where it listens.
    public let host: String
    /// Where it listens; the real port where 0 was asked.
    public let port: Int

    /// What can go wrong when starting.
    public enum StartError: Error, CustomStringConvertible {
        /// The port is taken, or the address is not this machine's.
        case cannotListen(host: String, port: Int, reason: String)
        /// Names the address and the remedy.
        public var description: String {
            switch self {
            case .cannotListen(let host, let port, let reason):
                "cannot listen on \(host):\(port): \(reason); choose another port with --port"
            }
        }
    }

    /// Starts a gateway on `market`.
    ///
    /// - `port`: 0 for any free port.
    /// - `pace`: What moves market time.
    /// - `replayEnded`: Is told once of each recording that is over.
    /// - Throws: ``StartError`` where the port is taken, or is none.
    public init(
        market: Market, configuration: GatewayConfiguration = GatewayConfiguration(), host: String = "127.0.0.1",
        port: Int = 4002, pace: Pace = .wall(speed: 1), logger: Logger = Logger(label: "tradewinds.gateway"),
        replayEnded: @escaping @Sendable (ReplayEnd) -> Void = { _ in }
    ) async throws {
        guard Self.ports.contains(port) else {
            let ports = "\(Self.ports.lowerBound) to \(Self.ports.upperBound)"
            throw StartError.cannotListen(host: host, port: port, reason: "ports are \(ports)")
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let core = GatewayCore(market: market, configuration: configuration)
        let clock: ReplayClock? =
            switch pace {
            case .wall(let speed): market.clock(from: GatewayDesk.wallTime(), speed: speed)
            case .stepped: nil
            }
        let desk = try await loop.submit {
            NIOLoopBound(
                GatewayDesk(core: core, clock: clock, logger: logger, replayEnded: replayEnded), eventLoop: loop)
        }.get()
        do {
            channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .serverChannelOption(.backlog, value: 64)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { child in
                    child.eventLoop.makeCompletedFuture {
                        try child.pipeline.syncOperations.addHandler(GatewayHandler(desk.value))
                    }
                }
                .bind(host: host, port: port).get()
        } catch {
            try? await group.shutdownGracefully()
            throw StartError.cannotListen(host: host, port: port, reason: Self.reason(error))
        }
        self.group = group
        self.desk = desk
        self.host = host
        self.port = channel.localAddress?.port ?? port
        timer = clock.map { _ in
            loop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(5)) { _ in desk.value.tick() }
        }
    }

    /// The ports to listen on; 0 for any free one.
    private static let ports = 0...Int(UInt16.max)

    private static func reason(_ error: any Error) -> String {
        if let error = error as? IOError, error.errnoCode == EADDRINUSE { return "the port is in use" }
        return "\(error)"
    }

    /// Closes all connections and stops.
    public func stop() async {
        timer?.cancel()
        try? await channel.close().get()
        try? await group.shutdownGracefully()
    }

    /// Moves market time on by one update of the market and sends what it led to, for ``Pace/stepped``.
    ///
    /// Returns the update; `nil` where the market has no prices left.
    public func step() async throws -> MarketUpdate? {
        try await group.next().submit { [desk] in desk.value.step() }.get()
    }

    /// Waits until the gateway has stopped listening.
    public func wait() async throws { try await channel.closeFuture.get() }
}
