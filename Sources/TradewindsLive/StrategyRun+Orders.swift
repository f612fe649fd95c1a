import Tradewinds
import TradewindsExchange
import TradewindsLedger
import TradewindsStrategy
import TradewindsVocabulary

// What goes to the gateway, and what the gateway says of it.
extension StrategyRun {
    /// Sends what the strategy ordered, once it is remembered.
    func obey() async throws {
        try save()
        let actions = broker.takeActions()
        guard !actions.isEmpty else { return }
        for action in actions {
            switch action {
            case .place(_, let intent, let serials) where !isClosing && (isHalted() || !isWelcome(intent)):
                broker.book.failed(serials)
            case .place(let handle, let intent, let serials): try await send(intent, as: handle, serials)
            case .cancel(let handle): for key in broker.book.open(of: handle) { ib.cancel(key.order) }
            case .cancelAll(let instrument): for key in broker.book.open(of: instrument) { ib.cancel(key.order) }
            }
            sent += 1
        }
        await lookAtOrders()
        try save()
        await watch(.working(broker.book.count))
    }

    /// Whether an order may still go while the run ends: one that closes what is held, where exits stay at work.
    private func isWelcome(_ intent: OrderIntent) -> Bool {
        guard isEnding else { return true }
        let held = broker.position(in: intent.instrument)
        let closes = !held.isZero && held.isNegative == (intent.side == .buy) && intent.quantity <= held.magnitude
        return keepsExits && closes
    }

    private func send(_ intent: OrderIntent, as handle: OrderHandle, _ serials: Range<Int>) async throws {
        let contract = contracts[intent.instrument.rawValue]
        do {
            let references = serials.map { broker.reference($0) }
            let trade = try await ib.place(intent.plan(for: account, references: references), on: contract)
            for (serial, trade) in zip(serials, [trade] + trade.children) where broker.book.sent(serial, as: trade.key)
            {
                ib.cancel(trade)
            }
        } catch {
            broker.book.failed(serials)
            guard error.code == .invalid else { throw error }
            await refuse(handle, intent, .gateway(code: 0, text: error.text))
        }
    }

    /// Notes which orders have ended, and tells the strategy those that the gateway did not take.
    func lookAtOrders() async {
        for entry in broker.book.open {
            guard let key = entry.open, let record = await ib.order(key) else { continue }
            if let remark = record.refusal, record.filled.isZero, !entry.isCancelling {
                // A child goes with its parent, whose refusal says it all.
                guard broker.book[entry.serial] != nil else { continue }
                broker.book.forget(entry.serial)
                isUnsaved = true
                await refuse(entry.handle, entry.intent, .gateway(code: remark.code, text: remark.text))
            } else if record.isDone {
                broker.book.ended(entry.serial, filled: record.filled)
                isUnsaved = true
            }
        }
    }

    func refuse(_ handle: OrderHandle, _ intent: OrderIntent, _ reason: RefusalReason) async {
        let refusal = Refusal(time: broker.now, order: handle, intent: intent, reason: reason)
        strategy.refused(handle, reason: reason, &broker)
        await watch(.refused(refusal))
    }
}

extension TradewindsLedger.OrderRecord {
    /// Why the gateway did not take the order; `nil` where it did, or has not spoken yet.
    fileprivate var refusal: OrderRemark? {
        switch status {
        case nil, .inactive: remarks.last { !$0.isWarning && $0.code != Self.cancelled }
        case .cancelled, .apiCancelled: remarks.last { $0.code == Self.rejected }
        default: nil
        }
    }

    /// The code that tells of a cancellation.
    private static var cancelled: Int { 202 }
    /// The code that tells of a rejection.
    private static var rejected: Int { 201 }
}
