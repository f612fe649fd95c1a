import NIOCore
import NIOPosix
import Synchronization
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// A gateway that answers each request with the messages that a script gives, on a free port of the loopback interface.
public final class ScriptedPeer: Sendable {
    /// Gives the messages that answer a request.
    public typealias Script = @Sendable (Request) -> [Event]

    /// The port on which it listens.
    public let port: Int
    private let state: PeerState

    private init(port: Int, state: PeerState) {
        self.port = port
        self.state = state
    }

    /// Requests that arrived, oldest first.
    public var requests: [Request] { state.values.withLock { $0.requests } }

    /// Sends messages that nothing asked for.
    public func send(_ events: [Event]) { state.values.withLock { $0.send }?(events) }

    /// Runs `body` while a peer listens.
    ///
    /// - `version`: The version it speaks; it says so even to a client that cannot.
    /// - `accounts`: The accounts told at the start.
    public static func withPeer<Result: Sendable>(
        version: ServerVersion = .newest, accounts: [String] = ["DU1000001"], script: @escaping Script,
        _ body: @Sendable (ScriptedPeer) async throws -> Result
    ) async throws -> Result {
        let state = PeerState()
        let full: Script = { request in
            guard case .startApi = request else { return script(request) }
            var managed = ManagedAccounts()
            managed.accounts = accounts.joined(separator: ",")
            var valid = NextValidId()
            valid.order = 1
            return [.managedAccounts(managed), .nextValidId(valid)] + script(request)
        }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        PeerHandler(version: version, state: state, script: full))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let peer = ScriptedPeer(port: channel.localAddress?.port ?? 0, state: state)
            let result = try await body(peer)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }
}

/// What the peer's thread and the test share.
final class PeerState: Sendable {
    struct Values {
        var requests: [Request] = []
        var send: (@Sendable ([Event]) -> Void)?
    }
    let values = Mutex(Values())
}

private final class PeerHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let version: ServerVersion
    private let state: PeerState
    private let script: ScriptedPeer.Script
    private var handshake = GatewayHandshake()
    private var buffer = FrameBuffer()
    private var isGreeted = false

    init(version: ServerVersion, state: PeerState, script: @escaping ScriptedPeer.Script) {
        self.version = version
        self.state = state
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data).readableBytesView
        do {
            if isGreeted { buffer.append(bytes) } else { try greet(bytes, context) }
            while isGreeted, let body = try buffer.next() {
                let request = try body.withUnsafeBytes { frame in try Request(frame: frame, version: version) }
                state.values.withLock { $0.requests.append(request) }
                write(script(request), context)
            }
        } catch { context.close(promise: nil) }
    }

    private func greet(_ bytes: ByteBufferView, _ context: ChannelHandlerContext) throws {
        guard try handshake.receive(bytes) != nil else { return }
        isGreeted = true
        buffer.append(handshake.remainder())
        let answer = GatewayHandshake.answer(version: version, connectionTime: "20261123 10:00:00 EST")
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        state.values.withLock { values in
            values.send = { events in loop.execute { bound.value.0.write(events, bound.value.1) } }
        }
    }

    private func write(_ events: [Event], _ context: ChannelHandlerContext) {
        guard !events.isEmpty else { return }
        var writer = MessageWriter(version: version)
        do { for event in events { try writer.write(event) } } catch { return context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: writer.bytes)), promise: nil)
    }
}
