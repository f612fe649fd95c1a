import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    mutating func sendPositions(at position: Int) {
        links[position].watchesPositions = true
        for account in configuration.accounts {
            for record in exchange.positions(of: account) where !record.quantity.isZero {
                links[position].send(report(record, account))
            }
        }
        links[position].send(.positionEnd(PositionEnd()))
    }

    mutating func sendPositions(_ message: PositionsMultiRequest, at position: Int) {
        let account = message.account.rawValue.isEmpty ? configuration.accounts[0] : message.account
        guard configuration.accounts.contains(account) else {
            links[position].refuse(
                message.request, .invalid, "Error validating request: Invalid account code", at: now)
            return
        }
        links[position].positions.append(AccountSubscription(request: message.request, account: account))
        for record in exchange.positions(of: account) where !record.quantity.isZero {
            links[position].send(report(record, account, for: message.request))
        }
        var end = PositionMultiEnd()
        end.request = message.request
        links[position].send(.positionMultiEnd(end))
    }

    private func report(_ record: PositionRecord, _ account: AccountID) -> Event {
        var report = PositionReport()
        report.account = account
        report.contract = ContractTranslation.contract(market.catalogue[record.instrument])
        report.position = record.quantity
        report.averageCost = record.averageCost.doubleValue
        return .position(report)
    }

    private func report(_ record: PositionRecord, _ account: AccountID, for request: RequestID) -> Event {
        var report = PositionMulti()
        report.request = request
        report.account = account
        report.contract = ContractTranslation.contract(market.catalogue[record.instrument])
        report.position = record.quantity
        report.averageCost = record.averageCost.doubleValue
        return .positionMulti(report)
    }

    /// Tells the position that a fill changed to everybody who watches it.
    mutating func tellPosition(_ order: OrderRecord) {
        let account = order.ticket.account
        guard let record = exchange.position(of: account, in: order.ticket.instrument) else { return }
        for position in links.indices {
            if links[position].watchesPositions { links[position].send(report(record, account)) }
            for subscription in links[position].positions where subscription.account == account {
                links[position].send(report(record, account, for: subscription.request))
            }
            if links[position].updatedAccount == account { sendPortfolio(record, account, at: position) }
        }
    }

    /// Tells an account that traded to everybody who watches it.
    mutating func tellAccount(_ account: AccountID) {
        for position in links.indices {
            if links[position].updatedAccount == account { sendAccountValues(account, to: &links[position]) }
            for subscription in links[position].accounts where subscription.account == account {
                send(subscription, at: position)
            }
        }
    }
}
