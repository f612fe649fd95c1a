import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

/// What a run found when it went on after a break.
public struct ResumeReport: Sendable {
    /// Orders that were still at the gateway and are followed again.
    public internal(set) var found = 0
    /// Fills that came meanwhile.
    public internal(set) var fills = 0
    /// Orders that closed a position and were gone: they are placed again.
    public internal(set) var replaced: [OrderIntent] = []
    /// Orders of this client that belong to no run that is remembered; left as they are.
    public internal(set) var strangers: [TradewindsLedger.OrderRecord] = []
    /// Contracts of which the account holds less than remembered, by place: what was expected and what is there.
    public internal(set) var corrected: [(place: Int, expected: Quantity, there: Quantity)] = []
}

extension StrategyRun {
    /// Goes on from what an earlier run remembered, before ``run()``.
    ///
    /// Orders at the gateway are known by their references and followed on; fills that came meanwhile are told to the
    /// strategy. What is held is never more than the account holds, by positions and fills of one instant. Orders that are
    /// gone are placed again where they closed a position that is still there, at full distance where they trail; others
    /// are told as lost.
    ///
    /// - Throws: `IBError` where the account trades so fast that its positions and fills cannot be told apart.
    public func resume(_ memory: RunMemory) async throws -> ResumeReport {
        isResumed = true
        broker.recall(memory)
        var report = ResumeReport()
        // Orders before fills: what fills in between is seen as a fill.
        for record in try await ib.openOrders() {
            if let serial = broker.serial(record.order.reference), broker.book[serial] != nil {
                if broker.book.sent(serial, as: record.key) { ib.cancel(record.key.order) }
                report.found += 1
            } else {
                report.strangers.append(record)
            }
        }
        let view = try await accountView()
        foreign = Set(view.fills.filter(isForeign).map(\.execution.id))
        report.fills = await catchUp(view.fills)
        takeOver(view.positions, &report)
        // The market has told no time yet, and what is lost is told with one.
        let time = try await ib.currentTime()
        broker.now = max(broker.now, time)
        await replaceMissing(memory, &report)
        isUnsaved = true
        try await obey()
        return report
    }

    /// Tells the strategy the fills of its remembered orders that it does not know yet.
    @discardableResult
    func catchUp(_ all: [Fill]) async -> Int {
        var count = 0
        for fill in all where fill.execution.client == ib.clientID {
            guard let serial = broker.serial(fill.execution.orderReference), let entry = broker.book[serial],
                (fill.execution.cumulativeQuantity ?? 0) > entry.told
            else { continue }
            let before = fills.count
            await tell(fill)
            count += fills.count - before
        }
        return count
    }

    private func takeOver(_ positions: [Position], _ report: inout ResumeReport) {
        for (place, contract) in contracts.enumerated() {
            let there = positions.filter { $0.contract.id == contract.id }.reduce(Quantity(0)) { $0 + $1.quantity }
            let expected = broker.account.lines[place].held
            broker.account.limit(to: there, at: place)
            if broker.account.lines[place].held != expected { report.corrected.append((place, expected, there)) }
        }
    }

    private func accountView() async throws -> AccountView {
        let view = try await AccountView.ask(
            fills: { try await ib.executions() },
            positions: { try await ib.positions().filter { account == nil || $0.account == account } },
            concerns: { isOfAccount($0) && place(of: $0.contract) != nil })
        if let view { return view }
        let symbols = contracts.map(\.localSymbol).joined(separator: ", ")
        throw IBError(
            .invalid,
            "\(symbols): the account trades without a pause, so that what it holds cannot be told; cancel what fills, "
                + "or try again later",
            remedy: .retryLater)
    }

    /// Deals with orders that are gone; those given since have no name at the gateway yet either.
    private func replaceMissing(_ memory: RunMemory, _ report: inout ResumeReport) async {
        let missing = broker.book.entries.filter { $0.key == nil && $0.serial < memory.nextSerial }
        let protecting = missing.filter {
            broker.book.protects($0, held: broker.position(in: $0.intent.instrument))
        }
        for entry in missing { broker.book.ended(entry.serial, filled: entry.told) }
        for entry in missing where !entry.isCancelling && !entry.rest.isZero {
            if protecting.contains(where: { $0.serial == entry.serial }), let intent = placeAgain(entry, memory) {
                report.replaced.append(intent)
            } else if !entry.isChild, entry.intent.group == nil {
                // Of orders that stood together another may have filled; the others are gone for good reason.
                await refuse(entry.handle, entry.intent, .lost)
            }
        }
    }

    private func placeAgain(_ entry: TradeBook.Entry, _ memory: RunMemory) -> OrderIntent? {
        var intent = entry.intent
        intent.quantity = entry.rest
        (intent.takeProfit, intent.stopLoss) = (nil, nil)
        // Of exits that stood together one fill still cancels the others, in a group that was never used.
        if entry.isChild || intent.group != nil {
            let name = "\(memory.name)-\(memory.nextSerial)-\(intent.group?.name ?? entry.handle.description)"
            intent.group = GroupMembership(name: name, rule: .cancel)
        }
        let side = broker.working(in: intent.instrument, on: intent.side) ?? WorkingOrders()
        let held = broker.position(in: intent.instrument).magnitude
        guard side.active + side.added(by: intent) <= held else { return nil }
        broker.give(intent, as: entry.handle)
        return intent
    }
}
