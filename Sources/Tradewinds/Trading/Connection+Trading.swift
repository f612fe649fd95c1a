import Synchronization
import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Connection {
    /// Market and fills in one stream, so that their order is the gateway's. Nothing is dropped.
    ///
    /// - Parameters:
    ///   - contracts: What to follow, tick by tick. Real gateways allow a handful of such subscriptions at once.
    ///   - trades: Whether trades are told; currency pairs have none.
    ///   - quotes: Whether quotes are told.
    ///   - account: An account whose values and positions are told as well, all of them before any trade or quote where the
    ///     gateway answers in order. Gateways follow one account at a time: asking for ``account(_:)`` meanwhile ends it.
    public func trading(
        on contracts: [Contract], trades: Bool = true, quotes: Bool = true, account: AccountID? = nil
    ) -> Updates<TradingEvent> {
        var kinds: [TickByTickKind] = []
        if trades { kinds.append(.allLast) }
        if quotes { kinds.append(.bidAsk) }
        let wanted = kinds
        return Updates {
            let mailbox = Mailbox<TradingEvent>(.keepAll)
            let opened = Shared<[RequestID]>([])
            perform { core in
                if let failure = core.failure { return mailbox.finish(failure) }
                let ids = core.follow(contracts, wanted, account, mailbox)
                opened.value.withLock { $0 = ids }
            }
            return (mailbox, Lease { perform { $0.unfollow(opened.value.withLock { $0 }, account, mailbox) } })
        }
    }
}

extension Core {
    fileprivate func follow(
        _ contracts: [Contract], _ kinds: [TickByTickKind], _ account: AccountID?, _ mailbox: Mailbox<TradingEvent>
    ) -> [RequestID] {
        var places: [RequestID: Int] = [:]
        var requests: [(id: RequestID, message: Request)] = []
        for (place, contract) in contracts.enumerated() {
            for kind in kinds where kind != .allLast || contract.kind != .currencyPair {
                let id = table.open(.stream)
                places[id] = place
                requests.append((id, Connection.tickByTick(id, contract, kind)))
            }
        }
        do throws(IBError) { for request in requests { try check(request.message) } } catch {
            for request in requests { table.close(request.id) }
            mailbox.finish(error)
            return []
        }
        var ledger = FillLedger()
        let sink = StreamSink(mailbox) { event, _ in TradingEvent(event, places, account, &ledger).map { [$0] } ?? [] }
        for request in requests { sinks[request.id] = FailureSink(of: sink) }
        listeners[ObjectIdentifier(mailbox)] = sink
        if let account { send([Connection.updates(account, true)]) }
        send(requests.map(\.message))
        return requests.map(\.id)
    }

    fileprivate func unfollow(_ requests: [RequestID], _ account: AccountID?, _ mailbox: Mailbox<TradingEvent>) {
        guard listeners.removeValue(forKey: ObjectIdentifier(mailbox)) != nil else { return }
        if let account { send([Connection.updates(account, false)], .cancel) }
        for id in requests where sinks.removeValue(forKey: id) != nil {
            table.close(id)
            send([Connection.cancelTickByTick(id)], .cancel)
        }
    }
}

extension TradingEvent {
    fileprivate init?(
        _ event: Event, _ places: [RequestID: Int], _ account: AccountID?, _ ledger: inout FillLedger
    ) {
        switch event {
        case .tickByTick(let tick):
            guard let place = places[tick.request] else { return nil }
            if let trade = tick.trade {
                self = .trade(place, trade)
            } else if let quote = tick.quote {
                self = .quote(place, quote)
            } else {
                return nil
            }
        case .execDetails(let details) where details.request.rawValue < 0:
            guard let fill = ledger.apply(details) else { return nil }
            self = .fill(fill)
        case .commissionAndFeesReport(let report):
            guard let fill = ledger.apply(report) else { return nil }
            self = .fill(fill)
        case .updateAccountValue(let value) where value.account == account: self = .account(value)
        case .updatePortfolio(let holding) where holding.account == account: self = .holding(holding)
        case .accountDownloadEnd(let end) where end.account == account: self = .accountTold
        case .currentTime(let message): self = .time(Timestamp(seconds: message.seconds))
        default: return nil
        }
    }
}

/// Passes on that a request failed; its messages arrive elsewhere.
private final class FailureSink: Sink {
    private let target: Sink
    init(of target: Sink) { self.target = target }
    override func fail(_ error: IBError) { target.fail(error) }
}
