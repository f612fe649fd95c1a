import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// How often profits are told, in market time.
    static let profitInterval = Duration.seconds(1)
    /// How often accounts are told when nothing was traded, in market time.
    static let accountInterval = Duration.seconds(180)

    mutating func subscribe(_ message: PnLSingleRequest, at position: Int) {
        guard let index = market.catalogue.index(of: message.contract) else {
            links[position].refuse(
                message.request, .noContract, "No security definition has been found for the request", at: now)
            return
        }
        subscribe(message.request, message.account, index, at: position)
    }

    mutating func subscribe(
        _ request: RequestID, _ account: AccountID, _ instrument: InstrumentIndex?, at position: Int
    ) {
        guard configuration.accounts.contains(account) else {
            links[position].refuse(request, .invalid, "Error validating request: Invalid account code", at: now)
            return
        }
        links[position].profits.append(ProfitSubscription(request: request, account: account, instrument: instrument))
        tellProfits(at: position)
    }

    private mutating func tellProfits(at position: Int) {
        for place in links[position].profits.indices {
            let subscription = links[position].profits[place]
            let event = profit(subscription)
            guard event != subscription.told else { continue }
            links[position].profits[place].told = event
            links[position].send(event)
        }
    }

    private func profit(_ subscription: ProfitSubscription) -> Event {
        guard let instrument = subscription.instrument else {
            var answer = PnL()
            answer.request = subscription.request
            let record = exchange.profit(of: subscription.account)
            answer.daily = record?.daily.doubleValue
            answer.unrealized = record?.unrealized.doubleValue
            answer.realized = record?.realized.doubleValue
            return .pnl(answer)
        }
        var answer = PnLSingle()
        answer.request = subscription.request
        let record = exchange.position(of: subscription.account, in: instrument)
        answer.position = record?.quantity ?? 0
        answer.daily = record?.daily.doubleValue ?? 0
        answer.unrealized = record?.unrealized.doubleValue ?? 0
        answer.realized = record?.realized.doubleValue ?? 0
        answer.value = record?.marketValue.doubleValue ?? 0
        return .pnlSingle(answer)
    }

    /// Does what the passing of time asks for.
    mutating func deliverTimed() {
        endOldSnapshots()
        closeBars()
        if nextProfitUpdate <= now {
            nextProfitUpdate = now + Self.profitInterval
            for position in links.indices { tellProfits(at: position) }
        }
        guard nextAccountUpdate <= now else { return }
        nextAccountUpdate = now + Self.accountInterval
        for account in configuration.accounts { tellAccount(account) }
        for position in links.indices {
            for subscription in links[position].summaries { send(subscription, at: position) }
            if let account = links[position].updatedAccount {
                for record in exchange.positions(of: account) { sendPortfolio(record, account, at: position) }
            }
        }
    }
}
