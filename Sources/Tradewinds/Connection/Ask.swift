import NIOCore
import Synchronization
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// Names a one-shot request that a task waits for.
final class AskToken: Sendable {
    let isCancelled = Atomic(false)
}

/// How a one-shot request is made.
struct Question: Sendable {
    enum Kind: Sendable {
        case request(ReplyShape)
        case query(Query)
        case preview
    }

    var kind: Kind
    /// Makes the message; the id is meaningless for queries.
    var message: @Sendable (RequestID) -> Request
    /// Makes the message that ends it early, or after it where ``cancelsAfterwards``.
    var cancel: (@Sendable (RequestID) -> Request)?
    var cancelsAfterwards = false
    var collectsCommissions = false
    var deadline: Duration
    /// What it is, for the deadline's error.
    var name: String
}

/// A one-shot request under way, on the connection's thread.
final class Ask {
    let question: Question
    var request: RequestID?
    var ticket: QueryTicket?
    var commissions: ReplySink?
    var timer: Scheduled<Void>?
    var resume: ((Result<[Event], IBError>) -> Void)?

    init(_ question: Question) { self.question = question }
}

extension Core {
    /// Sends a one-shot request; `resume` is called once.
    func start(_ question: Question, _ token: AskToken, resume: @escaping (Result<[Event], IBError>) -> Void) {
        if token.isCancelled.load(ordering: .acquiring) { return resume(.failure(.cancelled)) }
        if let failure { return resume(.failure(failure)) }
        let name = ObjectIdentifier(token)
        let ask = Ask(question)
        ask.resume = resume
        let sink = ReplySink { [weak self] result in self?.finish(name, result) }
        if question.collectsCommissions { ask.commissions = sink }
        do throws(IBError) { try enter(ask, sink) } catch { return resume(.failure(error)) }
        asks[name] = ask
        let bound = NIOLoopBound(self, eventLoop: loop)
        let late = IBError(
            .deadline, "no answer to \(question.name) within \(question.deadline)", remedy: .retryLater,
            request: ask.request)
        ask.timer = loop.scheduleTask(in: TimeAmount(question.deadline)) { bound.value.giveUp(name, late) }
    }

    private func enter(_ ask: Ask, _ sink: ReplySink) throws(IBError) {
        switch ask.question.kind {
        case .request(let shape):
            let id = table.open(shape)
            let message = ask.question.message(id)
            do throws(IBError) { try check(message) } catch {
                table.close(id)
                throw error
            }
            ask.request = id
            sinks[id] = sink
            send([message])
        case .query(let query):
            let message = ask.question.message(-1)
            try check(message)
            let (ticket, isFirst) = table.enter(query)
            ask.ticket = ticket
            querySinks[ticket] = (sink, message)
            if isFirst { send([message]) }
        case .preview:
            guard let id = orderIDs.allot() else {
                throw IBError(.invalid, "the gateway has not named an order id", remedy: .retryLater)
            }
            let message = ask.question.message(RequestID(id.rawValue))
            try check(message)
            ask.request = RequestID(id.rawValue)
            previews[id] = sink
            send([message])
        }
    }

    /// Ends a request that nobody waits for any more.
    func giveUp(_ name: ObjectIdentifier, _ error: IBError) {
        guard let ask = asks[name] else { return }
        if let cancel = ask.question.cancel, let request = ask.request { send([cancel(request)], .cancel) }
        if let ticket = ask.ticket { table.abandon(ticket) }
        finish(name, .failure(error), isGivenUp: true)
    }

    private func finish(_ name: ObjectIdentifier, _ result: Result<[Event], IBError>, isGivenUp: Bool = false) {
        guard let ask = asks.removeValue(forKey: name) else { return }
        ask.timer?.cancel()
        if let request = ask.request {
            table.close(request)
            sinks[request] = nil
            previews[OrderID(request.rawValue)] = nil
        }
        if let ticket = ask.ticket { querySinks[ticket] = nil }
        if !isGivenUp, ask.question.cancelsAfterwards, let cancel = ask.question.cancel {
            send([cancel(ask.request ?? -1)], .cancel)
        }
        ask.resume?(result)
        ask.resume = nil
    }
}
