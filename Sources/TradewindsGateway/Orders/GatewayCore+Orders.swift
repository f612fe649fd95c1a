import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Answers requests about orders.
    mutating func handleOrders(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .placeOrder(let message): place(message, at: position)
        case .cancelOrder(let message): cancel(message.order, at: position)
        case .reqGlobalCancel: exchange.cancelAll()
        case .reqOpenOrders, .reqAutoOpenOrders: sendOpenOrders(of: links[position].client, request, at: position)
        case .reqAllOpenOrders: sendOpenOrders(of: nil, request, at: position)
        case .reqCompletedOrders: sendCompletedOrders(at: position)
        case .reqExecutions(let message): sendExecutions(message, at: position)
        default: return false
        }
        return true
    }

    private mutating func place(_ message: PlaceOrderRequest, at position: Int) {
        guard let client = links[position].client else { return }
        let request = RequestID(message.id.rawValue)
        if let known = key(of: message.id, client) {
            return change(known, message, at: position)
        }
        guard !message.order.isWhatIf else { return preview(message, client, at: position) }
        guard message.id.rawValue > lastOrderIDs[client] ?? 0 else {
            links[position].refuse(request, .duplicateOrder, "Duplicate order id", at: now)
            return
        }
        guard let ticket = ticket(for: message, client, at: position) else {
            // The id of a rejected order is used up all the same.
            lastOrderIDs[client] = max(lastOrderIDs[client] ?? 0, message.id.rawValue)
            return
        }
        lastOrderIDs[client] = message.id.rawValue
        permanentCount += 1
        var order = message.order
        order.account = ticket.account
        orders.append(
            GatewayOrder(
                client: client, id: message.id, permanent: PermanentID(1_800_000_000 + permanentCount), order: order,
                route: message.contract.exchange))
        exchange.place(ticket)
    }

    /// What an order asks of the exchange; an error is sent where it cannot be asked.
    private mutating func ticket(
        for message: PlaceOrderRequest, _ client: ClientID, at position: Int
    ) -> OrderTicket? {
        let request = RequestID(message.id.rawValue)
        guard let index = resolve(message.contract, for: request, at: position) else { return nil }
        var account = message.order.account
        if account.rawValue.isEmpty, configuration.accounts.count == 1 { account = configuration.accounts[0] }
        guard configuration.accounts.contains(account) else {
            let text = account.rawValue.isEmpty ? "You must specify an account." : "Invalid account code"
            links[position].refuse(request, account.rawValue.isEmpty ? .accountMissing : .invalid, text, at: now)
            return nil
        }
        var parent: OrderKey?
        if message.order.parent.rawValue != 0 {
            parent = key(of: message.order.parent, client)
            guard parent != nil else {
                links[position].refuse(
                    request, .unknownOrder, "Can't find order with id =\(message.order.parent)", at: now)
                return nil
            }
        }
        do throws(OrderTranslation.Refusal) {
            return try OrderTranslation.ticket(
                message.order, account: account, instrument: index, parent: parent, zone: zone(of: index))
        } catch {
            links[position].refuse(request, error.code, error.text, at: now)
            return nil
        }
    }

    private mutating func change(_ key: OrderKey, _ message: PlaceOrderRequest, at position: Int) {
        guard let client = links[position].client, let record = exchange.order(key) else { return }
        let request = RequestID(message.id.rawValue)
        if record.state.isDone {
            let (code, text): (GatewayCode, String) =
                record.state == .filled
                ? (.alreadyFilled, "Cannot modify a filled order.") : (.duplicateOrder, "Duplicate order id")
            links[position].refuse(request, code, text, at: now)
            return
        }
        guard !message.order.isWhatIf else { return preview(message, client, changing: key, at: position) }
        var message = message
        // A change need not repeat what cannot change.
        if message.order.parent.rawValue == 0 { message.order.parent = orders[key.rawValue].order.parent }
        guard var ticket = ticket(for: message, client, at: position) else { return }
        ticket.group = record.ticket.group
        exchange.change(key, to: ticket)
        guard exchange.order(key)?.ticket == ticket || exchange.order(key)?.state != record.state else { return }
        message.order.account = ticket.account
        orders[key.rawValue].order = message.order
    }

    private mutating func preview(
        _ message: PlaceOrderRequest, _ client: ClientID, changing key: OrderKey? = nil, at position: Int
    ) {
        guard let ticket = ticket(for: message, client, at: position) else { return }
        do throws(Rejection) {
            let preview = try exchange.preview(ticket, changing: key)
            var answer = OpenOrder()
            answer.id = message.id
            answer.contract = ContractTranslation.contract(market.catalogue[ticket.instrument])
            answer.order = message.order
            answer.order.id = message.id
            answer.order.client = client
            answer.order.account = ticket.account
            answer.state = OrderEvents.state(preview)
            links[position].send(.openOrder(answer))
        } catch {
            links[position].refuse(RequestID(message.id.rawValue), error.message.code, error.message.text, at: now)
        }
    }

    private mutating func cancel(_ id: OrderID, at position: Int) {
        guard let client = links[position].client else { return }
        let request = RequestID(id.rawValue)
        guard let key = key(of: id, client), let record = exchange.order(key) else {
            links[position].refuse(
                request, .cancelUnknown, "OrderId \(id) that needs to be cancelled is not found.", at: now)
            return
        }
        switch record.state {
        case .rejected:
            links[position].refuse(
                request, .notCancellable, "Cancel attempted when order is not in a cancellable state", at: now)
        case .filled, .cancelled:
            links[position].refuse(
                request, .cancelTooLate,
                "OrderId \(id) that needs to be cancelled cannot be cancelled, state: \(Self.status(of: record.state)).",
                at: now)
        default: exchange.cancel(key)
        }
    }

    private mutating func sendOpenOrders(of client: ClientID?, _ request: Request, at position: Int) {
        if case .reqAutoOpenOrders = request { return }
        for record in exchange.openOrders() {
            guard client == nil || orders[record.key.rawValue].client == client else { continue }
            links[position].send(openOrder(record))
            links[position].send(statusUpdate(record))
        }
        links[position].send(.openOrderEnd(OpenOrdersEnd()))
    }

    private mutating func sendCompletedOrders(at position: Int) {
        for record in exchange.completedOrders() { links[position].send(completedOrder(record)) }
        links[position].send(.completedOrdersEnd(CompletedOrdersEnd()))
    }

    private mutating func sendExecutions(_ message: ExecutionRequest, at position: Int) {
        let filter = message.filter
        for execution in exchange.executions() where fits(execution, filter) {
            links[position].send(details(of: execution, for: message.request))
            if let report = exchange.commission(of: execution.key) { links[position].send(self.report(report)) }
        }
        var end = ExecutionDetailsEnd()
        end.request = message.request
        links[position].send(.execDetailsEnd(end))
    }

    private func fits(_ execution: TradewindsExchange.Execution, _ filter: ExecutionFilter) -> Bool {
        let known = orders[execution.order.rawValue]
        let instrument = market.catalogue[execution.instrument]
        if filter.client.rawValue > 0, known.client != filter.client { return false }
        if !filter.account.rawValue.isEmpty, known.order.account != filter.account { return false }
        if !filter.symbol.isEmpty, instrument.symbol != filter.symbol.uppercased() { return false }
        if let kind = filter.securityType, kind != instrument.kind { return false }
        if !filter.side.isEmpty, filter.side.uppercased().hasPrefix("B") != execution.isBuy { return false }
        if let after = ProtocolTime.parse(filter.after, zone(of: execution.instrument)), execution.time < after {
            return false
        }
        return true
    }
}
