import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Tells the clients concerned what happened at the exchange, in order.
    mutating func deliverExchangeEvents() {
        guard !exchange.events.isEmpty else { return }
        let events = exchange.events
        exchange.clearEvents()
        var traded: [AccountID] = []
        for event in events {
            guard let key = event.order, let record = exchange.order(key), orders.indices.contains(key.rawValue) else {
                continue
            }
            deliver(event, record)
            if case .commission = event.kind {
                tellPosition(record)
                if !traded.contains(record.ticket.account) { traded.append(record.ticket.account) }
            }
        }
        for account in traded { tellAccount(account) }
    }

    private mutating func deliver(_ event: ExchangeEvent, _ record: OrderRecord) {
        let known = orders[record.key.rawValue]
        let position = links.firstIndex { $0.client == known.client && !$0.isClosing }
        func send(_ event: Event) { if let position { links[position].send(event) } }
        func refuse(_ code: GatewayCode, _ text: String) {
            if let position { links[position].refuse(RequestID(known.id.rawValue), code, text, at: now) }
        }
        switch event.kind {
        case .accepted(let state), .stateChanged(let state):
            var record = record
            // Told as it was then: a fill in the same instant is told by its own event.
            if record.state == .filled || record.filled > 0 { record = asAccepted(record, state) }
            tell(record, state: state, to: position)
        case .changed, .reduced: tell(record, state: record.state, to: position)
        case .stopMoved: send(openOrder(record))
        case .executed(let execution):
            orders[record.key.rawValue].lastFillPrice = execution.price.doubleValue
            send(details(of: execution))
            send(openOrder(record))
            send(statusUpdate(record))
            orders[record.key.rawValue].toldStatus = Self.status(of: record.state)
        case .commission(let report): send(self.report(report))
        case .rejected(let rejection):
            refuse(rejection.message.code, rejection.message.text)
            tell(record, state: record.state, to: position)
        case .changeRejected(let rejection), .cancelRejected(let rejection):
            refuse(rejection.message.code, rejection.message.text)
        case .cancelled(let reason):
            tell(record, state: record.state, to: position)
            refuse(.cancelled, reason.text)
        case .marginCall, .dayEnded: break
        }
    }

    private mutating func tell(_ record: OrderRecord, state: TradewindsExchange.OrderState, to position: Int?) {
        guard let position else { return }
        guard case .openOrder(var open) = openOrder(record), case .orderStatus(var update) = statusUpdate(record) else {
            return
        }
        open.state.status = Self.status(of: state)
        update.status = Self.status(of: state)
        links[position].send(.openOrder(open))
        links[position].send(.orderStatus(update))
        orders[record.key.rawValue].toldStatus = update.status
    }

    /// The record as it was before fills of the same instant.
    private func asAccepted(_ record: OrderRecord, _ state: TradewindsExchange.OrderState) -> OrderRecord {
        record.unfilled(in: state)
    }
}
