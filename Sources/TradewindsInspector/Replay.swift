import NIOCore
import NIOPosix
import TradewindsVocabulary
import TradewindsWire

/// Plays the gateway's side of a capture to a client.
///
/// The client's requests are not compared with the capture's, only counted: what the gateway sent after the n-th
/// request of the capture is sent once the client has sent n requests. The version answer is the capture's own.
public final class Replay: Sendable {
    private let channel: any Channel
    /// Where it listens.
    public var port: Int { channel.localAddress?.port ?? 0 }

    /// Listens for clients and plays `lines` to each.
    ///
    /// - Throws: where the port is taken or the address cannot be bound.
    public init(
        _ lines: [CaptureLine], listen: (host: String, port: Int),
        on group: MultiThreadedEventLoopGroup = .singleton
    ) async throws {
        let script = ReplayScript(lines)
        channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { client in
                client.eventLoop.makeCompletedFuture {
                    try client.pipeline.syncOperations.addHandler(ReplayHandler(script))
                }
            }
            .bind(host: listen.host, port: listen.port).get()
    }

    /// Stops listening.
    public func close() async throws { try await channel.close() }

    /// Waits until ``close()`` has been called.
    public func wait() async throws { try await channel.closeFuture.get() }
}

/// What the gateway of a capture sent, cut at each request of the client.
struct ReplayScript: Sendable, Hashable {
    /// The frames to send after the greeting, after the first request, after the second, …
    private(set) var steps: [[UInt8]]
    /// The version that the capture's frames speak.
    let version: ServerVersion

    init(_ lines: [CaptureLine]) {
        version = lines.lazy.compactMap(\.version).first ?? .floor
        var steps: [[UInt8]] = [[]]
        var isAnswered = false
        for line in lines {
            let isGreeting = line.name == "handshake" || line.name == "HANDSHAKE"
            switch line.direction {
            case .toGateway: if !isGreeting { steps.append([]) }
            case .toClient:
                if line.name == "serverVersion" || line.name == "HANDSHAKE_REPLY" { isAnswered = true }
                let length = UInt32(line.body.count).bigEndian
                withUnsafeBytes(of: length) { steps[steps.count - 1].append(contentsOf: $0) }
                steps[steps.count - 1].append(contentsOf: line.body)
            }
        }
        if !isAnswered { steps[0] = Self.answer(version) + steps[0] }
        self.steps = steps
    }

    private static func answer(_ version: ServerVersion) -> [UInt8] {
        let body = Array("\(version)\u{0}19700101 00:00:00 UTC\u{0}".utf8)
        return withUnsafeBytes(of: UInt32(body.count).bigEndian) { Array($0) } + body
    }
}

private final class ReplayHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let script: ReplayScript
    private var conversation = Conversation()
    private var next = 0

    init(_ script: ReplayScript) { self.script = script }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        for _ in conversation.take(unwrapInboundIn(data).readableBytesView, .toGateway) {
            guard next < script.steps.count else { return }
            let bytes = script.steps[next]
            next += 1
            if bytes.isEmpty { continue }
            context.writeAndFlush(NIOAny(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
