import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// As many books as an account with the usual market-data lines may follow at once.
    private static let mostBooks = 3
    private static let mostRows = 20

    /// Answers requests for books.
    mutating func handleDepth(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .reqMktDepth(let message): subscribe(message, at: position)
        case .cancelMktDepth(let message):
            guard let place = links[position].books.firstIndex(where: { $0.request == message.request }) else {
                links[position].refuse(
                    message.request, .unknownDepth,
                    "Can't find the subscribed market depth with tickerId:"
                        + "\(message.request)", at: now)
                return true
            }
            links[position].books.remove(at: place)
        case .reqMktDepthExchanges: tellDepthExchanges(at: position)
        default: return false
        }
        return true
    }

    private mutating func subscribe(_ message: MarketDepthRequest, at position: Int) {
        guard !links[position].books.contains(where: { $0.request == message.request }) else {
            links[position].refuse(message.request, .tickerInUse, "Duplicate ticker ID", at: now)
            return
        }
        guard links[position].books.count < Self.mostBooks else {
            links[position].refuse(
                message.request, .tooManyBooks,
                "Max number (\(Self.mostBooks)) of market depth requests has been reached",
                at: now)
            return
        }
        guard message.rows > 0 else {
            links[position].refuse(message.request, .invalid, "The number of rows must be above zero", at: now)
            return
        }
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        let instrument = market.catalogue[index]
        var subscription = DepthSubscription(
            request: message.request, instrument: index, rows: min(Int(message.rows), Self.mostRows),
            exchange: message.isSmartDepth ? instrument.primaryExchange ?? instrument.exchange : nil,
            ladder: DepthLadder(seed: market.settings.seed, instrument: index, rule: instrument.priceRule))
        tell(&subscription, at: position)
        links[position].books.append(subscription)
    }

    private mutating func tell(_ subscription: inout DepthSubscription, at position: Int) {
        guard let quote = exchange.quote(of: subscription.instrument) else { return }
        var events: [Event] = []
        subscription.tell(quote) { events.append($0) }
        for event in events { links[position].send(event) }
    }

    /// Tells a new quote to everybody who follows the instrument's book.
    mutating func deliverDepth(_ update: MarketUpdate, at position: Int) {
        guard !links[position].books.isEmpty, case .quote = update.kind else { return }
        for place in links[position].books.indices
        where links[position].books[place].instrument == update.instrument {
            var subscription = links[position].books[place]
            tell(&subscription, at: position)
            links[position].books[place] = subscription
        }
    }

    private mutating func tellDepthExchanges(at position: Int) {
        var seen: [DepthExchange] = []
        for index in market.catalogue.indices {
            let instrument = market.catalogue[index]
            var exchange = DepthExchange()
            exchange.exchange = instrument.primaryExchange ?? instrument.exchange
            exchange.securityType = instrument.kind
            exchange.service = "Deep"
            if !seen.contains(exchange) { seen.append(exchange) }
        }
        var message = MarketDepthExchanges()
        message.exchanges = seen
        links[position].send(.mktDepthExchanges(message))
    }
}
