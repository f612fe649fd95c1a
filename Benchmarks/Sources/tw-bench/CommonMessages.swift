import TradewindsVocabulary
import TradewindsWire

/// The twenty messages that make up most of a day's traffic, with the values that a day has.
enum CommonMessages {
    static let events: [Event] = [
        .tickPrice(make { ($0.request, $0.tick, $0.price, $0.size) = (7, .bid, 187.25, 300) }),
        .tickSize(make { ($0.request, $0.tick, $0.size) = (7, .bidSize, 1200) }),
        .tickString(make { ($0.request, $0.tick, $0.value) = (7, .lastTimestamp, "1767364200") }),
        .tickGeneric(make { ($0.request, $0.tick, $0.value) = (7, .halted, 0) }),
        .tickOptionComputation(
            make {
                ($0.request, $0.tick, $0.impliedVolatility, $0.delta) = (7, 13, 0.214, 0.51)
                ($0.optionPrice, $0.dividends, $0.gamma, $0.vega) = (4.25, 0.31, 0.021, 0.113)
                ($0.theta, $0.underlyingPrice) = (-0.047, 187.3)
            }),
        .tickByTick(
            make {
                var trade = HistoricalTickLast()
                (trade.seconds, trade.price, trade.size, trade.exchange) = (1_767_364_200, 187.25, 100, "NASDAQ")
                ($0.request, $0.type, $0.trade) = (7, .allLast, trade)
            }),
        .updateMktDepth(
            make {
                ($0.row.position, $0.row.operation, $0.row.side) = (2, 1, 1)
                ($0.request, $0.row.price, $0.row.size) = (7, 187.22, 400)
            }),
        .realtimeBar(
            make {
                ($0.request, $0.seconds, $0.open, $0.high) = (7, 1_767_364_200, 187.2, 187.3)
                ($0.low, $0.close, $0.volume, $0.weightedPrice, $0.count) = (
                    187.1, 187.25, 1820, ExactDecimal(187.214), 14
                )
            }),
        .historicalData(history(1)),
        .orderStatus(
            make {
                ($0.order, $0.status, $0.filled, $0.remaining) = (41, .submitted, 0, 100)
                ($0.permanent, $0.client) = (1_234_567, 1)
            }),
        .openOrder(
            make {
                ($0.id, $0.contract, $0.order) = (41, apple, limit)
                $0.state.status = .submitted
            }),
        .execDetails(
            make {
                ($0.contract, $0.execution.order, $0.execution.id) = (apple, 41, "0000e0d5.65a1.01.01")
                ($0.execution.time, $0.execution.account) = ("20260102 09:30:01 US/Eastern", "DU1000001")
                ($0.execution.exchange, $0.execution.side, $0.execution.quantity) = ("NASDAQ", .bought, 100)
                ($0.execution.price, $0.execution.cumulativeQuantity) = (187.25, 100)
            }),
        .commissionAndFeesReport(
            make { ($0.execution, $0.commission, $0.currency) = ("0000e0d5.65a1.01.01", 1.0, "USD") }),
        .updateAccountValue(
            make {
                ($0.key, $0.value, $0.currency, $0.account) = ("NetLiquidation", "1000123.45", "USD", "DU1000001")
            }),
        .updatePortfolio(
            make {
                ($0.contract, $0.position, $0.marketPrice, $0.marketValue) = (apple, 100, 187.25, 18_725)
                ($0.averageCost, $0.unrealizedProfit, $0.realizedProfit) = (186.01, 124, 0)
                $0.account = "DU1000001"
            }),
        .pnl(make { ($0.request, $0.daily, $0.unrealized, $0.realized) = (7, 124.5, 120.25, 4.25) }),
        .error(make { ($0.request, $0.code, $0.text) = (-1, 2104, "Market data farm connection is OK:usfarm") }),
    ]

    static let requests: [Request] = [
        .reqMktData(make { ($0.request, $0.contract) = (7, apple) }),
        .placeOrder(make { ($0.id, $0.contract, $0.order) = (41, apple, limit) }),
        .cancelOrder(make { $0.order = 41 }),
    ]

    static var apple: Contract {
        var contract = Contract()
        (contract.id, contract.symbol, contract.kind, contract.currency) = (265_598, "AAPL", .stock, "USD")
        (contract.exchange, contract.localSymbol, contract.tradingClass) = ("SMART", "AAPL", "NMS")
        return contract
    }

    static var limit: Order {
        var order = Order()
        (order.id, order.client, order.side, order.quantity) = (41, 1, .buy, 100)
        (order.type, order.limitPrice, order.timeInForce) = (.limit, 187.25, .day)
        order.account = "DU1000001"
        return order
    }

    /// An order with forty fields set.
    static var full: PlaceOrderRequest {
        var order = limit
        (order.permanent, order.parent, order.auxiliaryPrice, order.isHidden) = (1_234_567, 40, 187, true)
        (order.isAllOrNone, order.isBlock, order.isOutsideRegularHours) = (true, true, true)
        (order.goodAfter, order.goodTill, order.group) = ("20260102-14:30:00", "20260105-14:30:00", "pair1")
        (order.reference, order.groupType, order.triggerMethod, order.displaySize) = ("breakout", 1, 2, 50)
        (order.minimumQuantity, order.percentOffset, order.trailStopPrice) = (10, 0.02, 186.5)
        (order.activeStart, order.activeStop, order.openClose) = ("20260102-14:30:00", "20260103-14:30:00", "O")
        (order.discretionaryAmount, order.optsOutOfSmartRouting, order.isNotHeld) = (0.05, true, true)
        (order.isSolicited, order.randomizesSize, order.randomizesPrice) = (true, true, true)
        (order.overridesPercentageConstraints, order.model, order.cashQuantity) = (true, "core", 5000)
        (order.keepsHedgePrice, order.usesPriceManagement, order.duration) = (true, true, 60)
        (order.postToATS, order.manualTime, order.customerAccount) = (5, "20260102-14:29:00", "C1")
        (order.algorithm.strategy, order.algorithm.id) = ("Adaptive", "a1")
        return make { ($0.id, $0.contract, $0.order) = (41, apple, order) }
    }

    static func history(_ count: Int) -> HistoricalData {
        make {
            $0.request = 7
            $0.bars = (0..<count).map { index in
                var bar = HistoricalBar()
                (bar.date, bar.open, bar.high) = ("\(1_767_364_200 + 60 * index)", 187.2, 187.35)
                (bar.low, bar.close, bar.volume) = (187.1, 187.25, 1820)
                (bar.weightedPrice, bar.count) = (ExactDecimal(187.214), 14)
                return bar
            }
        }
    }

    private static func make<M: Message>(_ change: (inout M) -> Void) -> M {
        var message = M()
        change(&message)
        return message
    }
}
