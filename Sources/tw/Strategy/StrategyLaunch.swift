import ArgumentParser
import Foundation
import Tradewinds
import TradewindsExchange
import TradewindsGateway
import TradewindsLive
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// Takes a strategy from the catalogue to a gateway.
struct StrategyLaunch: StrategyVisitor, Sendable {
    /// Where it trades.
    enum Gateway: Sendable {
        case simulated(MarketOptions)
        case at(host: String, port: Int)
    }

    /// What the command line says.
    struct Plan: Sendable {
        var strategy: String
        var parameters: [String: String]
        var symbols: [String]
        var names: [ContractName]
        var barSeconds: Int
        var warmUp: Int
        var limits: RiskLimits
        var size: PositionSize?
        var length: Duration?
        var state: String?
        var log: String?
        var flattens: Bool
        var gateway: Gateway
        var clientID: Int32?
        var account: AccountID?
        var json: Bool
        var live: Bool
    }

    let plan: Plan

    func visit<S: ReadyStrategy>(_ strategy: S) async throws {
        if let state = plan.state { try StrategyState<S>.check(state) }
        let saved = try plan.state.flatMap { try StrategyState<S>.load($0, for: plan) }
        if let state = plan.state, let other = RunFolder.all().first(where: { $0.record.state == state && $0.isAlive })
        {
            throw Failure(
                "process \(other.record.process) is running with \(state); end it first, or name another --state")
        }
        let journal = try RunJournal(
            json: plan.json, log: plan.log, symbols: plan.symbols, goesOn: saved != nil)
        switch plan.gateway {
        case .at(let host, let port): try await connect(strategy, saved, journal, host, port)
        case .simulated(let options):
            let server = try await Self.start(options)
            do {
                try await connect(strategy, saved, journal, server.host, server.port)
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
        }
    }

    private static func start(_ options: MarketOptions) async throws -> GatewayServer {
        do {
            return try await GatewayServer(
                market: try options.market(), configuration: options.configuration, port: 0,
                pace: .wall(speed: options.speed), replayEnded: ReplayEnd.tell)
        } catch let error as GatewayServer.StartError { throw ValidationError(error.description) }
    }

    private func connect<S: ReadyStrategy>(
        _ strategy: S, _ saved: StrategyState<S>?, _ journal: RunJournal, _ host: String, _ port: Int
    ) async throws {
        var configuration = Configuration()
        configuration.allowsLiveTrading = plan.live
        let client = plan.clientID ?? saved?.header.client ?? .random(in: 10_000...99_999)
        let start = saved?.state ?? strategy
        let header = saved?.header
        do {
            try await Tradewinds.withConnection(
                to: .gateway(host: host, port: port), clientID: ClientID(client), configuration: configuration
            ) { ib in
                let desk = StrategyDesk(plan: plan, ib: ib, journal: journal, client: client, host: host, port: port)
                try await desk.run(start, from: header)
            }
        } catch let error as IBError {
            throw Failure(error, host: host, port: port)
        }
    }
}
