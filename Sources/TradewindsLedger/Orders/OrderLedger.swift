import TradewindsVocabulary
import TradewindsWire

/// The state of orders, from the events of one connection.
///
/// Only status, execution and completed-order messages move an order. Errors annotate it.
public struct OrderLedger: Sendable {
    /// An order and what changed about it.
    public struct Change: Sendable, Hashable {
        /// The order.
        public var key: OrderKey
        /// What changed.
        public var change: OrderChange
    }

    /// The client whose connection this is; its orders may come without a client id.
    public let client: ClientID
    private var records: [OrderKey: OrderRecord] = [:]
    private var byPermanent: [PermanentID: OrderKey] = [:]
    private var fills = FillLedger()

    /// Follows the connection of `client`.
    public init(client: ClientID) { self.client = client }

    /// The orders known, by client and id.
    public var orders: [OrderRecord] { records.values.sorted { $0.key < $1.key } }

    /// One order.
    public subscript(key: OrderKey) -> OrderRecord? { records[key] }

    /// Enters an order that is about to be sent; returns what is known of it then.
    @discardableResult
    public mutating func place(_ order: Order, _ contract: Contract, as key: OrderKey) -> OrderRecord {
        let terms = OrderTerms(contract, order, records[key]?.state)
        var record = records[key] ?? OrderRecord(key: key, terms: terms)
        record.terms = terms
        records[key] = record
        return record
    }

    /// Forgets orders that are done, but for the `kept` newest.
    public mutating func forgetDone(keeping kept: Int) {
        let done = records.values.filter(\.isDone).map(\.key).sorted()
        for key in done.dropLast(kept) {
            if let permanent = records[key]?.permanent { byPermanent[permanent] = nil }
            records[key] = nil
        }
    }

    /// Takes an event; returns what changed, in order.
    public mutating func apply(_ event: Event) -> [Change] {
        switch event {
        case .orderStatus(let update): apply(update)
        case .openOrder(let open): apply(open)
        case .completedOrder(let completed): apply(completed)
        case .execDetails(let details): apply(details)
        case .commissionAndFeesReport(let report): apply(report)
        case .error(let error): annotate(error)
        default: []
        }
    }

    private mutating func apply(_ update: OrderStatusUpdate) -> [Change] {
        let key = key(client: update.client, order: update.order, permanent: update.permanent)
        guard records[key] != nil else { return [] }
        records[key]?.status = update.status
        if let filled = update.filled { records[key]?.filled = filled }
        if let remaining = update.remaining { records[key]?.remaining = remaining }
        if update.averageFillPrice != 0 { records[key]?.averageFillPrice = update.averageFillPrice }
        records[key]?.whyHeld = update.whyHeld
        learn(update.permanent, key)
        return records[key].map { [Change(key: key, change: .status($0))] } ?? []
    }

    private mutating func apply(_ open: OpenOrder) -> [Change] {
        let permanent = open.order.permanent
        let key = key(client: open.order.client, order: open.id, permanent: permanent)
        let terms = OrderTerms(open.contract, open.order, open.state)
        if records[key] == nil { records[key] = OrderRecord(key: key, terms: terms) }
        records[key]?.terms = terms
        if records[key]?.status == nil { records[key]?.status = open.state.status }
        learn(permanent, key)
        return records[key].map { [Change(key: key, change: .terms($0))] } ?? []
    }

    private mutating func apply(_ completed: CompletedOrder) -> [Change] {
        guard let key = byPermanent[completed.order.permanent] else { return [] }
        records[key]?.status = completed.state.status
        records[key]?.terms = OrderTerms(completed.contract, completed.order, completed.state)
        if let filled = completed.order.result.filledQuantity { records[key]?.filled = filled }
        return records[key].map { [Change(key: key, change: .status($0))] } ?? []
    }

    private mutating func apply(_ details: ExecutionDetails) -> [Change] {
        guard let fill = fills.apply(details) else { return [] }
        let execution = details.execution
        let key = key(client: execution.client, order: execution.order, permanent: execution.permanent)
        learn(execution.permanent, key)
        if let total = execution.cumulativeQuantity, let record = records[key], total > record.filled {
            records[key]?.filled = total
            records[key]?.averageFillPrice = execution.averagePrice
            if let quantity = record.order.quantity { records[key]?.remaining = quantity - total }
        }
        return [Change(key: key, change: .fill(fill))] + commissionChange(fill, key)
    }

    private func commissionChange(_ fill: Fill, _ key: OrderKey) -> [Change] {
        fill.commission == nil ? [] : [Change(key: key, change: .commission(fill))]
    }

    private mutating func apply(_ report: CommissionAndFeesReport) -> [Change] {
        guard let fill = fills.apply(report) else { return [] }
        let execution = fill.execution
        let key = key(client: execution.client, order: execution.order, permanent: execution.permanent)
        return [Change(key: key, change: .commission(fill))]
    }

    private mutating func annotate(_ error: ErrorMessage) -> [Change] {
        guard error.request.rawValue > 0 else { return [] }
        let key = OrderKey(client: client, order: OrderID(error.request.rawValue))
        guard records[key] != nil else { return [] }
        let code = Int(error.code)
        let remark = OrderRemark(code: code, text: error.text, isWarning: ErrorTable.isWarning(code))
        records[key]?.remarks.append(remark)
        return [Change(key: key, change: .remark(remark))]
    }

    private mutating func learn(_ permanent: PermanentID, _ key: OrderKey) {
        guard permanent.rawValue != 0 else { return }
        byPermanent[permanent] = key
        records[key]?.permanent = permanent
    }

    // A gateway may leave the client out; then the permanent id, or our own client, tells whose order it is.
    private func key(client: ClientID, order: OrderID, permanent: PermanentID) -> OrderKey {
        let named = OrderKey(client: client, order: order)
        if records[named] != nil { return named }
        if permanent.rawValue != 0, let known = byPermanent[permanent] { return known }
        let own = OrderKey(client: self.client, order: order)
        return client == 0 && records[own] != nil ? own : named
    }
}
