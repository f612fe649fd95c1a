import Dispatch
import Foundation
import NIOConcurrencyHelpers
import NIOCore
import TradewindsVocabulary
import TradewindsWire

/// Passes what one side sends on to the other.
///
/// Reads again only once the other side has taken what was read before and the looking is not far behind.
final class PassHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let own: any Channel
    private let peer: any Channel
    private let direction: Direction
    private let watch: Watch
    private weak var other: PassHandler?
    private var isWaiting = false

    private init(_ own: any Channel, to peer: any Channel, _ direction: Direction, watch: Watch) {
        self.own = own
        self.peer = peer
        self.direction = direction
        self.watch = watch
    }

    /// The handlers of both sides of a connection. Both channels have the same event loop.
    static func pair(
        client: any Channel, gateway: any Channel, watch: Watch
    ) -> (client: PassHandler, gateway: PassHandler) {
        let outgoing = PassHandler(client, to: gateway, .toGateway, watch: watch)
        let incoming = PassHandler(gateway, to: client, .toClient, watch: watch)
        (outgoing.other, incoming.other) = (incoming, outgoing)
        return (outgoing, incoming)
    }

    func channelActive(context: ChannelHandlerContext) { context.read() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        peer.writeAndFlush(buffer, promise: nil)
        watch.take(buffer, direction)
    }

    func channelReadComplete(context: ChannelHandlerContext) { readOn() }

    /// This side takes again: what the other has can be read.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if own.isWritable { other?.resume() }
    }

    private func readOn() {
        isWaiting = true
        resume()
    }

    private func resume() {
        guard isWaiting, peer.isWritable else { return }
        let loop = NIOLoopBound(self, eventLoop: own.eventLoop)
        guard watch.mayGoOn({ own in own.eventLoop.execute { loop.value.resume() } }, own) else { return }
        isWaiting = false
        own.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch.finish(direction)
        // What has been written goes out first.
        let peer = peer
        peer.writeAndFlush(peer.allocator.buffer(capacity: 0)).whenComplete { _ in peer.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// The conversation of one connection, looked at from both directions, one piece after the other.
final class Watch: @unchecked Sendable {
    // Unchecked: the conversation is touched on the serial queue alone.
    private var conversation = Conversation()
    private let connection: Int
    private let queue: DispatchQueue
    private let observe: @Sendable (Proxy.Passage) -> Void
    private let backlog = NIOLockedValueBox(Backlog())

    /// What waits to be looked at, and who waits for that.
    private struct Backlog {
        var bytes = 0
        var waiting: [@Sendable () -> Void] = []
    }

    /// How many bytes may wait to be looked at.
    private static let most = 4 << 20

    init(connection: Int, on queue: DispatchQueue, observe: @escaping @Sendable (Proxy.Passage) -> Void) {
        self.connection = connection
        self.queue = queue
        self.observe = observe
    }

    func take(_ bytes: ByteBuffer, _ direction: Direction) {
        let time = Date().timeIntervalSince1970
        backlog.withLockedValue { $0.bytes += bytes.readableBytes }
        queue.async {
            self.tell(self.conversation.take(bytes.readableBytesView, direction), time)
            self.taken(bytes.readableBytes)
        }
    }

    /// No more bytes come in `direction`.
    func finish(_ direction: Direction) {
        let time = Date().timeIntervalSince1970
        queue.async { self.tell(self.conversation.finish(direction).map { [$0] } ?? [], time) }
    }

    /// Whether more may be read now; if not, `resume` is called once it may.
    func mayGoOn(_ resume: @escaping @Sendable (any Channel) -> Void, _ channel: any Channel) -> Bool {
        backlog.withLockedValue {
            if $0.bytes <= Self.most { return true }
            $0.waiting.append { resume(channel) }
            return false
        }
    }

    private func taken(_ count: Int) {
        let waiting: [@Sendable () -> Void] = backlog.withLockedValue { backlog in
            backlog.bytes -= count
            guard backlog.bytes <= Self.most / 2 else { return [] }
            defer { backlog.waiting = [] }
            return backlog.waiting
        }
        for resume in waiting { resume() }
    }

    private func tell(_ found: [Inspection], _ time: Double) {
        for inspection in found {
            observe(
                Proxy.Passage(
                    connection: connection, time: time, inspection: inspection, version: conversation.version))
        }
    }
}
