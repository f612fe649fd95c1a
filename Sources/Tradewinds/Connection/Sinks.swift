import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// Takes the messages of one request, on the connection's thread.
class Sink {
    /// Takes a message.
    func take(_ event: Event, _ part: ReplyPart) {}
    /// The request failed.
    func fail(_ error: IBError) {}
    /// Hands on what was taken; returns whether the reader is too far behind to go on.
    func flush() -> Bool { false }
}

/// Collects the messages of a one-shot request.
final class ReplySink: Sink {
    private var events: [Event] = []
    private let finish: (Result<[Event], IBError>) -> Void

    init(_ finish: @escaping (Result<[Event], IBError>) -> Void) { self.finish = finish }

    override func take(_ event: Event, _ part: ReplyPart) {
        if part != .end { events.append(event) }
        if part != .item { finish(.success(events)) }
    }

    /// Takes a message that carries no request id but belongs here.
    func add(_ event: Event) { events.append(event) }

    override func fail(_ error: IBError) { finish(.failure(error)) }
}

/// Turns messages into elements of a stream.
final class StreamSink<Element: Sendable>: Sink {
    let mailbox: Mailbox<Element>
    private var pending: [Element] = []
    private let transform: (Event, ReplyPart) -> [Element]
    private let endsAt: ReplyPart?

    init(_ mailbox: Mailbox<Element>, endsAt: ReplyPart? = nil, _ transform: @escaping (Event, ReplyPart) -> [Element])
    {
        self.mailbox = mailbox
        self.endsAt = endsAt
        self.transform = transform
    }

    override func take(_ event: Event, _ part: ReplyPart) {
        pending += transform(event, part)
        if part == endsAt {
            _ = mailbox.put(&pending)
            mailbox.finish()
        }
    }

    override func fail(_ error: IBError) {
        _ = mailbox.put(&pending)
        mailbox.finish(error)
    }

    override func flush() -> Bool { mailbox.put(&pending) }
}

/// Passes ticks on untouched, a batch for each read of the socket.
final class TickSink: Sink {
    let mailbox: Mailbox<TickBatch>
    private let first: RequestID
    private var pending: [Event] = []

    init(_ mailbox: Mailbox<TickBatch>, first: RequestID) {
        self.mailbox = mailbox
        self.first = first
    }

    @inline(__always) func add(_ event: Event) { pending.append(event) }

    override func take(_ event: Event, _ part: ReplyPart) { pending.append(event) }

    override func fail(_ error: IBError) {
        _ = flush()
        mailbox.finish(error)
    }

    override func flush() -> Bool {
        guard !pending.isEmpty else { return false }
        let count = pending.count
        var batch = [TickBatch(events: pending, first: first)]
        pending = []
        pending.reserveCapacity(count)
        return mailbox.put(&batch)
    }
}

/// Follows one order.
final class OrderSink {
    let mailbox = Mailbox<OrderChange>(.keepAll)
    private var charged = Quantity.zero

    /// Passes a change on; returns whether nothing more can come.
    func take(_ change: OrderChange, _ record: OrderRecord?) -> Bool {
        mailbox.put(change)
        if case .commission(let fill) = change { charged += fill.execution.quantity ?? .zero }
        guard let record, record.isDone, charged >= record.filled else { return false }
        mailbox.finish()
        return true
    }
}
