import TradewindsVocabulary

extension Exchange {
    /// The order; `nil` for a key that was never given out.
    public func order(_ key: OrderKey) -> OrderRecord? {
        orders.indices.contains(key.rawValue) ? orders[key.rawValue] : nil
    }

    /// How many orders were ever placed; their keys are 0 up to this.
    public var orderCount: Int { orders.count }

    /// Orders that are not done, of one account or of all, in order of arrival.
    public func openOrders(of account: AccountID? = nil) -> [OrderRecord] {
        live.compactMap { key in
            let order = orders[key]
            return order.state.isDone || (account != nil && order.ticket.account != account) ? nil : order
        }
    }

    /// How much of an order may fill now, without a fill of another: nothing of a child whose parent has not begun to.
    package func fillable(of key: OrderKey) -> Quantity {
        guard let order = order(key), !order.state.isDone, order.state != .untransmitted else { return .zero }
        return activeQuantity(key.rawValue)
    }

    /// Orders that were filled or cancelled today, of one account or of all, in order of arrival.
    public func completedOrders(of account: AccountID? = nil) -> [OrderRecord] {
        orders.filter { order in
            guard order.updated >= dayStart, account == nil || order.ticket.account == account else { return false }
            return order.state.isDone && order.state != .rejected
        }
    }

    /// Today's executions, of one account or of all, in order of time.
    public func executions(of account: AccountID? = nil) -> [Execution] {
        executionList[firstExecutionOfDay...].filter { execution in
            account == nil || orders[execution.order.rawValue].ticket.account == account
        }
    }

    /// Every execution since the start; an ``ExecutionKey`` is a position in it.
    public var allExecutions: [Execution] { executionList }

    /// What an execution cost and earned; `nil` for a key that was never given out.
    public func commission(of execution: ExecutionKey) -> CommissionReport? {
        reportList.indices.contains(execution.rawValue) ? reportList[execution.rawValue] : nil
    }

    /// The position of a contract in ``instruments``.
    public func index(of contract: ContractID) -> InstrumentIndex? {
        instruments.firstIndex { $0.id == contract }.map { InstrumentIndex($0) }
    }

    /// The quote with what orders left of its sizes; empty between bars.
    public func quote(of instrument: InstrumentIndex) -> Quote? {
        books.indices.contains(instrument.rawValue) ? books[instrument.rawValue].quote : nil
    }

    /// The price of the last trade.
    public func last(of instrument: InstrumentIndex) -> Price? {
        books.indices.contains(instrument.rawValue) ? books[instrument.rawValue].last.map(Price.init) : nil
    }

    /// The price by which positions are valued: the last trade kept within the quote; for pairs the middle.
    public func mark(of instrument: InstrumentIndex) -> Price? {
        books.indices.contains(instrument.rawValue) ? books[instrument.rawValue].mark.map(Price.init) : nil
    }

    /// Whether the instrument trades now.
    public func phase(of instrument: InstrumentIndex) -> MarketPhase? {
        books.indices.contains(instrument.rawValue) ? books[instrument.rawValue].phase : nil
    }
}
