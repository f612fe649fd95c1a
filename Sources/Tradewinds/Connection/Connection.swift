import NIOCore
import NIOPosix
import Synchronization
import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// A connection to a gateway.
///
/// Requests may be made from several tasks at once; their answers are never mixed up.
public struct Connection: Sendable {
    let loop: any EventLoop
    let core: NIOLoopBound<Core>
    /// Deadlines, pacing and what is allowed.
    public let configuration: Configuration
    /// The number by which the gateway knows this connection.
    public let clientID: ClientID

    static func open(
        _ endpoint: Endpoint, _ client: ClientID, _ configuration: Configuration, on loop: any EventLoop
    ) async throws -> Connection {
        try endpoint.check()
        let connection = try await make(client, configuration, on: loop)
        let core = connection.core
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(configuration.connectDeadline))
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelOption(
                .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 8192, maximum: 262_144)
            )
            .channelOption(.maxMessagesPerRead, value: 4)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(core.value)
                }
            }
        do { _ = try await bootstrap.connect(host: endpoint.host, port: endpoint.port).get() } catch {
            throw IBError(
                .unreachable, "nothing answers at \(endpoint): is the gateway running, and its API port enabled?",
                remedy: .reconnect)
        }
        try await connection.start()
        return connection
    }

    /// A connection over a channel that `attach` makes on `loop` and gives the handler to.
    static func open(
        _ client: ClientID, _ configuration: Configuration, on loop: any EventLoop,
        attach: @escaping @Sendable (any ChannelHandler) throws -> Void
    ) async throws -> Connection {
        let connection = try await make(client, configuration, on: loop)
        let core = connection.core
        try await loop.submit { try attach(core.value) }.get()
        try await connection.start()
        return connection
    }

    private static func make(
        _ client: ClientID, _ configuration: Configuration, on loop: any EventLoop
    ) async throws -> Connection {
        let core = try await loop.submit {
            NIOLoopBound(Core(client: client, configuration: configuration, loop: loop), eventLoop: loop)
        }.get()
        return Connection(loop: loop, core: core, configuration: configuration, clientID: client)
    }

    private func start() async throws {
        do { try await becomeReady() } catch {
            await close()
            throw error
        }
    }

    private func becomeReady() async throws(IBError) {
        let late = IBError(
            .deadline, "the gateway accepted the connection and then said nothing; it may be showing a dialog",
            remedy: .retryLater)
        let result: Result<Void, IBError> = await withCheckedContinuation { continuation in
            perform { core in
                let timer = loop.scheduleTask(in: TimeAmount(configuration.connectDeadline)) {
                    self.core.value.close(late)
                }
                core.ready = { result in
                    timer.cancel()
                    continuation.resume(returning: result)
                }
                if let failure = core.failure { core.close(failure) }
                if core.orderIDs.isReady, !core.accounts.isEmpty, let ready = core.ready {
                    core.ready = nil
                    ready(.success(()))
                }
            }
        }
        try result.get()
    }

    func close() async {
        await value { $0.close(IBError(.connectionLost, "the connection was closed", remedy: .reconnect)) }
    }

    /// Runs `body` on the connection's thread, at once when that is where we are.
    func perform(_ body: @escaping @Sendable (Core) -> Void) {
        if loop.inEventLoop { body(core.value) } else { loop.execute { body(core.value) } }
    }

    /// Asks the connection's thread for a value.
    func value<Value: Sendable>(_ body: @escaping @Sendable (Core) -> Value) async -> Value {
        if loop.inEventLoop { return body(core.value) }
        return await withCheckedContinuation { continuation in
            loop.execute { continuation.resume(returning: body(core.value)) }
        }
    }

    /// Sends a one-shot request and waits for its answer.
    func ask(_ question: Question) async throws(IBError) -> [Event] {
        let token = AskToken()
        let result: Result<[Event], IBError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                perform { $0.start(question, token) { continuation.resume(returning: $0) } }
            }
        } onCancel: {
            token.isCancelled.store(true, ordering: .releasing)
            perform { $0.giveUp(ObjectIdentifier(token), .cancelled) }
        }
        return try result.get()
    }

    /// A stream with a request id.
    func updates<Element: Sendable>(
        _ policy: Mailbox<Element>.Policy, endsAt: ReplyPart? = nil,
        message: @escaping @Sendable (RequestID) -> Request, cancel: @escaping @Sendable (RequestID) -> Request,
        transform: @escaping @Sendable () -> (Event, ReplyPart) -> [Element]
    ) -> Updates<Element> {
        Updates {
            let mailbox = Mailbox<Element>(policy)
            let shared = Shared<RequestID?>(nil)
            perform { core in
                if let failure = core.failure { return mailbox.finish(failure) }
                let id = core.table.open(endsAt == .end ? .untilEnd : .stream)
                let request = message(id)
                do throws(IBError) { try core.check(request) } catch {
                    core.table.close(id)
                    return mailbox.finish(error)
                }
                shared.value.withLock { $0 = id }
                core.sinks[id] = StreamSink(mailbox, endsAt: endsAt, transform())
                core.send([request])
            }
            return (
                mailbox,
                Lease {
                    perform { core in
                        guard let id = shared.value.withLock({ $0 }), core.sinks[id] != nil else { return }
                        core.sinks[id] = nil
                        core.table.close(id)
                        core.send([cancel(id)], .cancel)
                    }
                }
            )
        }
    }

    /// A stream of messages that answer no request.
    func listen<Element: Sendable>(
        _ policy: Mailbox<Element>.Policy, opening: [Request] = [], closing: [Request] = [],
        transform: @escaping @Sendable () -> (Event) -> [Element]
    ) -> Updates<Element> {
        Updates {
            let mailbox = Mailbox<Element>(policy)
            perform { core in
                if let failure = core.failure { return mailbox.finish(failure) }
                let transform = transform()
                core.listeners[ObjectIdentifier(mailbox)] = StreamSink(mailbox) { event, _ in transform(event) }
                if !opening.isEmpty { core.send(opening) }
            }
            return (
                mailbox,
                Lease {
                    perform { core in
                        guard core.listeners.removeValue(forKey: ObjectIdentifier(mailbox)) != nil else { return }
                        if !closing.isEmpty { core.send(closing, .cancel) }
                    }
                }
            )
        }
    }

    /// What the gateway says that answers no request: farms, links, warnings. Never dropped.
    public var notices: Updates<Notice> {
        listen(.keepAll) {
            { event in
                guard case .error(let error) = event, error.request.rawValue <= 0 else { return [] }
                return [Notice(code: Int(error.code), text: error.text)]
            }
        }
    }

    /// The user's accounts, in the gateway's order.
    public var accounts: [AccountID] {
        get async { await value(\.accounts) }
    }

    /// The version of the protocol that both ends speak.
    public var serverVersion: ServerVersion {
        get async { await value { $0.writer?.version ?? .floor } }
    }
}

/// Shares a lock between closures.
final class Shared<Value: Sendable>: Sendable {
    let value: Mutex<Value>
    init(_ value: Value) { self.value = Mutex(value) }
}
