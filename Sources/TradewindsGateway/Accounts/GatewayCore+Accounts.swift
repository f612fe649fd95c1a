import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Answers requests about accounts.
    mutating func handleAccounts(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .reqAccountUpdates(let message): subscribe(message, at: position)
        case .reqAccountUpdatesMulti(let message): subscribe(message, at: position)
        case .cancelAccountUpdatesMulti(let message):
            links[position].accounts.removeAll { $0.request == message.request }
        case .reqAccountSummary(let message): subscribe(message, at: position)
        case .cancelAccountSummary(let message):
            links[position].summaries.removeAll { $0.request == message.request }
        case .reqPositions: sendPositions(at: position)
        case .cancelPositions: links[position].watchesPositions = false
        case .reqPositionsMulti(let message): sendPositions(message, at: position)
        case .cancelPositionsMulti(let message):
            links[position].positions.removeAll { $0.request == message.request }
        case .reqPnL(let message): subscribe(message.request, message.account, nil, at: position)
        case .reqPnLSingle(let message): subscribe(message, at: position)
        case .cancelPnL(let message): links[position].profits.removeAll { $0.request == message.request }
        case .cancelPnLSingle(let message): links[position].profits.removeAll { $0.request == message.request }
        default: return false
        }
        return true
    }

    /// The account that a request means: an empty one is the default where there is one only.
    private mutating func account(_ named: AccountID, for request: RequestID, at position: Int) -> AccountID? {
        if configuration.accounts.contains(named) { return named }
        if named.rawValue.isEmpty || named.rawValue == "All", let first = configuration.accounts.first { return first }
        links[position].refuse(request, .invalid, "Error validating request: Invalid account code", at: now)
        return nil
    }

    private mutating func subscribe(_ message: AccountDataRequest, at position: Int) {
        guard message.subscribes else {
            links[position].updatedAccount = nil
            return
        }
        guard let account = account(message.account, for: -1, at: position) else { return }
        links[position].updatedAccount = account
        sendAccount(account, at: position)
        var end = AccountDataEnd()
        end.account = account
        links[position].send(.accountDownloadEnd(end))
    }

    func sendAccountValues(_ account: AccountID, to link: inout Link) {
        guard let values = exchange.values(of: account) else { return }
        var entries = [
            AccountText(key: "AccountCode", value: account.rawValue, currency: ""),
            AccountText(key: "AccountReady", value: "true", currency: ""),
        ]
        entries += AccountText.values(values) + AccountText.segments(values) + AccountText.ledger(values)
        for entry in entries {
            var update = AccountValue()
            update.key = entry.key
            update.value = entry.value
            update.currency = entry.currency
            update.account = account
            link.send(.updateAccountValue(update))
        }
    }

    private mutating func sendAccount(_ account: AccountID, at position: Int) {
        sendAccountValues(account, to: &links[position])
        for record in exchange.positions(of: account) { sendPortfolio(record, account, at: position) }
        var time = AccountUpdateTime()
        time.time = ProtocolTime.minute(now, .usEastern)
        links[position].send(.updateAccountTime(time))
    }

    mutating func sendPortfolio(_ record: PositionRecord, _ account: AccountID, at position: Int) {
        var line = PortfolioValue()
        line.contract = ContractTranslation.contract(market.catalogue[record.instrument])
        if line.contract.primaryExchange.isEmpty { line.contract.primaryExchange = line.contract.exchange }
        line.position = record.quantity
        line.marketPrice = record.marketPrice?.doubleValue ?? 0
        line.marketValue = record.marketValue.doubleValue
        line.averageCost = record.averageCost.doubleValue
        line.unrealizedProfit = record.unrealized.doubleValue
        line.realizedProfit = record.realized.doubleValue
        line.account = account
        links[position].send(.updatePortfolio(line))
    }

    private mutating func subscribe(_ message: AccountUpdatesMultiRequest, at position: Int) {
        guard let account = account(message.account, for: message.request, at: position) else { return }
        let subscription = AccountSubscription(
            request: message.request, account: account, ledgerOnly: message.ledgerOnly)
        links[position].accounts.append(subscription)
        send(subscription, at: position)
        var end = AccountUpdateMultiEnd()
        end.request = message.request
        links[position].send(.accountUpdateMultiEnd(end))
    }

    mutating func send(_ subscription: AccountSubscription, at position: Int) {
        guard let values = exchange.values(of: subscription.account) else { return }
        var entries = AccountText.ledger(values)
        entries += AccountText.values(values).filter { !subscription.ledgerOnly || $0.key == "NetLiquidation" }
        for entry in entries {
            var update = AccountUpdateMulti()
            update.request = subscription.request
            update.account = subscription.account
            update.key = entry.key
            update.value = entry.value
            update.currency = entry.currency
            links[position].send(.accountUpdateMulti(update))
        }
    }

    private mutating func subscribe(_ message: AccountSummaryRequest, at position: Int) {
        let tags = message.tags.split(separator: ",").map(String.init)
        let subscription = SummarySubscription(request: message.request, tags: tags)
        links[position].summaries.append(subscription)
        send(subscription, at: position)
        var end = AccountSummaryEnd()
        end.request = message.request
        links[position].send(.accountSummaryEnd(end))
    }

    mutating func send(_ subscription: SummarySubscription, at position: Int) {
        let ledger = subscription.tags.contains { $0.hasPrefix("$LEDGER") }
        for account in configuration.accounts {
            guard let values = exchange.values(of: account) else { continue }
            var entries = AccountText.values(values).filter { subscription.tags.contains($0.key) }
            if ledger { entries += AccountText.ledger(values) }
            for entry in entries {
                var line = AccountSummary()
                line.request = subscription.request
                line.account = account
                line.tag = entry.key
                line.value = entry.value
                line.currency = entry.currency
                links[position].send(.accountSummary(line))
            }
        }
    }
}
