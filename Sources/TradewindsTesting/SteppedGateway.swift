import NIOCore
import NIOEmbedded
import Tradewinds
import TradewindsExchange
import TradewindsGateway
import TradewindsVocabulary
import TradewindsWire

/// A simulated gateway with a client, whose market moves only by ``step()``.
///
/// Everything that a step leads to has been sent to the client when it returns; to see it in the client, ask the gateway
/// something and wait for the answer.
public struct SteppedGateway: Sendable {
    /// How client and gateway are joined.
    public enum Link: Sendable, Hashable, CaseIterable {
        /// By a socket on the loopback interface.
        case loopback
        /// In memory. The client's clock stands still unless the test moves it with ``SteppedGateway/advanceClock(by:)``.
        case memory
    }

    /// The client's connection.
    public let connection: Connection
    private let advance: @Sendable () async throws -> MarketUpdate?
    private let loop: NIOAsyncTestingEventLoop?

    /// Moves the market on by one update, which is returned; `nil` where there are no prices left.
    public func step() async throws -> MarketUpdate? { try await advance() }

    /// Moves the clock of a client in memory on: deadlines pass, paced messages go out. Over loopback nothing happens.
    public func advanceClock(by time: Duration) async { await loop?.advanceTime(by: TimeAmount(time)) }

    /// Runs `body` with a gateway on `market` and a client of it.
    public static func withClient<Result: Sendable>(
        over link: Link, market: Market, configuration: GatewayConfiguration = GatewayConfiguration(),
        client: Configuration = Configuration(), _ body: @concurrent @Sendable (SteppedGateway) async throws -> Result
    ) async throws -> Result {
        switch link {
        case .loopback: try await overLoopback(market, configuration, client, body)
        case .memory: try await inMemory(market, configuration, client, body)
        }
    }

    private static func overLoopback<Result: Sendable>(
        _ market: Market, _ configuration: GatewayConfiguration, _ client: Configuration,
        _ body: @concurrent @Sendable (SteppedGateway) async throws -> Result
    ) async throws -> Result {
        let server = try await GatewayServer(market: market, configuration: configuration, port: 0, pace: .stepped)
        do {
            let result = try await Tradewinds.withConnection(
                to: .gateway(port: server.port), clientID: 1, configuration: client
            ) { ib in try await body(SteppedGateway(connection: ib, advance: { try await server.step() }, loop: nil)) }
            await server.stop()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }

    private static func inMemory<Result: Sendable>(
        _ market: Market, _ configuration: GatewayConfiguration, _ client: Configuration,
        _ body: @concurrent @Sendable (SteppedGateway) async throws -> Result
    ) async throws -> Result {
        let loop = NIOAsyncTestingEventLoop()
        let channel = NIOAsyncTestingChannel(loop: loop)
        let core = GatewayCore(market: market, configuration: configuration)
        let gateway = try await loop.submit { NIOLoopBound(MemoryGateway(core), eventLoop: loop) }.get()
        let result = try await Tradewinds.withConnection(
            on: loop, clientID: 1, configuration: client,
            attach: { handler in
                try channel.pipeline.syncOperations.addHandlers([gateway.value, handler])
                channel.pipeline.fireChannelActive()
            }
        ) { ib in
            let advance: @Sendable () async throws -> MarketUpdate? = {
                try await loop.submit { gateway.value.step() }.get()
            }
            return try await body(SteppedGateway(connection: ib, advance: advance, loop: loop))
        }
        await loop.shutdownGracefully()
        return result
    }
}

/// The gateway's end of a link in memory: what the client writes goes to the core, what the core says is read by the client.
private final class MemoryGateway: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    private var core: GatewayCore
    private var greeting: GatewayGreeting?
    private var buffer: [UInt8] = []
    private var context: ChannelHandlerContext?
    private let client = ConnectionID(1)

    init(_ core: GatewayCore) {
        self.core = core
        greeting = GatewayGreeting(newest: core.configuration.newestVersion)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        promise?.succeed()
        take(Array(unwrapOutboundIn(data).readableBytesView))
    }

    func flush(context: ChannelHandlerContext) {}

    func step() -> MarketUpdate? {
        let update = core.step()
        answer()
        return update
    }

    private func take(_ bytes: [UInt8]) {
        if greeting != nil {
            switch greeting?.take(bytes, now: core.now) {
            case .welcome(let version, let answer, let rest):
                greeting = nil
                core.open(client, version: version)
                buffer = rest
                deliver(answer)
            case .refused(let answer, _):
                deliver(answer)
                close()
            case .waiting, nil: break
            }
        } else {
            buffer += bytes
        }
        guard greeting == nil else { return }
        readFrames()
        answer()
    }

    private func readFrames() {
        let used: Int? = buffer.withUnsafeBytes { bytes in
            var offset = 0
            while true {
                guard let body = try? Frame.body(in: bytes, from: offset) else { break }
                core.receive(UnsafeRawBufferPointer(rebasing: bytes[body]), from: client)
                offset = body.upperBound
            }
            return offset
        }
        buffer.removeFirst(used ?? 0)
    }

    private func answer() {
        guard let output = core.takeOutput(of: client) else { return }
        deliver(output.bytes)
        if output.closes { close() }
    }

    // Later, as a socket would: the client may be in the middle of something.
    private func deliver(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, let context else { return }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.execute {
            bound.value.fireChannelRead(NIOAny(ByteBuffer(bytes: bytes)))
            bound.value.fireChannelReadComplete()
        }
    }

    private func close() {
        guard let context else { return }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.execute { bound.value.fireChannelInactive() }
    }
}
