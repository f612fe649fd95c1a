import Logging
import NIOCore
import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Owns the core on the server's event loop: moves its time on and carries its bytes to the channels.
final class GatewayDesk {
    private var core: GatewayCore
    private let clock: ReplayClock?
    private let logger: Logger
    private let replayEnded: @Sendable (ReplayEnd) -> Void
    private var replayEnds: ArraySlice<ReplayEnd>
    private var channels: [(id: ConnectionID, context: ChannelHandlerContext)] = []
    private var count = 0

    /// A client that reads nothing is closed when this many bytes wait for it.
    private static let mostWaiting = 64 << 20

    /// Market time follows `clock`; without one it moves by ``step()`` alone.
    init(
        core: GatewayCore, clock: ReplayClock?, logger: Logger, replayEnded: @escaping @Sendable (ReplayEnd) -> Void
    ) {
        self.replayEnded = replayEnded
        replayEnds = core.market.replayEnds[...]
        self.core = core
        self.clock = clock
        self.logger = logger
    }

    var configuration: GatewayConfiguration { core.configuration }
    var now: Timestamp { core.now }

    /// Whether another client fits.
    var hasRoom: Bool { channels.count < core.configuration.maximumClients }

    func open(_ context: ChannelHandlerContext, version: ServerVersion) -> ConnectionID {
        count += 1
        let id = ConnectionID(count)
        channels.append((id, context))
        core.open(id, version: version)
        logger.debug("client connected", metadata: ["connection": "\(id)", "version": "\(version)"])
        return id
    }

    func close(_ id: ConnectionID) {
        core.close(id)
        channels.removeAll { $0.id == id }
        logger.debug("client left", metadata: ["connection": "\(id)"])
    }

    func receive(_ body: UnsafeRawBufferPointer, from id: ConnectionID) {
        followClock()
        core.receive(body, from: id)
    }

    /// Moves time on and sends what waits.
    func tick() {
        followClock()
        flush()
    }

    /// Tells the next update of the market and sends what it led to.
    func step() -> MarketUpdate? {
        let update = core.step()
        flush()
        return update
    }

    private func followClock() {
        if let clock { core.advance(to: clock.market(at: Self.wallTime())) }
        while let end = replayEnds.first, end.time <= core.now { replayEnded(replayEnds.removeFirst()) }
    }

    /// Sends what waits for every connection.
    func flush() {
        for (id, context) in channels {
            guard let output = core.takeOutput(of: id) else { continue }
            if !output.bytes.isEmpty {
                let buffer = context.channel.allocator.buffer(bytes: output.bytes)
                context.writeAndFlush(NIOAny(buffer), promise: nil)
            }
            if output.closes || Self.waiting(context) > Self.mostWaiting { context.close(promise: nil) }
        }
    }

    private static func waiting(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    static func wallTime() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }
}
