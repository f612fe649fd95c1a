import TradewindsVocabulary
import TradewindsWire

/// Allots request ids and says to whom a message belongs.
///
/// Request ids start far above any order id, because errors carry either in the same field. An id is never used twice on
/// a connection, so a late answer to a cancelled request reaches nobody.
public struct RequestTable: Sendable {
    /// To whom a message belongs.
    public enum Destination: Sendable, Hashable {
        /// To a request with an id.
        case request(RequestID, ReplyPart)
        /// To the oldest query of its kind.
        case query(QueryTicket, ReplyPart)
        /// To an order: an error about it.
        case order(OrderID)
        /// To nobody: unasked, or its request is over.
        case nobody
    }

    /// The first request id.
    public static let firstID: RequestID = 1_000_000_000

    private var next = Self.firstID
    private var shapes: [RequestID: ReplyShape] = [:]
    private var queries = QueryQueue()

    /// An empty table.
    public init() {}

    /// How many requests and queries wait for something.
    public var count: Int { shapes.count + queries.count }

    /// Allots the id of a new request.
    public mutating func open(_ shape: ReplyShape) -> RequestID {
        let id = next
        next = RequestID(next.rawValue &+ 1)
        shapes[id] = shape
        return id
    }

    /// Forgets a request; what still comes for it reaches nobody.
    public mutating func close(_ request: RequestID) { shapes[request] = nil }

    /// Whether the request waits for something.
    public func isOpen(_ request: RequestID) -> Bool { shapes[request] != nil }

    /// Enters a query; send it now only if `isFirst`: others of its kind are sent when ``advance()`` names them.
    public mutating func enter(_ query: Query) -> (ticket: QueryTicket, isFirst: Bool) { queries.enter(query) }

    /// Gives up a query: its answer, if it was sent, is swallowed.
    public mutating func abandon(_ ticket: QueryTicket) { queries.abandon(ticket) }

    /// Queries whose turn has come to be sent.
    public mutating func advance() -> [QueryTicket] { queries.advance() }

    /// To whom `event` belongs; ends the request or query where the event ends it.
    public mutating func route(_ event: Event) -> Destination {
        if case .error(let error) = event { return routeFailure(error) }
        if let reply = event.reply { return routeReply(reply.request, reply.part) }
        guard let (query, part) = event.answer else { return .nobody }
        guard let ticket = queries.receive(query, part) else { return .nobody }
        return .query(ticket, part)
    }

    private mutating func routeReply(_ request: RequestID, _ part: ReplyPart) -> Destination {
        guard let shape = shapes[request] else { return .nobody }
        switch (shape, part) {
        case (.one, .item):
            shapes[request] = nil
            return .request(request, .lastItem)
        case (.stream, .lastItem): return .request(request, .item)
        case (.stream, .end): return .request(request, .end)
        case (_, .lastItem), (_, .end):
            shapes[request] = nil
            return .request(request, part)
        default: return .request(request, part)
        }
    }

    private mutating func routeFailure(_ error: ErrorMessage) -> Destination {
        if error.request >= Self.firstID {
            return shapes[error.request] == nil ? .nobody : .request(error.request, .failure)
        }
        return error.request.rawValue > 0 ? .order(OrderID(error.request.rawValue)) : .nobody
    }
}
