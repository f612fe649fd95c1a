import Testing
import TradewindsVocabulary
import TradewindsWire

@testable import TradewindsLedger
@testable import TradewindsLive

/// Positions and fills of one instant, while orders fill.
@Suite struct AccountViewTests {
    private static func fill(_ id: String, of contract: ContractID = 1) -> Fill {
        var fill = Fill(contract: Contract(), execution: Execution(), commission: nil)
        fill.contract.id = contract
        fill.execution.id = id
        return fill
    }

    /// A gateway where something fills right before each question, as long as there is something.
    private final class Filling {
        var fills: [Fill] = []
        var coming: [Fill]
        var asked = 0
        init(_ coming: [Fill]) { self.coming = coming }

        func answer() -> [Fill] {
            asked += 1
            if !coming.isEmpty { fills.append(coming.removeFirst()) }
            return fills
        }

        func positions() -> [Position] {
            var report = PositionReport()
            report.position = Quantity(answer().count)
            return [Position(report)]
        }
    }

    @Test func aFillBetweenTheQuestionsIsAskedForAgain() async throws {
        let gateway = Filling(["a", "b", "c", "d"].map { Self.fill($0) })
        let view = try #require(
            try await AccountView.ask(
                fills: { gateway.answer() }, positions: { gateway.positions() }, concerns: { _ in true }))
        #expect(view.fills.map(\.execution.id) == ["a", "b", "c", "d"] && view.positions[0].quantity == 4)
        #expect(gateway.asked == 7)
    }

    @Test func fillsOfOtherContractsDoNotMatter() async throws {
        let gateway = Filling([Self.fill("a"), Self.fill("x", of: 2), Self.fill("y", of: 2)])
        let view = try await AccountView.ask(
            fills: { gateway.answer() }, positions: { gateway.positions() }, concerns: { $0.contract.id == 1 })
        #expect(view != nil && gateway.asked == 3)
    }

    @Test func fillsWithoutAPauseEndInNothing() async throws {
        let gateway = Filling((0..<1000).map { Self.fill("\($0)") })
        let view = try await AccountView.ask(
            fills: { gateway.answer() }, positions: { gateway.positions() }, concerns: { _ in true })
        #expect(view == nil)
    }
}
