import Dispatch
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import TradewindsVocabulary
import TradewindsWire

/// Stands between any client and any gateway, passes every byte on unchanged, and tells each frame as it passes.
///
/// Bytes are passed on first and looked at on another thread, so what the proxy adds is one hop through the kernel. It
/// reads from one side only as fast as the other takes it, and as the looking goes: a side that stops reading stops the
/// other, as it would without the proxy.
public final class Proxy: Sendable {
    private let channel: any Channel
    private let looking: DispatchQueue
    /// Where it listens.
    public var port: Int { channel.localAddress?.port ?? 0 }

    /// A frame that passed.
    public struct Passage: Sendable {
        /// The connection, counted from 1.
        public var connection: Int
        /// When its last bytes came, in seconds since 1970.
        public var time: Double
        /// The frame.
        public var inspection: Inspection
        /// The negotiated version; `nil` before it is known.
        public var version: ServerVersion?

        /// The JSON object for the frame, with time and connection in front.
        public var json: String {
            var place = JSONLine()
            place.add(raw: "time", "\(time)")
            place.add(raw: "connection", "\(connection)")
            if inspection.error != nil, inspection.frame > 0 {
                place.add(raw: "frame", "\(inspection.frame)")
                place.add(raw: "offset", "\(inspection.offset)")
            }
            return inspection.json(after: place)
        }
    }

    /// Why a proxy cannot be.
    public enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// It would be its own gateway.
        case connectsToItself(host: String, port: Int)

        /// What is wrong.
        public var description: String {
            switch self {
            case .connectsToItself(let host, let port): "\(host):\(port) is where the proxy itself listens"
            }
        }
    }

    /// Listens on `listen` and connects each client to `target`.
    ///
    /// - `observe`: Called for each frame, in order, on a thread of the proxy's own.
    /// - `complain`: Called with the connection and a line of text where the gateway cannot be reached; the client is
    ///   hung up on then, and the proxy goes on listening.
    /// - Throws: where the port is taken, the address cannot be bound, or `target` is `listen`.
    public init(
        listen: (host: String, port: Int), target: (host: String, port: Int),
        on group: MultiThreadedEventLoopGroup = .singleton,
        complain: @escaping @Sendable (Int, String) -> Void = { _, _ in },
        observe: @escaping @Sendable (Passage) -> Void
    ) async throws {
        try ProxyAddress.refuseLoop(listen: listen, target: target)
        let counter = ConnectionCounter()
        let looking = DispatchQueue(label: "tradewinds.proxy")
        self.looking = looking
        channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { client in
                let number = counter.next()
                let watch = Watch(connection: number, on: looking, observe: observe)
                return ClientBootstrap(group: client.eventLoop)
                    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .channelOption(.autoRead, value: false)
                    .connect(host: target.host, port: target.port)
                    .flatMapThrowing { gateway in
                        let passing = PassHandler.pair(client: client, gateway: gateway, watch: watch)
                        try client.pipeline.syncOperations.addHandler(passing.client)
                        try gateway.pipeline.syncOperations.addHandler(passing.gateway)
                        // The client's handler begins to read once its channel is active, which is after this.
                        gateway.read()
                    }
                    .flatMapErrorThrowing { error in
                        complain(number, ProxyAddress.reason(error, target: target))
                        client.close(promise: nil)
                        throw error
                    }
            }
            .bind(host: listen.host, port: listen.port).get()
    }

    /// Stops listening; connections under way go on. Returns once every frame that has passed has been told.
    public func close() async throws {
        try await channel.close()
        await withCheckedContinuation { continuation in looking.async { continuation.resume() } }
    }

    /// Waits until ``close()`` has been called.
    public func wait() async throws { try await channel.closeFuture.get() }
}

private final class ConnectionCounter: Sendable {
    private let count = NIOLockedValueBox(0)
    func next() -> Int {
        count.withLockedValue {
            $0 += 1
            return $0
        }
    }
}
