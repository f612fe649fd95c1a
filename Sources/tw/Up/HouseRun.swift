import Foundation
import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsLive
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// One run of the whole house on a connection.
struct HouseRun: Sendable {
    let market: Market
    let parameters: MovingAverageCrossover.Parameters
    let barSeconds: Int
    let cash: Double
    let symbols: [String]
    let length: Duration?

    func run(_ ib: Connection) async throws {
        let accounts = await ib.accounts
        print("accounts: \(accounts.map(\.rawValue).joined(separator: ", "))")
        var contracts: [Contract] = []
        for symbol in symbols { contracts.append(try await resolve(symbol, ib)) }
        let traded = contracts[contracts.count - 1]
        try await loadHistory(contracts, ib)
        let rule = market.catalogue.index(of: traded.id).map { market.catalogue[$0].priceRule }
        let state = UpState(names: contracts.map(\.localSymbol), cash: cash)
        let live = StrategyRun(
            MovingAverageCrossover(parameters), on: ib,
            traded: [.init(traded, rule: rule ?? PriceRule(id: 0, increment: 0.01))], barLength: .seconds(barSeconds)
        ) { event in
            switch event {
            case .filled(let fill): await state.show(fill)
            case .working(let count): await state.show(working: count)
            case .refused, .closedElsewhere: break
            }
        }
        try await warmUp(live, traded, ib)
        print("strategy: moving-average crossover \(parameters.fast)/\(parameters.slow) on \(traded.localSymbol)")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for (index, contract) in contracts.enumerated() {
                group.addTask {
                    for try await quote in ib.quotes(contract) { await state.show(quote, of: index) }
                    return false
                }
            }
            group.addTask {
                try await live.run(); return false
            }
            group.addTask {
                for try await profit in ib.pnl(accounts[0]) { await state.show(profit) }
                return false
            }
            group.addTask {
                try await Screen(state: state).show(); return false
            }
            group.addTask {
                await Interruption.wait(); return true
            }
            if let length {
                group.addTask {
                    try await Task.sleep(for: length); return true
                }
            }
            while let ends = try await group.next() { if ends { break } }
            group.cancelAll()
        }
        try await finish(ib, state)
    }

    private func resolve(_ symbol: String, _ ib: Connection) async throws -> Contract {
        var name = ContractName(symbol)
        if symbol == "ES" { name.type = .future }
        return try await name.resolve(ib)
    }

    private func loadHistory(_ contracts: [Contract], _ ib: Connection) async throws {
        for (index, contract) in contracts.enumerated() {
            let source: BarSource = contract.kind == .currencyPair ? .midpoint : .trades
            let bars = try await ib.bars(contract, .day, last: .months(6), of: source)
            print("history \(index + 1)/\(contracts.count): \(bars.count) daily bars of \(contract.localSymbol)")
        }
    }

    /// Shows the strategy enough of the past for its averages.
    private func warmUp(
        _ run: StrategyRun<MovingAverageCrossover>, _ contract: Contract, _ ib: Connection
    ) async throws {
        let size = try HistoryCommand.size(barSeconds == 1 ? "1 secs" : "5 secs")
        let past = try await ib.bars(contract, size, last: .seconds(1800))
        await run.warmUp(
            past.suffix(4 * parameters.slow).compactMap { bar in
                guard let open = Price(bar.open), let high = Price(bar.high), let low = Price(bar.low),
                    let close = Price(bar.close)
                else { return nil }
                let bar = TradewindsExchange.Bar(
                    start: bar.time, open: open, high: high, low: low, close: close, volume: bar.volume ?? 0)
                return (0, bar)
            })
        print("strategy warmed up on \(past.count) bars")
    }

    private func finish(_ ib: Connection, _ state: UpState) async throws {
        ib.cancelAll()
        var left = try await ib.openOrders(all: true)
        for _ in 0..<30 where !left.isEmpty {
            try await Task.sleep(for: .milliseconds(100))
            left = try await ib.openOrders(all: true)
        }
        print("")
        print(left.isEmpty ? "working orders cancelled" : "\(left.count) orders are still open")
        for line in await state.summary() { print(line) }
    }
}

/// The live picture: redrawn in place on a terminal, plain lines when piped.
struct Screen: Sendable {
    let state: UpState

    func show() async throws {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var drawn = 0
        while !Task.isCancelled {
            try await Task.sleep(for: isTerminal ? .milliseconds(500) : .seconds(5))
            let picture = await state.picture()
            if isTerminal {
                if drawn > 0 { print("\u{1B}[\(drawn)A", terminator: "") }
                for line in picture { print("\u{1B}[2K" + line) }
                for _ in 0..<max(0, drawn - picture.count) { print("\u{1B}[2K") }
                drawn = max(drawn, picture.count)
            } else {
                for line in picture where !line.isEmpty { print(line) }
                print("--")
            }
            fflush(nil)
        }
    }
}
