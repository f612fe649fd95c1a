import Logging
import NIOCore
import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// One connection's state, on one event loop: obeys the machines of the session, keeps the ledgers, feeds the streams.
final class Core: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let client: ClientID
    let configuration: Configuration
    let loop: any EventLoop
    var logger: Logger { configuration.logger }

    var context: ChannelHandlerContext?
    var handshake: ClientHandshake
    var writer: MessageWriter?
    var failure: IBError?
    var table = RequestTable()
    var orderIDs = OrderIDs()
    var pacer: Pacer<Request>
    var liveness: Liveness?
    var isWakeScheduled = false
    var orders: OrderLedger
    var accounts: [AccountID] = []

    var ready: ((Result<Void, IBError>) -> Void)?
    var asks: [ObjectIdentifier: Ask] = [:]
    var sinks: [RequestID: Sink] = [:]
    var tickSinks: [RequestID: TickSink] = [:]
    var querySinks: [QueryTicket: (sink: Sink, request: Request)] = [:]
    var listeners: [ObjectIdentifier: Sink] = [:]
    var orderSinks: [OrderKey: OrderSink] = [:]
    var previews: [OrderID: Sink] = [:]
    var dirty: [Sink] = []
    private var partial = ByteBuffer()

    init(client: ClientID, configuration: Configuration, loop: any EventLoop) {
        self.client = client
        self.configuration = configuration
        self.loop = loop
        self.handshake = ClientHandshake(versions: configuration.versions)
        self.pacer = Pacer(limit: configuration.messagesPerSecond)
        self.orders = OrderLedger(client: client)
    }

    /// Time on the loop's own clock.
    var now: Duration { .nanoseconds(Int64(clamping: loop.now.uptimeNanoseconds)) }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        write(handshake.greeting)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        do {
            if writer == nil, try !greet(&bytes) { return }
            try take(&bytes)
        } catch let error as HandshakeError {
            close(IBError(.handshake, error.description, remedy: .fixRequest))
        } catch {
            close(IBError(.connectionLost, "the stream cannot be read: \(error)", remedy: .reconnect))
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flushSinks()
        context.flush()
    }

    func channelInactive(context: ChannelHandlerContext) { close(failure ?? .lost) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        close(IBError(.connectionLost, "the connection failed: \(error)", remedy: .reconnect))
    }

    // Returns whether frames follow.
    private func greet(_ bytes: inout ByteBuffer) throws(HandshakeError) -> Bool {
        let piece = bytes.readableBytesView
        guard let answer = try handshake.receive(piece) else { return false }
        logger.debug("connected", metadata: ["server-version": "\(answer.version)"])
        writer = MessageWriter(version: answer.version)
        bytes = ByteBuffer(bytes: handshake.remainder())
        liveness = Liveness(patience: configuration.silence, now: now)
        watch(at: now + configuration.silence)
        var start = StartApiRequest()
        start.client = client
        write([.startApi(start)])
        return true
    }

    private func take(_ bytes: inout ByteBuffer) throws(WireError) {
        liveness?.heard(at: now)
        if partial.readableBytes == 0 {
            try decode(&bytes)
            partial = bytes
        } else {
            partial.writeBuffer(&bytes)
            try decode(&partial)
            partial.discardReadBytes()
        }
    }

    private func decode(_ bytes: inout ByteBuffer) throws(WireError) {
        guard let version = writer?.version else { return }
        let used = bytes.withUnsafeReadableBytes { frames in
            Swift.Result { () throws(WireError) in try self.decode(frames, version) }
        }
        bytes.moveReaderIndex(forwardBy: try used.get())
    }

    private func decode(_ frames: UnsafeRawBufferPointer, _ version: ServerVersion) throws(WireError) -> Int {
        var offset = 0
        while let body = try Frame.body(in: frames, from: offset) {
            offset = body.upperBound
            do throws(WireError) {
                receive(try Event(frame: UnsafeRawBufferPointer(rebasing: frames[body]), version: version))
            } catch {
                // One message that cannot be read does not end the connection; the next frame can.
                logger.warning("a message was skipped", metadata: ["reason": "\(error)"])
            }
        }
        return offset
    }
}
