import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

/// An order under way to the gateway, with the mailbox of its changes.
struct Placed: Sendable {
    var record: OrderRecord
    var mailbox: Mailbox<OrderChange>
}

extension Core {
    /// Sends a plan as one group: the parent first, the last child releases all.
    func place(_ plan: OrderPlan, _ contract: Contract) -> Result<[Placed], IBError> {
        Result { () throws(IBError) in
            var orders = [plan.order] + plan.children
            if let failure { throw failure }
            for index in orders.indices { try authorise(&orders[index]) }
            guard let first = orderIDs.allot(orders.count) else {
                throw IBError(.invalid, "the gateway has not named an order id", remedy: .retryLater)
            }
            for index in orders.indices {
                orders[index].id = OrderID(first.rawValue + Int32(index))
                orders[index].client = client
                if orders.count > 1 { orders[index].transmits = index == orders.count - 1 }
                if index > 0 { orders[index].parent = first }
            }
            let requests = orders.map { Self.request($0, contract) }
            for request in requests { try check(request) }
            let placed = orders.map { order in
                let key = OrderKey(client: client, order: order.id)
                let sink = OrderSink()
                let record = self.orders.place(order, contract, as: key)
                orderSinks[key] = sink
                return Placed(record: record, mailbox: sink.mailbox)
            }
            send(requests)
            return placed
        }
    }

    /// Sends an order again with other terms.
    func modify(_ key: OrderKey, _ order: Order, _ contract: Contract) -> Result<Void, IBError> {
        Result { () throws(IBError) in
            if let failure { throw failure }
            var order = order
            try authorise(&order)
            order.id = key.order
            order.client = key.client
            order.transmits = true
            let request = Self.request(order, contract)
            try check(request)
            orders.place(order, contract, as: key)
            send([request])
        }
    }

    /// Fills in the account and refuses live ones that are not allowed.
    func authorise(_ order: inout Order) throws(IBError) {
        if order.account.rawValue.isEmpty {
            guard let only = accounts.first, accounts.count == 1 else {
                throw IBError(
                    .invalid, "there are \(accounts.count) accounts: name the account of the order",
                    remedy: .fixRequest)
            }
            order.account = only
        }
        guard order.account.isPaper || configuration.allowsLiveTrading else {
            throw IBError(
                .liveTrading, "account \(order.account) is a live account; allow live trading in the configuration",
                remedy: .fixRequest)
        }
    }

    static func request(_ order: Order, _ contract: Contract) -> Request {
        var request = PlaceOrderRequest()
        request.id = order.id
        request.contract = contract
        request.order = order
        return .placeOrder(request)
    }
}
