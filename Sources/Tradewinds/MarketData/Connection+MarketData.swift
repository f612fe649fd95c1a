import Synchronization
import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Connection {
    /// The quote of a contract, whenever it changes. A slow loop sees the newest quote and skips those between.
    public func quotes(_ contract: Contract, genericTicks: String = "") -> Updates<Quote> {
        updates(
            .newest,
            message: { Self.marketData($0, contract, genericTicks) }, cancel: Self.cancelMarketData,
            transform: {
                var quote = Quote()
                return { event, _ in quote.apply(event) ? [quote] : [] }
            })
    }

    /// Every tick of several contracts, untouched and complete, a batch for each read of the socket.
    ///
    /// When the loop falls behind, the socket waits, and with it everything else on this connection. Which contract a
    /// tick belongs to is told by ``TickBatch/index(of:)``.
    public func ticks(_ contracts: [Contract], genericTicks: String = "") -> Updates<TickBatch> {
        Updates {
            let mailbox = Mailbox<TickBatch>(.keepAll, limit: 64) { perform { $0.setReading(true) } }
            let first = Shared<RequestID?>(nil)
            let count = Int32(contracts.count)
            perform { core in
                if let failure = core.failure { return mailbox.finish(failure) }
                let ids = contracts.map { _ in core.table.open(.stream) }
                guard let start = ids.first else { return mailbox.finish() }
                first.value.withLock { $0 = start }
                let sink = TickSink(mailbox, first: start)
                for id in ids {
                    core.tickSinks[id] = sink
                    core.sinks[id] = sink
                }
                for (id, contract) in zip(ids, contracts) { core.send([Self.marketData(id, contract, genericTicks)]) }
            }
            return (
                mailbox,
                Lease {
                    perform { core in
                        guard let start = first.value.withLock({ $0 }) else { return }
                        for number in start.rawValue..<(start.rawValue + count) {
                            let id = RequestID(number)
                            guard core.tickSinks.removeValue(forKey: id) != nil else { continue }
                            core.sinks[id] = nil
                            core.table.close(id)
                            core.send([Self.cancelMarketData(id)], .cancel)
                        }
                        core.setReading(true)
                    }
                }
            )
        }
    }

    /// A contract's quote as it is now, once. Takes up to eleven seconds where there is little data.
    public func snapshot(_ contract: Contract) async throws(IBError) -> Quote {
        let events = try await ask(
            Question(
                kind: .request(.untilEnd),
                message: { id in
                    var request = MarketDataRequest()
                    request.request = id
                    request.contract = contract
                    request.isSnapshot = true
                    return .reqMktData(request)
                }, cancel: Self.cancelMarketData, deadline: configuration.deadline, name: "snapshot"))
        var quote = Quote()
        for event in events { quote.apply(event) }
        return quote
    }

    /// Every trade, quote or midpoint, one by one. Nothing is dropped.
    public func tickByTick(_ contract: Contract, _ kind: TickByTickKind) -> Updates<TickByTickData> {
        updates(
            .keepAll,
            message: { Self.tickByTick($0, contract, kind) }, cancel: Self.cancelTickByTick,
            transform: { { event, _ in if case .tickByTick(let tick) = event { [tick] } else { [] } } })
    }

    /// Chooses live, frozen or delayed data for subscriptions from now on.
    public func setMarketDataQuality(_ quality: MarketDataQuality) {
        perform { core in
            var request = MarketDataTypeRequest()
            request.type = quality
            core.send([.reqMarketDataType(request)])
        }
    }

    static func tickByTick(_ id: RequestID, _ contract: Contract, _ kind: TickByTickKind) -> Request {
        var request = TickByTickRequest()
        request.request = id
        request.contract = contract
        request.kind = kind.rawValue
        return .reqTickByTickData(request)
    }

    static func cancelTickByTick(_ id: RequestID) -> Request {
        var cancel = CancelTickByTick()
        cancel.request = id
        return .cancelTickByTickData(cancel)
    }

    private static func marketData(_ id: RequestID, _ contract: Contract, _ genericTicks: String) -> Request {
        var request = MarketDataRequest()
        request.request = id
        request.contract = contract
        request.genericTicks = genericTicks
        return .reqMktData(request)
    }

    private static func cancelMarketData(_ id: RequestID) -> Request {
        var cancel = CancelMarketData()
        cancel.request = id
        return .cancelMktData(cancel)
    }
}

/// What a tick-by-tick stream tells.
public enum TickByTickKind: String, Sendable, Hashable {
    /// Trades that move the last price.
    case last = "Last"
    /// All trades.
    case allLast = "AllLast"
    /// Quotes.
    case bidAsk = "BidAsk"
    /// Midpoints.
    case midpoint = "MidPoint"
}

/// Ticks in the order in which they came.
public struct TickBatch: Sendable {
    /// The ticks, as messages of the protocol.
    public let events: [Event]
    let first: RequestID

    /// Which of the contracts asked for a request belongs to, by place.
    public func index(of request: RequestID) -> Int { Int(request.rawValue - first.rawValue) }
}
