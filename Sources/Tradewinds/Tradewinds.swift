// Tradewinds
//
// A client for Trader Workstation and IB Gateway. ``Tradewinds/withConnection(to:clientID:configuration:_:)`` connects,
// runs your code with a ``Connection`` and disconnects; nothing needs closing by hand.
//
// Design: one connection has one thread. Its channel handler decodes frames, keeps the ledgers and fills the buffers of
// streams; your code runs on the same thread while it does not call for another, so that a message crosses no threads on
// its way. Long computations belong elsewhere (a detached task), because the socket waits meanwhile.
//
// Limits: after the connection is lost every stream ends with an error; connect anew.

import NIOCore
import NIOPosix
@_exported import TradewindsLedger
@_exported import TradewindsVocabulary
@_exported import TradewindsWire

/// The way in.
public enum Tradewinds {
    /// Connects, runs `body` and disconnects.
    ///
    /// - Parameters:
    ///   - endpoint: Where the gateway listens.
    ///   - clientID: A number that no other program uses at this gateway at the same time.
    ///   - configuration: Deadlines, pacing and what is allowed.
    ///   - body: Runs on the connection's own thread once accounts and order ids are known.
    /// - Throws: ``IBError`` where no connection can be made, and whatever `body` throws.
    public static func withConnection<Result: Sendable>(
        to endpoint: Endpoint, clientID: ClientID, configuration: Configuration = Configuration(),
        _ body: @concurrent @Sendable (Connection) async throws -> Result
    ) async throws -> Result {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        do {
            let connection = try await Connection.open(endpoint, clientID, configuration, on: loop)
            let result = await outcome(of: body, with: connection, on: loop)
            await connection.close()
            try? await group.shutdownGracefully()
            return try result.get()
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Runs `body` on a connection over a channel that is no socket, for tests in memory.
    ///
    /// - `attach`: Adds the handler to the channel on `loop` and makes the channel active.
    package static func withConnection<Result: Sendable>(
        on loop: any EventLoop, clientID: ClientID, configuration: Configuration,
        attach: @escaping @Sendable (any ChannelHandler) throws -> Void,
        _ body: @concurrent @Sendable (Connection) async throws -> Result
    ) async throws -> Result {
        let connection = try await Connection.open(clientID, configuration, on: loop, attach: attach)
        let result = await outcome(of: body, with: connection, on: loop)
        await connection.close()
        return try result.get()
    }

    private static func outcome<Success: Sendable>(
        of body: @concurrent @Sendable (Connection) async throws -> Success, with connection: Connection,
        on loop: any EventLoop
    ) async -> Result<Success, any Error> {
        do {
            return .success(
                try await withTaskExecutorPreference(LoopTaskExecutor(loop)) { try await body(connection) })
        } catch {
            return .failure(error)
        }
    }
}
