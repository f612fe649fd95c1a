import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// How long a snapshot may wait for a quote.
    static let snapshotPatience = Duration.seconds(11)

    /// Answers requests for live prices.
    mutating func handleMarketData(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .reqMarketDataType(let message): links[position].quality = message.type
        case .reqMktData(let message): subscribe(message, at: position)
        case .cancelMktData(let message):
            guard let place = links[position].quotes.firstIndex(where: { $0.request == message.request }) else {
                links[position].refuse(
                    message.request, .unknownTicker, "Can't find EId with tickerId:\(message.request)", at: now)
                return true
            }
            links[position].quotes.remove(at: place)
        case .reqTickByTickData(let message): subscribe(message, at: position)
        case .cancelTickByTickData(let message): links[position].ticks.removeAll { $0.request == message.request }
        case .reqRealTimeBars(let message): subscribe(message, at: position)
        case .cancelRealTimeBars(let message): links[position].bars.removeAll { $0.request == message.request }
        default: return false
        }
        return true
    }

    private mutating func subscribe(_ message: MarketDataRequest, at position: Int) {
        guard !links[position].quotes.contains(where: { $0.request == message.request }) else {
            links[position].refuse(message.request, .tickerInUse, "Duplicate ticker ID", at: now)
            return
        }
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        let instrument = market.catalogue[index]
        var quality = MarketDataType()
        quality.request = message.request
        quality.type = .live
        links[position].send(.marketDataType(quality))
        var parameters = TickReqParams()
        parameters.request = message.request
        parameters.minTick = instrument.minimumTick.decimal
        parameters.bboExchange = instrument.primaryExchange ?? instrument.exchange
        parameters.snapshotPermissions = 3
        links[position].send(.tickReqParams(parameters))
        let once = message.isSnapshot || message.isRegulatorySnapshot
        var subscription = QuoteSubscription(
            request: message.request, instrument: index,
            snapshotDeadline: once ? now + Self.snapshotPatience : nil)
        let day = dayStatistics(of: index)
        var events: [Event] = []
        if let quote = exchange.quote(of: index) { subscription.tell(quote) { events.append($0) } }
        subscription.tell(day) { events.append($0) }
        for event in events { links[position].send(event) }
        if once, subscription.isTold {
            endSnapshot(message.request, at: position)
        } else {
            links[position].quotes.append(subscription)
        }
    }

    private mutating func endSnapshot(_ request: RequestID, at position: Int) {
        var end = TickSnapshotEnd()
        end.request = request
        links[position].send(.tickSnapshotEnd(end))
    }

    private mutating func subscribe(_ message: TickByTickRequest, at position: Int) {
        guard let kind = TickSubscription.Kind(rawValue: message.kind) else {
            links[position].refuse(
                message.request, .invalid, "Tick type \(message.kind) is none of Last, AllLast, BidAsk, MidPoint",
                at: now)
            return
        }
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        if kind == .last || kind == .allLast, market.catalogue[index].kind == .currencyPair {
            links[position].refuse(message.request, .invalid, "No trades for a currency pair; ask for BidAsk", at: now)
            return
        }
        links[position].ticks.append(
            TickSubscription(
                request: message.request, instrument: index, kind: kind, ignoresSize: message.ignoresSize))
    }

    private mutating func subscribe(_ message: RealTimeBarsRequest, at position: Int) {
        guard let kind = HistoryKind(text: message.whatToShow) else {
            links[position].refuse(
                message.request, .invalid, "Real-time bars show TRADES, MIDPOINT, BID or ASK", at: now)
            return
        }
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        var builder = LiveBarBuilder(
            kind, size: .seconds5, schedule: market.schedule(of: index), regularHours: message.regularHoursOnly)
        // A bar comes every five seconds, also where nothing happens.
        let quote = exchange.quote(of: index)
        let price: Price? =
            switch kind {
            case .trades: exchange.last(of: index)
            case .bid: quote?.bid
            case .ask: quote?.ask
            case .midpoint:
                quote?.bid.flatMap { bid in
                    quote?.ask.map { Price((bid + $0).decimal * ExactDecimal(5, scale: 1)) }
                }
            }
        if let price { builder.fillSilence(after: price, from: now) }
        links[position].bars.append(
            BarSubscription(request: message.request, instrument: index, builder: builder, form: .realTime))
    }

    /// Tells an update of the market to everybody who subscribed to it.
    mutating func deliver(_ update: MarketUpdate) {
        if case .trade(let trade) = update.kind { count(trade, of: update.instrument, at: update.time) }
        let quote = exchange.quote(of: update.instrument)
        for position in links.indices {
            deliverQuotes(update, quote, at: position)
            deliverTicks(update, at: position)
            deliverDepth(update, at: position)
            deliverBars(update, at: position)
        }
    }

    private mutating func deliverQuotes(_ update: MarketUpdate, _ quote: Quote?, at position: Int) {
        guard !links[position].quotes.isEmpty else { return }
        for place in links[position].quotes.indices.reversed()
        where links[position].quotes[place].instrument == update.instrument {
            var subscription = links[position].quotes[place]
            var events: [Event] = []
            switch update.kind {
            case .trade(let trade):
                if let day = statistics[update.instrument.rawValue] {
                    subscription.tell(trade, at: update.time, day) { events.append($0) }
                }
            case .quote, .bar:
                if let quote { subscription.tell(quote) { events.append($0) } }
            }
            for event in events { links[position].send(event) }
            if subscription.snapshotDeadline != nil, subscription.isTold {
                endSnapshot(subscription.request, at: position)
                links[position].quotes.remove(at: place)
            } else {
                links[position].quotes[place] = subscription
            }
        }
    }

    /// Ends snapshots that have waited long enough.
    mutating func endOldSnapshots() {
        for position in links.indices {
            for subscription in links[position].quotes {
                guard let deadline = subscription.snapshotDeadline, deadline <= now else { continue }
                endSnapshot(subscription.request, at: position)
                links[position].quotes.removeAll { $0.request == subscription.request }
            }
        }
    }

    private mutating func deliverTicks(_ update: MarketUpdate, at position: Int) {
        for place in links[position].ticks.indices
        where links[position].ticks[place].instrument == update.instrument {
            let subscription = links[position].ticks[place]
            var tick = TickByTickData()
            tick.request = subscription.request
            switch (update.kind, subscription.kind) {
            case (.trade(let trade), .last), (.trade(let trade), .allLast):
                tick.type = subscription.kind == .last ? .last : .allLast
                tick.trade = HistoryTranslation.trade(trade, at: update.time, market.catalogue[update.instrument])
            case (.quote(let quote), .quotes):
                if subscription.ignoresSize, quote.bid == subscription.told?.bid, quote.ask == subscription.told?.ask {
                    continue
                }
                links[position].ticks[place].told = quote
                tick.type = .bidAsk
                tick.quote = HistoryTranslation.quote(quote, at: update.time)
            case (.quote(let quote), .midpoint):
                guard let bid = quote.bid, let ask = quote.ask else { continue }
                if let told = subscription.told, told.bid == bid, told.ask == ask { continue }
                links[position].ticks[place].told = quote
                tick.type = .midpoint
                var middle = HistoricalTick()
                middle.seconds = update.time.seconds
                middle.price = (bid.doubleValue + ask.doubleValue) / 2
                tick.midpoint = middle
            default: continue
            }
            links[position].send(.tickByTick(tick))
        }
    }
}
