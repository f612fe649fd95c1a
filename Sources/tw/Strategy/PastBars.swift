import Tradewinds
import TradewindsLedger
import TradewindsWire

/// Past bars for a strategy to begin with.
enum PastBars {
    private static let lengths: [Int: BarSize] = [
        1: .seconds(1), 5: .seconds(5), 10: .seconds(10), 15: .seconds(15), 30: .seconds(30), 60: .minutes(1),
        300: .minutes(5), 900: .minutes(15), 1800: .minutes(30), 3600: .hours(1),
    ]

    /// The last `count` bars of a contract, fewer where the gateway has not so many.
    static func load(_ count: Int, of contract: Contract, seconds: Int, _ ib: Connection) async throws -> [Bar] {
        guard let size = lengths[seconds] else {
            let known = lengths.keys.sorted().map { "\($0)" }.joined(separator: ", ")
            throw Failure("--warm-up: the gateway has no bars of \(seconds) s; --bar is one of \(known)")
        }
        // Gateways take no more than a day of bars shorter than a minute.
        let span: HistorySpan =
            seconds < 60 ? .seconds(min(86_400, max(60, 2 * count * seconds))) : .days(3 + count * seconds / 20_000)
        let source: BarSource = contract.kind == .currencyPair ? .midpoint : .trades
        return try await ib.bars(contract, size, last: span, of: source).suffix(count)
    }
}
