import NIOCore
import NIOPosix
import TradewindsVocabulary
import TradewindsWire

/// The lines of a capture that a replay can play: those of one connection.
public enum ReplayLines {
    /// Why a capture cannot be played.
    public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong, where, and what to do.
        public var description: String
    }

    /// Reads a capture in JSON lines and keeps those of `connection`, or of the first that it holds.
    public static func read(_ bytes: some Collection<UInt8>, connection: Int?) throws(Refusal) -> [CaptureLine] {
        guard CaptureReader.isLines(bytes) else {
            throw Refusal(
                description: "line 1 is no JSON object: a replay needs a capture in JSON lines, as "
                    + "tw inspect proxy --record writes it; raw bytes hold one direction only")
        }
        var lines: [CaptureLine] = []
        for (index, bytes) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            let text = String(decoding: bytes, as: UTF8.self).drop { $0 == "\u{FEFF}" }
            if text.allSatisfy(\.isWhitespace) { continue }
            do throws(CaptureLine.Refusal) { lines.append(try CaptureLine(String(text))) } catch {
                throw Refusal(description: "line \(index + 1): \(error.description)")
            }
        }
        let wanted = connection ?? lines.first?.connection ?? 0
        let kept = lines.filter { $0.connection == wanted }
        if !kept.isEmpty { return kept }
        let there = Set(lines.map(\.connection)).sorted().map(String.init).joined(separator: ", ")
        throw Refusal(description: "no connection \(wanted) in the capture; it holds \(there)")
    }
}

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
        version = lines.lazy.compactMap { $0.answeredVersion ?? $0.version }.first ?? .floor
        var steps: [[UInt8]] = [[]]
        var isAnswered = false
        for line in lines {
            switch line.direction {
            case .toGateway: if !line.isGreeting { steps.append([]) }
            case .toClient:
                if line.isGreeting { isAnswered = true }
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
    private var frames = FrameSplitter()
    private var next = 0

    init(_ script: ReplayScript) { self.script = script }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        frames.append(unwrapInboundIn(data).readableBytesView)
        while let _ = try? frames.next() {
            guard next < script.steps.count else { return }
            let bytes = script.steps[next]
            next += 1
            if bytes.isEmpty { continue }
            context.writeAndFlush(NIOAny(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
