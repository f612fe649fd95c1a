import Dispatch
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import NIOPosix
import Testing
import TradewindsVocabulary
import TradewindsWire

@testable import TradewindsInspector

/// The proxy on the loopback.
@Suite
struct ProxyTests {
    private static let group = MultiThreadedEventLoopGroup.singleton

    /// A gateway that sends `bytes` to each client and reads nothing.
    private static func gateway(_ bytes: [UInt8]) async throws -> any Channel {
        try await ServerBootstrap(group: group)
            .childChannelInitializer { client in
                client.eventLoop.makeCompletedFuture { try client.pipeline.syncOperations.addHandler(Sender(bytes)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    private final class Sender: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let bytes: [UInt8]
        init(_ bytes: [UInt8]) { self.bytes = bytes }
        func channelActive(context: ChannelHandlerContext) {
            let channel = context.channel
            channel.writeAndFlush(channel.allocator.buffer(bytes: bytes)).whenComplete { _ in
                channel.close(promise: nil)
            }
        }
    }

    /// Counts what arrives; tells once `wanted` bytes are there, or the end.
    private final class Counter: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let done: EventLoopPromise<Int>
        private let wanted: Int
        private var count = 0
        init(_ wanted: Int, _ done: EventLoopPromise<Int>) { (self.wanted, self.done) = (wanted, done) }
        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            count += unwrapInboundIn(data).readableBytes
            if count >= wanted { done.succeed(count) }
        }
        func channelInactive(context: ChannelHandlerContext) { done.succeed(count) }
    }

    private static func client(
        to port: Int, wanting count: Int, reads: Bool = true
    ) async throws -> (channel: any Channel, done: EventLoopFuture<Int>) {
        let done = group.next().makePromise(of: Int.self)
        let channel = try await ClientBootstrap(group: group)
            .channelOption(.autoRead, value: reads)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Counter(count, done))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return (channel, done.futureResult)
    }

    @Test func saysThatTheGatewayIsMissing() async throws {
        let closed = try await Self.gateway([])
        let port = try #require(closed.localAddress?.port)
        try await closed.close()
        let said = NIOLockedValueBox<[String]>([])
        let proxy = try await Proxy(
            listen: ("127.0.0.1", 0), target: ("127.0.0.1", port),
            complain: { connection, text in said.withLockedValue { $0.append("\(connection) \(text)") } },
            observe: { _ in })
        for _ in 0..<2 {
            let client = try await Self.client(to: proxy.port, wanting: 1)
            #expect(try await client.done.get() == 0)
        }
        try await proxy.close()
        #expect(
            said.withLockedValue { $0 } == [
                "1 cannot reach 127.0.0.1:\(port): Connection refused",
                "2 cannot reach 127.0.0.1:\(port): Connection refused",
            ])
    }

    @Test(arguments: [("127.0.0.1", "127.0.0.1"), ("127.0.0.1", "localhost"), ("0.0.0.0", "127.0.0.1")])
    func refusesToConnectToItself(listen: String, target: String) async throws {
        await #expect(throws: Proxy.Refusal.self) {
            try await Proxy(listen: (listen, 45_873), target: (target, 45_873), observe: { _ in })
        }
    }

    /// A client that does not take more is not sent more: the gateway is read again once it does.
    @Test func aSlowReaderHoldsTheOtherSideUp() throws {
        let loop = EmbeddedEventLoop()
        let (client, gateway) = (EmbeddedChannel(loop: loop), EmbeddedChannel(loop: loop))
        let reads = ReadCounter()
        try gateway.pipeline.syncOperations.addHandler(reads)
        let passing = PassHandler.pair(
            client: client, gateway: gateway,
            watch: Watch(connection: 1, on: DispatchQueue(label: "looking"), observe: { _ in }))
        try client.pipeline.syncOperations.addHandler(passing.client)
        try gateway.pipeline.syncOperations.addHandler(passing.gateway)
        try gateway.writeInbound(ByteBuffer(string: "first"))
        #expect(reads.count == 1)
        client.isWritable = false
        try gateway.writeInbound(ByteBuffer(string: "second"))
        client.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 1)
        client.isWritable = true
        client.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 2)
        client.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 2)
        #expect(try client.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "first"))
        #expect(try client.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "second"))
    }

    private final class ReadCounter: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer
        var count = 0
        func read(context: ChannelHandlerContext) {
            count += 1
            context.read()
        }
    }

    /// A client that reads late gets every byte, although the gateway hung up long before.
    @Test func aLateReaderGetsEveryByte() async throws {
        let frames = Array(repeating: CaptureBytes.text("9", "1", "5"), count: 400_000).flatMap { $0 }
        let bytes = CaptureBytes.text("176", "20261118 10:30:00 EST") + frames
        let gateway = try await Self.gateway(bytes)
        let told = NIOLockedValueBox(0)
        let proxy = try await Proxy(
            listen: ("127.0.0.1", 0), target: ("127.0.0.1", try #require(gateway.localAddress?.port)),
            observe: { _ in told.withLockedValue { $0 += 1 } })
        let client = try await Self.client(to: proxy.port, wanting: bytes.count, reads: false)
        try await client.channel.setOption(.autoRead, value: true).get()
        #expect(try await client.done.get() == bytes.count)
        try? await client.channel.close()
        try await gateway.close()
        try await proxy.close()
        #expect(told.withLockedValue { $0 } == 400_001)
    }

    /// Two connections at once are told apart.
    @Test func tellsConnectionAndTime() async throws {
        let bytes = CaptureBytes.text("176", "20261118 10:30:00 EST")
        let gateway = try await Self.gateway(bytes)
        let told = NIOLockedValueBox<[String]>([])
        let proxy = try await Proxy(
            listen: ("127.0.0.1", 0), target: ("127.0.0.1", try #require(gateway.localAddress?.port)),
            observe: { passage in told.withLockedValue { $0.append(passage.json) } })
        for _ in 0..<2 {
            let client = try await Self.client(to: proxy.port, wanting: bytes.count)
            #expect(try await client.done.get() == bytes.count)
            try? await client.channel.close()
        }
        try await gateway.close()
        try await proxy.close()
        let lines = try told.withLockedValue { try $0.map { try StrictJSON($0) } }
        #expect(lines.map { $0["connection"] } == [.number("1"), .number("2")])
        #expect(lines.allSatisfy { $0.keys.first == "time" })
    }
}
