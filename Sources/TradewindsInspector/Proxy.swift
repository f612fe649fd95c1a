import Dispatch
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import TradewindsVocabulary
import TradewindsWire

/// Stands between any client and any gateway, passes every byte on unchanged, and tells each frame as it passes.
///
/// Bytes are passed on first and looked at on another thread, so what the proxy adds is one hop through the kernel.
public final class Proxy: Sendable {
    private let channel: any Channel
    private let looking: DispatchQueue
    /// Where it listens.
    public var port: Int { channel.localAddress?.port ?? 0 }

    /// A frame that passed.
    public struct Passage: Sendable {
        /// The connection, counted from 1.
        public var connection: Int
        /// The frame.
        public var inspection: Inspection
        /// The negotiated version; `nil` before it is known.
        public var version: ServerVersion?
    }

    /// Listens on `listen` and connects each client to `target`.
    ///
    /// - `observe`: Called for each frame, in order, on a thread of the proxy's own.
    /// - Throws: where the port is taken or the address cannot be bound.
    public init(
        listen: (host: String, port: Int), target: (host: String, port: Int),
        on group: MultiThreadedEventLoopGroup = .singleton, observe: @escaping @Sendable (Passage) -> Void
    ) async throws {
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
                        try client.pipeline.syncOperations.addHandler(
                            PassHandler(to: gateway, .toGateway, watch: watch))
                        try gateway.pipeline.syncOperations.addHandler(
                            PassHandler(to: client, .toClient, watch: watch))
                        gateway.setOption(.autoRead, value: true).and(client.setOption(.autoRead, value: true))
                            .whenFailure { _ in client.close(promise: nil) }
                    }
                    .flatMapErrorThrowing { error in
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

/// The conversation of one connection, looked at from both directions, one piece after the other.
private final class Watch: @unchecked Sendable {
    // Unchecked: the conversation is touched on the serial queue alone.
    private var conversation = Conversation()
    private let connection: Int
    private let queue: DispatchQueue
    private let observe: @Sendable (Proxy.Passage) -> Void

    init(connection: Int, on queue: DispatchQueue, observe: @escaping @Sendable (Proxy.Passage) -> Void) {
        self.connection = connection
        self.queue = queue
        self.observe = observe
    }

    func take(_ bytes: ByteBuffer, _ direction: Direction) {
        queue.async { self.look(at: bytes.readableBytesView, direction) }
    }

    private func look(at bytes: ByteBufferView, _ direction: Direction) {
        for inspection in conversation.take(bytes, direction) {
            observe(Proxy.Passage(connection: connection, inspection: inspection, version: conversation.version))
        }
    }
}

private final class PassHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let peer: any Channel
    private let direction: Direction
    private let watch: Watch

    init(to peer: any Channel, _ direction: Direction, watch: Watch) {
        self.peer = peer
        self.direction = direction
        self.watch = watch
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        peer.writeAndFlush(buffer, promise: nil)
        watch.take(buffer, direction)
    }

    func channelInactive(context: ChannelHandlerContext) { peer.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
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
