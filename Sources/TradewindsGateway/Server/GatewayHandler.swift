import NIOCore
import TradewindsVocabulary
import TradewindsWire

/// One client's channel: the greeting, then frames to the desk.
final class GatewayHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let desk: GatewayDesk
    private var greeting: GatewayGreeting?
    private var connection: ConnectionID?
    private var pending: ByteBuffer?

    init(_ desk: GatewayDesk) {
        self.desk = desk
        self.greeting = GatewayGreeting(newest: desk.configuration.newestVersion)
    }

    func channelActive(context: ChannelHandlerContext) {
        if !desk.hasRoom { context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        if greeting != nil {
            greet(buffer.readableBytesView, context)
        } else if pending != nil {
            pending?.writeBuffer(&buffer)
        } else {
            pending = buffer
        }
        readFrames(context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        desk.flush()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let connection { desk.close(connection) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func greet(_ bytes: ByteBufferView, _ context: ChannelHandlerContext) {
        switch greeting?.take(bytes, now: desk.now) {
        case .welcome(let version, let answer, let rest):
            greeting = nil
            context.writeAndFlush(NIOAny(context.channel.allocator.buffer(bytes: answer)), promise: nil)
            connection = desk.open(context, version: version)
            pending = context.channel.allocator.buffer(bytes: rest)
        case .refused(let bytes, _):
            if !bytes.isEmpty {
                context.writeAndFlush(NIOAny(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
            }
            context.close(promise: nil)
        case .waiting, nil: break
        }
    }

    private func readFrames(_ context: ChannelHandlerContext) {
        guard let connection, var buffer = pending else { return }
        pending = nil
        let outcome: Result<Int, WireError> = buffer.withUnsafeReadableBytes { bytes in
            var offset = 0
            do throws(WireError) {
                while let frame = try Frame.body(in: bytes, from: offset) {
                    desk.receive(UnsafeRawBufferPointer(rebasing: bytes[frame]), from: connection)
                    offset = frame.upperBound
                }
            } catch { return .failure(error) }
            return .success(offset)
        }
        switch outcome {
        case .success(let offset):
            buffer.moveReaderIndex(forwardBy: offset)
            buffer.discardReadBytes()
            if buffer.readableBytes > 0 { pending = buffer }
        case .failure: context.close(promise: nil)
        }
    }
}
