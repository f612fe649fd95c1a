import TradewindsVocabulary

extension BarLane {
    /// What a customer asks for.
    package struct Ask {
        /// Whether it buys.
        package var isBuy: Bool
        /// How much.
        package var quantity: Quantity
        /// The limit of a limit order.
        package var limit: Price?
        /// The trigger of a stop order.
        package var stop: Price?
        /// The limit order behind it.
        package var takeProfit: Price?
        /// The stop order behind it.
        package var stopLoss: Price?
        /// Whether it ends with the day.
        package var isDay: Bool
        /// The customer's own number.
        package var reference: Int

        /// An order with what stands behind it.
        package init(
            isBuy: Bool, quantity: Quantity, limit: Price?, stop: Price?, takeProfit: Price?, stopLoss: Price?,
            isDay: Bool, reference: Int
        ) {
            self.isBuy = isBuy
            self.quantity = quantity
            self.limit = limit
            self.stop = stop
            self.takeProfit = takeProfit
            self.stopLoss = stopLoss
            self.isDay = isDay
            self.reference = reference
        }
    }

    /// An order that may still fill; prices in units.
    struct Order {
        let key: Int
        let reference: Int
        /// The key of the order that it closes.
        let parent: Int?
        /// Waits for its parent's fill.
        var isHeld: Bool
        let isBuy: Bool
        let isDay: Bool
        let hasStop: Bool
        /// Waits for its trigger.
        var waits: Bool
        let isLimit: Bool
        let trigger: Int64
        let limit: Int64
        let quantity: Quantity
        let placed: Timestamp
    }

    /// A fill with its cost.
    package struct Fill: Sendable {
        /// The customer's own number of the order.
        package let reference: Int
        /// Which of the orders with that number.
        package let part: BracketPart
        /// When.
        package let time: Timestamp
        /// Whether it bought.
        package let isBuy: Bool
        /// How much.
        package let quantity: Quantity
        /// At which price.
        package let price: Price
        /// The commission with all fees.
        package let commission: Money
        /// The profit of the part that closed a position, net of commissions; `nil` where nothing was closed.
        package let realized: Money?
    }

    /// Places an order. `false`: it might be refused, so it is one for the whole exchange; nothing has happened.
    package mutating func place(_ ask: Ask) -> Bool {
        guard ask.quantity >= rules.instrument.minimumSize, ask.quantity > 0,
            ask.quantity.decimal.isMultiple(of: rules.instrument.sizeIncrement.decimal), isCarried(ask),
            let limit = units(ask.limit), let stop = units(ask.stop), let target = units(ask.takeProfit),
            let loss = units(ask.stopLoss)
        else { return false }
        let parent = nextKey
        func order(_ key: Int, of parent: Int?, isBuy: Bool, limit: Int64?, stop: Int64?) -> Order {
            Order(
                key: key, reference: ask.reference, parent: parent, isHeld: parent != nil, isBuy: isBuy,
                isDay: ask.isDay, hasStop: stop != nil, waits: stop != nil, isLimit: limit != nil, trigger: stop ?? 0,
                limit: limit ?? 0, quantity: ask.quantity, placed: now)
        }
        orders.append(order(parent, of: nil, isBuy: ask.isBuy, limit: limit.value, stop: stop.value))
        nextKey += 1
        if let target = target.value {
            orders.append(order(nextKey, of: parent, isBuy: !ask.isBuy, limit: target, stop: nil))
            nextKey += 1
        }
        if let loss = loss.value {
            orders.append(order(nextKey, of: parent, isBuy: !ask.isBuy, limit: nil, stop: loss))
            nextKey += 1
        }
        run(from: parent)
        noteOrders()
        return true
    }

    /// Cancels what is left of the orders with a reference.
    package mutating func cancel(_ reference: Int) {
        orders.removeAll { $0.reference == reference }
        noteOrders()
    }

    /// Cancels every order.
    package mutating func cancelAll() {
        guard !orders.isEmpty else { return }
        orders.removeAll(keepingCapacity: true)
        noteOrders()
    }

    /// Whether an order may still fill.
    package func isWorking(_ reference: Int, _ part: BracketPart) -> Bool {
        orders.contains { $0.reference == reference && $0.part == part }
    }

    /// How many orders may still fill, those that wait for a parent included.
    package var openOrderCount: Int { orders.count }

    /// What orders on one side may fill without a fill of another; of the orders behind one parent the first stands for
    /// all, as one takes the others with it.
    package func working(isBuy: Bool) -> [(quantity: Quantity, isAtMarket: Bool)] {
        var parents: Set<Int> = []
        return orders.compactMap { order in
            guard order.isBuy == isBuy, !order.isHeld else { return nil }
            if let parent = order.parent, !parents.insert(parent).inserted { return nil }
            return (order.quantity, !order.isLimit && !order.hasStop)
        }
    }

    /// What is held, above zero long.
    package var held: Quantity { Quantity(account.positions[0].quantity) }

    /// A price in units, one level deeper: `nil` for a price that the stock cannot have.
    private func units(_ price: Price?) -> (value: Int64?, Void)? {
        guard let price else { return (nil, ()) }
        guard price > 0, rules.instrument.priceRule.accepts(price),
            let units = price.decimal.units(ofScale: Self.digits), units < .max / 4
        else { return nil }
        return (units, ())
    }

