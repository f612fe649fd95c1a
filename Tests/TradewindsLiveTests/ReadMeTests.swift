import Foundation
import Testing
import Tradewinds
import TradewindsExchange
import TradewindsGateway
import TradewindsVocabulary

/// The client's example of the README, compiled and run against a gateway.
@Suite(.timeLimit(.minutes(5))) struct ReadMeTests {
    @Test func theExampleTrades() async throws {
        let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        let server = try await GatewayServer(
            market: Market(settings: MarketSettings(start: now)), port: 0, pace: .wall(speed: 20))
        let changes = try await Self.example(port: server.port)
        await server.stop()
        #expect(changes.contains { if case .fill = $0 { true } else { false } })
    }

    private static func example(port: Int) async throws -> [OrderChange] {
        // The README has these lines, apart from the port and what is done with a change.
        try await Tradewinds.withConnection(to: .gateway(port: port), clientID: 1) { ib in
            let apple = try await ib.contract(.stock("AAPL"))
            let closes = try await ib.bars(apple, .day, last: .months(1)).map(\.close)
            for try await quote in ib.quotes(apple) {
                guard let ask = quote.ask, let limit = Price(ask), ask < 2 * closes[0] else { continue }
                let trade = try await ib.place(
                    .bracket(.buy, 100, limit: limit, takeProfit: limit + 4, stopLoss: limit - 2), on: apple)
                var changes: [OrderChange] = []
                for try await change in trade.changes {
                    changes.append(change)
                    if case .fill = change { break }
                }
                return changes
            }
            return []
        }
    }

    /// The lines of the README are those above.
    @Test func theReadMeShowsIt() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        func lines(_ text: some StringProtocol) -> [String] {
            text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let shown = lines(page)
        let begin = try #require(shown.firstIndex { $0.hasPrefix("let apple") })
        let end = try #require(shown.firstIndex { $0.hasPrefix("for try await change") })
        let compiled = Set(lines(source))
        for line in shown[begin..<end] { #expect(compiled.contains(line), "not in the test: \(line)") }
    }
}
