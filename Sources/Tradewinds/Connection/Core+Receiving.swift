import NIOCore
import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Core {
    /// Hands one message to whom it belongs.
    func receive(_ event: Event) {
        if !tickSinks.isEmpty, let request = event.tickRequest, let sink = tickSinks[request] {
            sink.add(event)
            if dirty.last !== sink { mark(sink) }
            return
        }
        if event.concernsOrders { receiveOrder(event) }
        learn(event)
        switch table.route(event) {
        case .request(let request, let part): answer(request, part, event)
        case .query(let ticket, let part): answer(ticket, part, event)
        case .order, .nobody: break
        }
        if !listeners.isEmpty {
            for sink in listeners.values {
                sink.take(event, .item)
                mark(sink)
            }
        }
        for ticket in table.advance() { querySinks[ticket].map { send([$0.request]) } }
    }

    func mark(_ sink: Sink) {
        if !dirty.contains(where: { $0 === sink }) { dirty.append(sink) }
    }

    func flushSinks() {
        guard !dirty.isEmpty else { return }
        var isFull = false
        for sink in dirty { isFull = sink.flush() || isFull }
        dirty.removeAll(keepingCapacity: true)
        if isFull { setReading(false) }
    }

    /// Stops or goes on reading the socket: what is not read waits at the gateway.
    func setReading(_ isReading: Bool) {
        _ = context?.channel.setOption(.autoRead, value: isReading)
    }

    private func answer(_ request: RequestID, _ part: ReplyPart, _ event: Event) {
        guard let sink = sinks[request] else { return }
        guard part == .failure, case .error(let error) = event else {
            if part != .item, !table.isOpen(request) { sinks[request] = nil }
            sink.take(event, part)
            return mark(sink)
        }
        if ErrorTable.isWarning(Int(error.code)) { return }
        table.close(request)
        sinks[request] = nil
        sink.fail(IBError(error))
    }

    private func answer(_ ticket: QueryTicket, _ part: ReplyPart, _ event: Event) {
        guard let sink = querySinks[ticket]?.sink else { return }
        if part != .item { querySinks[ticket] = nil }
        sink.take(event, part)
        mark(sink)
    }

    private func learn(_ event: Event) {
        switch event {
        case .nextValidId(let message):
            orderIDs.received(message.order)
            becomeReady()
        case .managedAccounts(let message):
            accounts = message.accounts.split(separator: ",").map { AccountID(String($0)) }
            becomeReady()
        case .error(let error) where error.code == 326 || error.code == 507:
            failure = IBError(error)
        default: break
        }
    }

    private func becomeReady() {
        guard orderIDs.isReady, !accounts.isEmpty, let ready else { return }
        self.ready = nil
        ready(.success(()))
    }

    private func receiveOrder(_ event: Event) {
        if answerPreview(event) { return }
        if case .commissionAndFeesReport = event { asks.values.forEach { $0.commissions?.add(event) } }
        for change in orders.apply(event) {
            guard let sink = orderSinks[change.key] else { continue }
            if sink.take(change.change, orders[change.key]) { orderSinks[change.key] = nil }
        }
    }

    private func answerPreview(_ event: Event) -> Bool {
        switch event {
        case .openOrder(let open):
            guard open.order.isWhatIf || open.state.initialMarginAfter != nil, let sink = previews[open.id] else {
                return false
            }
            previews[open.id] = nil
            sink.take(event, .lastItem)
            return true
        case .error(let error):
            guard let sink = previews[OrderID(error.request.rawValue)] else { return false }
            guard !ErrorTable.isWarning(Int(error.code)) else { return true }
            previews[OrderID(error.request.rawValue)] = nil
            sink.fail(IBError(error))
            return true
        default: return false
        }
    }
}

extension Event {
    var concernsOrders: Bool {
        switch self {
        case .openOrder, .orderStatus, .completedOrder, .execDetails, .commissionAndFeesReport, .error: true
        default: false
        }
    }

    var tickRequest: RequestID? {
        switch self {
        case .tickPrice(let tick): tick.request
        case .tickSize(let tick): tick.request
        case .tickString(let tick): tick.request
        case .tickGeneric(let tick): tick.request
        case .tickOptionComputation(let tick): tick.request
        case .tickSnapshotEnd(let message): message.request
        case .tickReqParams(let message): message.request
        case .marketDataType(let message): message.request
        default: nil
        }
    }
}
