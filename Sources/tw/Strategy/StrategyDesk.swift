import Foundation
import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsLive
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// One run of a strategy on a connection, from the first look at the account to the summary.
struct StrategyDesk: Sendable {
    let plan: StrategyLaunch.Plan
    let ib: Connection
    let journal: RunJournal
    let client: Int32
    let host: String
    let port: Int

    /// Why a run ends.
    enum Ending: Sendable {
        case time
        case interrupt
        case kill
        case limit(KillReason)

        var text: String {
            switch self {
            case .time: "time"
            case .interrupt: "interrupt"
            case .kill: "kill"
            case .limit(let reason): reason.name
            }
        }
    }

    private static let patience = Duration.seconds(20)
    private static let feePatience = Duration.seconds(2)

    func run<S: ReadyStrategy>(_ strategy: S, from header: StateHeader?) async throws {
        let account = try await account()
        let traded = try await resolve(StrategyRun<Guarded<S>>.Traded.self)
        let record = RunRecord(
            process: ProcessInfo.processInfo.processIdentifier, strategy: plan.strategy, symbols: plan.symbols,
            host: host,
            port: port, account: account.rawValue, state: plan.state)
        let file = try RunFile(record)
        var isAwaited = false
        defer { if !isAwaited { file.remove() } }
        let journal = journal
        var guarded = Guarded(strategy, limits: plan.limits, size: plan.size, instruments: traded.count)
        // An account of a simulated gateway is new each time.
        if case .at = plan.gateway, let losses = header?.losses { guarded.restore(losses) }
        let run = StrategyRun(
            guarded, on: ib, traded: traded,
            account: account,
            barLength: .seconds(plan.barSeconds), name: Self.name(),
            watch: { event in
                switch event {
                case .filled(let fill): await journal.filled(fill)
                case .refused(let refusal): await journal.refused(refusal)
                case .closedElsewhere(let place, let before, let kept):
                    await journal.note(
                        "\(plan.symbols[place.rawValue]): \(before) were held and \(kept) are: somebody else closed the rest"
                    )
                case .working: break
                }
            }, remember: { try save($0, $1) }, isHalted: { file.isKillAsked })
        if plan.limits.maxMarginPercent != nil { await run.askMargins() }
        if header == nil, plan.warmUp > 0 { try await warmUp(run, traded.map(\.contract)) }
        let before = try await ib.accountSummary(["NetLiquidation"]).first { $0.account == account }?.netLiquidation
        if let header { try await goOn(run, from: header, traded.map(\.contract)) }
        await journal.began(record, restored: header != nil, positions: await run.positions)
        let (ending, isDone) = try await follow(run, file, before)
        if case .kill = ending {
            isAwaited = true
            try answer(record, file, isFlat: isDone)
        }
        guard isDone else { throw RunExit.notClosed }
        if case .limit = ending { throw RunExit.limit }
    }

    /// Follows the run to its end, cancels or closes, saves and sums up.
    ///
    /// - Returns: Why it ended, and whether all is cancelled or closed that was to be.
    private func follow<S: ReadyStrategy>(
        _ run: StrategyRun<Guarded<S>>, _ file: RunFile, _ before: Money?
    ) async throws -> (Ending, isDone: Bool) {
        let plan = plan
        do {
            let (ending, isDone) = try await withThrowingTaskGroup(of: Ending.self) { group in
                group.addTask {
                    try await run.run()
                    throw Failure("the gateway ended the stream of prices")
                }
                group.addTask {
                    await Interruption.wait(); return .interrupt
                }
                group.addTask { try await look(at: run, file) }
                if let length = plan.length {
                    group.addTask {
                        try await Task.sleep(for: length); return .time
                    }
                }
                let ending = try await group.next() ?? .interrupt
                let isDone = try await finish(run, ending)
                group.cancelAll()
                return (ending, isDone)
            }
            try await close(run, because: ending.text, before)
            return (ending, isDone)
        } catch {
            try await close(run, because: "failure", before)
            throw error
        }
    }

    /// Prints refusals, saves now and then, and ends when somebody or a limit stops the run.
    private func look<S: ReadyStrategy>(at run: StrategyRun<Guarded<S>>, _ file: RunFile) async throws -> Ending {
        let clock = ContinuousClock()
        var due = clock.now + .seconds(5)
        while true {
            try await Task.sleep(for: .milliseconds(200))
            let core = await run.strategy.core
            await journal.refused(core.refusals)
            if file.isKillAsked { return .kill }
            if let reason = core.killed { return .limit(reason) }
            // Orders and fills are saved as they happen; this is for what the strategy learned from prices.
            if clock.now >= due {
                try await run.saveNow()
                due = clock.now + .seconds(5)
            }
        }
    }

    private func finish<S: ReadyStrategy>(_ run: StrategyRun<Guarded<S>>, _ ending: Ending) async throws -> Bool {
        var closes = plan.flattens
        switch ending {
        case .kill:
            await journal.note("killed: cancelling orders, closing positions")
            closes = true
        case .limit(let reason):
            await journal.note("stopped by a limit: \(reason)")
            closes = true
        case .time, .interrupt:
            // Nobody turned the switch: what the strategy orders while it ends is not refused, it is over.
            await journal.refused(await run.strategy.core.refusals)
            await journal.stopCounting()
        }
        var keeps = false
        if plan.state != nil, case .at = plan.gateway { keeps = true }
        let isDone =
            closes
            ? try await run.kill(patience: Self.patience)
            : try await run.cancelOrders(patience: Self.patience, keepsExits: keeps)
        try await run.awaitFees(patience: Self.feePatience)
        if !isDone {
            await journal.note("not everything is cancelled or closed; look with `tw orders` and `tw positions`")
        }
        return isDone
    }

    private func close<S: ReadyStrategy>(
        _ run: StrategyRun<Guarded<S>>, because reason: String, _ before: Money?
    ) async throws {
        await journal.refused(await run.strategy.core.refusals)
        let positions = await run.positions
        if positions.contains(where: { !$0.isZero }) {
            let exits = await run.exitsAtWork
            if exits > 0, plan.state != nil {
                await journal.note("left at work for the next run: \(exits) orders that close what is held")
            } else if exits > 0 {
                await journal.note(
                    "left at work: \(exits) orders that close what is held; without --state no run will follow them, "
                        + "cancel them with `tw cancel`")
            } else {
                await journal.note("what is held has no order that protects it")
            }
        }
        var profits = await run.profits
        if let last = profits.last { profits.append((last.time, await run.profit)) }
        await journal.ended(
            because: reason, profits: profits, before: before, equity: await run.accountValue, positions: positions,
            closed: await run.closed)
        try await run.saveNow()
    }

    private func save<S: ReadyStrategy>(_ strategy: Guarded<S>, _ memory: RunMemory) throws {
        guard let path = plan.state else { return }
        let header = StateHeader(
            strategy: plan.strategy, parameters: plan.parameters, symbols: plan.symbols, barSeconds: plan.barSeconds,
            positions: memory.positions, client: client, saved: .now, memory: memory,
            losses: strategy.core.lossMarks)
        try StrategyState(header: header, state: strategy.strategy).save(path)
    }

    /// A name for a run's orders that no other run has.
    static func name() -> String { RunMemory.prefix + String(UInt64.random(in: 0...UInt64.max), radix: 36) }

    private func answer(_ record: RunRecord, _ file: RunFile, isFlat: Bool) throws {
        var record = record
        record.phase = isFlat ? .flat : .notFlat
        try file.tell(record)
    }
}
