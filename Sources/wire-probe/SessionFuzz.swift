import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// The machines of a session under the same mutated input: greetings of both ends, the splitter of frames in pieces, the
/// table of requests with messages that answer whom they like.
struct SessionFuzz {
    private var table = RequestTable()
    private var orderIDs = OrderIDs()
    private var open: [RequestID] = []
    private var waiting: [QueryTicket] = []
    private static let queries: [Query] = [
        .currentTime, .currentTimeMillis, .openOrders, .completedOrders, .positions, .orderIDs, .managedAccounts,
        .marketRule(26),
    ]

    /// Gives a message that was read to the table; requests are opened and given up as it goes on.
    mutating func take(_ event: Event, _ source: inout SampleSource) {
        switch source.below(64) {
        case 0:
            if open.count > 64 { table.close(open.removeFirst()) }
            open.append(table.open([.stream, .untilEnd, .one][source.below(3)]))
        case 1:
            // Whoever waits gives up some time.
            if waiting.count > 64 { table.abandon(waiting.removeFirst()) }
            waiting.append(table.enter(Self.queries[source.below(Self.queries.count)]).ticket)
        case 2: if case .nextValidId(let valid) = event { orderIDs.received(valid.order) }
        default: break
        }
        _ = table.route(event)
        _ = table.advance()
    }

    /// Frames joined and given in pieces come out as they went in, wherever the cuts are.
    ///
    /// - Returns: What is wrong, if anything.
    static func split(_ bodies: [[UInt8]], _ source: inout SampleSource) -> String? {
        var stream: [UInt8] = []
        for body in bodies {
            withUnsafeBytes(of: UInt32(body.count).bigEndian) { stream += $0 }
            stream += body
        }
        var buffer = FrameBuffer()
        var frames: [[UInt8]] = []
        var place = 0
        while place < stream.count {
            let end = min(stream.count, place + 1 + source.below(40))
            buffer.append(stream[place..<end])
            place = end
            do throws(WireError) { while let frame = try buffer.next() { frames.append(frame) } } catch {
                return "the splitter refused a good stream: \(error)"
            }
        }
        return frames == bodies ? nil : "\(bodies.count) frames went in, \(frames.count) came out or differ"
    }

    /// Streams whose lengths lie, and greetings with bytes changed.
    static func hostile(_ bytes: [UInt8], _ source: inout SampleSource) {
        var buffer = FrameBuffer()
        buffer.append(bytes)
        do throws(WireError) { while try buffer.next() != nil {} } catch { _ = error }
        var client = ClientHandshake()
        var gateway = GatewayHandshake()
        var greeting = client.greeting
        var answer = GatewayHandshake.answer(version: .newest, connectionTime: "20260102 10:00:00 EST")
        for _ in 0...source.below(3) {
            greeting[source.below(greeting.count)] = UInt8(truncatingIfNeeded: source.next())
            answer[source.below(answer.count)] = UInt8(truncatingIfNeeded: source.next())
        }
        do throws(HandshakeError) { _ = try gateway.receive(greeting + bytes.prefix(8)) } catch { _ = error }
        do throws(HandshakeError) { _ = try client.receive(answer + bytes.prefix(8)) } catch { _ = error }
    }
}