    /// Whether the account carries an order beyond doubt.
    private mutating func isCarried(_ ask: Ask) -> Bool {
        let held = account.positions[0].quantity.doubleValue
        let quantity = ask.quantity.doubleValue
        let last = lastDecimal?.doubleValue ?? 0
        var price = max(last, ask.limit?.doubleValue ?? 0, ask.stop?.doubleValue ?? 0)
        let equity = worth().equity
        var (bought, sold) = ask.isBuy ? (quantity, 0) : (0, quantity)
        for order in orders where order.parent == nil {
            if order.isBuy { bought += order.quantity.doubleValue } else { sold += order.quantity.doubleValue }
            price = max(price, Double(max(order.limit, order.trigger)) / Self.unitsPerOne)
        }
        let closes = ask.isBuy ? held + bought <= 0 : held >= sold
        let after =
            closes ? held.magnitude - quantity : max((held + bought).magnitude, (held - sold).magnitude)
        let rate = equity < rules.lendsFrom ? max(1, rules.rate) : rules.rate
        return rate * after * price <= 0.95 * (equity - rules.fees(orders: 1, shares: quantity, price: price))
    }
}

// Matching: as the exchange walks a bar, with whole fills only.
extension BarLane {
    mutating func walk(_ bar: Units) {
        let (open, high, low) = (bar.open, bar.high, bar.low)
        guard orders.contains(where: { $0.mayReact(low: low, high: high) }) else { return }
        visit(open)
        let highFirst =
            switch rules.configuration.fillModel.path {
            case .openHighLowClose: true
            case .openLowHighClose: false
            case .nearestFirst: high - open <= open - low
            }
        travel(to: highFirst ? high : low)
        travel(to: highFirst ? low : high)
        travel(to: bar.close)
    }

    private mutating func visit(_ price: Int64) {
        last = price
        spot = price
        run(from: 0)
    }

    private mutating func travel(to target: Int64) {
        while let level = nextLevel(towards: target) { visit(level) }
        if last != target { visit(target) }
    }

    private func nextLevel(towards target: Int64) -> Int64? {
        guard let here = last, here != target else { return nil }
        let goingUp = target > here
        var nearest: Int64?
        for order in orders where !order.isHeld {
            guard let level = order.level(goingUp: goingUp) else { continue }
            guard goingUp ? level > here && level < target : level < here && level > target else { continue }
            if let found = nearest, goingUp ? level >= found : level <= found { continue }
            nearest = level
        }
        return nearest
    }

    /// Looks at every order from `key` on, once, by key.
    private mutating func run(from key: Int) {
        var cursor = key
        while let place = orders.firstIndex(where: { $0.key >= cursor && !$0.isHeld }) {
            cursor = orders[place].key + 1
            evaluate(place)
        }
    }

    private mutating func evaluate(_ place: Int) {
        let order = orders[place]
        if order.waits {
            guard let last, order.isBuy ? last >= order.trigger : last <= order.trigger else { return }
            orders[place].waits = false
        }
        guard let spot else { return }
        if order.isLimit, order.isBuy ? spot > order.limit : spot < order.limit { return }
        orders.remove(at: place)
        fill(order, at: Self.decimal(spot))
        if let parent = order.parent { orders.removeAll { $0.parent == parent } }
        // Those behind it come to the market one by one; the first that fills takes the others with it.
        while let child = orders.firstIndex(where: { $0.parent == order.key && $0.isHeld }) {
            orders[child].isHeld = false
            evaluate(child)
        }
    }

    private mutating func fill(_ order: Order, at price: ExactDecimal) {
        var fees = OrderFees()
        let quantity = order.quantity.decimal
        account.rollMonth(to: now)
        let commission = rules.charge(
            isBuy: order.isBuy, quantity: quantity, price: price, monthShares: account.monthShares, to: &fees)
        if rules.profile.fees == .stock { account.monthShares += quantity }
        let outcome = account.book(
            order.isBuy ? quantity : -quantity, of: 0, rules.profile, price: price, fee: commission, in: 0,
            asPriceCurrency: commission)
        fills.append(
            Fill(
                reference: order.reference, part: order.part, time: now, isBuy: order.isBuy, quantity: order.quantity,
                price: Price(price),
                commission: Money(commission), realized: outcome.net.map(Money.init)))
        if nextMarginLook.nanoseconds == .max {
            nextMarginLook = marginLook(after: now)
            nextWake = min(nextDayEnd, nextMarginLook)
        }
        noteAccount()
    }
}

extension BarLane.Order {
    fileprivate var part: BracketPart { BracketPart(isChild: parent != nil, hasStop: hasStop) }

    /// Whether a price between `low` and `high` could do anything to the order.
    fileprivate func mayReact(low: Int64, high: Int64) -> Bool {
        if isHeld { return false }
        if waits { return isBuy ? high >= trigger : low <= trigger }
        return !isLimit || (isBuy ? low <= limit : high >= limit)
    }

    /// The price above or below the present one at which the order reacts, if any.
    fileprivate func level(goingUp: Bool) -> Int64? {
        if waits { return isBuy == goingUp ? trigger : nil }
        return isLimit && isBuy != goingUp ? limit : nil
    }
}
