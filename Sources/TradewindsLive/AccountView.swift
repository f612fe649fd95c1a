import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// What an account holds, and the day's fills that led there: both of one instant.
///
/// They are two questions, and an order that still fills may do so in between; that fill would be in one answer only.
struct AccountView: Sendable {
    var positions: [Position]
    var fills: [Fill]

    /// How often both are asked before it is given up that they agree.
    static let attempts = 50

    /// Asks until the fills before and after the positions are the same.
    ///
    /// - `concerns`: Fills that change positions which matter; others may come meanwhile.
    /// - Returns: `nil` where fills come faster than they can be asked for.
    static func ask(
        fills: () async throws -> [Fill], positions: () async throws -> [Position], concerns: (Fill) -> Bool
    ) async throws -> Self? {
        var before = try await fills()
        for _ in 0..<attempts {
            let held = try await positions()
            let after = try await fills()
            let ids = [before, after].map { Set($0.filter(concerns).map(\.execution.id)) }
            if ids[0] == ids[1] { return Self(positions: held, fills: after) }
            before = after
        }
        return nil
    }
}
