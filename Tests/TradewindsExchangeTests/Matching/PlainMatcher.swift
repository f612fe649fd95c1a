import TradewindsExchange
import TradewindsVocabulary

/// The matcher again, plain and slow: one list of orders, looked at from the first to the last for every quote or
/// trade. It knows limits, stops, trailing stops, brackets of one parent and groups; nothing of accounts or hours.
struct PlainMatcher {
    struct Order {
        var ticket: OrderTicket
        var children: [Int] = []
        var state = "untransmitted"
        var filled: ExactDecimal = .zero
        var reduced: ExactDecimal = .zero
        var stop: ExactDecimal?
        var triggered = false

        var isOver: Bool { state == "filled" || state == "cancelled" || state == "rejected" }
        var isBuy: Bool { ticket.side == .buy }
        var left: ExactDecimal { ticket.quantity.decimal - filled - reduced }
        var waits: Bool { [.stop, .stopLimit, .trailingStop].contains(ticket.type) && !triggered }
        var isLimit: Bool { ticket.type == .limit || ticket.type == .stopLimit }
    }

    var orders: [Order] = []
    var closedGroups: Set<String> = []
    var lines: [String] = []
    var bid: ExactDecimal = .zero
    var ask: ExactDecimal = .zero
    var bidSize: ExactDecimal = .zero
    var askSize: ExactDecimal = .zero
    var last: ExactDecimal?

    mutating func quote(_ quote: Quote) {
        bid = quote.bid?.decimal ?? .zero
        ask = quote.ask?.decimal ?? .zero
        bidSize = quote.bidSize?.decimal ?? .zero
        askSize = quote.askSize?.decimal ?? .zero
        for index in orders.indices { look(at: index) }
    }

    mutating func trade(_ price: ExactDecimal) {
        last = price
        for index in orders.indices { look(at: index) }
    }

    mutating func place(_ ticket: OrderTicket) {
        let index = orders.count
        orders.append(Order(ticket: ticket, stop: ticket.stop?.decimal))
        if let parent = ticket.parent?.rawValue, orders[parent].isOver {
            orders[index].state = "rejected"
            lines.append("\(index) rejected")
            return
        }
        if let name = ticket.group?.name, closedGroups.contains(name) {
            orders[index].state = "rejected"
            lines.append("\(index) rejected")
            return
        }
        if let parent = ticket.parent?.rawValue { orders[parent].children.append(index) }
        guard ticket.transmit else {
            lines.append("\(index) accepted untransmitted")
            return
        }
        let top = ticket.parent?.rawValue ?? index
        var family = orders[top].children.filter { orders[$0].state == "untransmitted" }
        if orders[top].state == "untransmitted" { family.insert(top, at: 0) }
        for member in family {
            let state = member == top ? stateAtMarket(member) : "held parent"
            orders[member].state = state
            lines.append("\(member) \(member == index ? "accepted " : "")\(state)")
        }
        if family.first == top { look(at: top) }
        for member in family where member != top { wake(member) }
    }

    mutating func cancel(_ index: Int) {
        if !orders.indices.contains(index) || orders[index].isOver {
            lines.append("\(index) cancel rejected")
        } else {
            end(index, "requested")
        }
    }

    private func stateAtMarket(_ index: Int) -> String { orders[index].waits ? "held trigger" : "working" }

    private mutating func end(_ index: Int, _ why: String) {
        if orders[index].isOver { return }
        orders[index].state = "cancelled"
        lines.append("\(index) cancelled \(why)")
        for child in orders[index].children where !orders[child].isOver {
            let open = orders[index].filled - exited(index)
            if orders[index].filled.isZero || open <= .zero {
                end(child, "parent")
            } else {
                take(orders[child].left - open, from: child)
            }
        }
    }

    /// What the children of `parent` without a group have sold of it.
    private func exited(_ parent: Int) -> ExactDecimal {
        orders[parent].children.filter { orders[$0].ticket.group == nil }
            .reduce(ExactDecimal.zero) { $0 + orders[$1].filled }
    }

    private mutating func take(_ quantity: ExactDecimal, from index: Int) {
        if quantity <= .zero { return }
        if quantity >= orders[index].left {
            end(index, "group")
        } else {
            orders[index].reduced += quantity
            lines.append("\(index) reduced by \(quantity)")
        }
    }

    private func allowed(_ index: Int) -> ExactDecimal {
        let order = orders[index]
        guard let parent = order.ticket.parent?.rawValue, !orders[parent].isOver else { return order.left }
        let open =
            order.ticket.group == nil
            ? orders[parent].filled - exited(parent) : orders[parent].filled - order.filled - order.reduced
        return min(order.left, max(open, .zero))
    }

    private mutating func wake(_ index: Int) {
        guard orders[index].state == "held parent", let parent = orders[index].ticket.parent?.rawValue else { return }
        guard orders[parent].filled > .zero, allowed(index) > .zero else { return }
        orders[index].state = stateAtMarket(index)
        lines.append("\(index) \(orders[index].state)")
        look(at: index)
    }

    private mutating func look(at index: Int) {
        guard orders[index].state == "working" || orders[index].state == "held trigger" else { return }
        if orders[index].waits, !triggers(index) { return }
        if ask.isZero { return }
        let order = orders[index]
        let wanted = allowed(index)
        if wanted <= .zero { return }
        let price = order.isBuy ? ask : bid
        var fits = true
        if order.isLimit, let limit = order.ticket.limit?.decimal {
            fits = order.isBuy ? price <= limit : price >= limit
        }
        let size = min(wanted, order.isBuy ? askSize : bidSize)
        if fits, size > .zero { fill(index, size, price) }
        if order.ticket.timeInForce == .immediateOrCancel { end(index, "notImmediatelyFilled") }
    }

    private mutating func triggers(_ index: Int) -> Bool {
        let isBuy = orders[index].isBuy
        guard let now = last ?? (ask.isZero ? nil : (isBuy ? ask : bid)) else { return false }
        if orders[index].ticket.type == .trailingStop, case .amount(let distance) = orders[index].ticket.trail {
            let wish = isBuy ? now + distance.decimal : now - distance.decimal
            if orders[index].stop.map({ isBuy ? wish < $0 : wish > $0 }) ?? true {
                orders[index].stop = wish
                lines.append("\(index) stop \(wish)")
            }
        }
        guard let stop = orders[index].stop, isBuy ? now >= stop : now <= stop else { return false }
        orders[index].triggered = true
        orders[index].state = "working"
        lines.append("\(index) working")
        return true
    }

    private mutating func fill(_ index: Int, _ size: ExactDecimal, _ price: ExactDecimal) {
        let before = orders[index].left
        if orders[index].isBuy { askSize -= size } else { bidSize -= size }
        orders[index].filled += size
        let isFull = orders[index].left.isZero
        if isFull { orders[index].state = "filled" }
        lines.append("\(index) \(orders[index].isBuy ? "bought" : "sold") \(size) @ \(price)")
        if let group = orders[index].ticket.group {
            let cancels = group.rule == .cancel || isFull
            if cancels { closedGroups.insert(group.name) }
            for other in orders.indices where other != index && orders[other].ticket.group?.name == group.name {
                if orders[other].isOver { continue }
                if cancels {
                    end(other, "group")
                } else {
                    let share = Int((orders[other].left * size).doubleValue / before.doubleValue + 1e-9)
                    take(ExactDecimal(share), from: other)
                }
            }
        } else if let parent = orders[index].ticket.parent?.rawValue {
            let opened =
                orders[parent].isOver
                ? orders[parent].filled : orders[parent].ticket.quantity.decimal - orders[parent].reduced
            let open = max(opened - exited(parent), .zero)
            for sibling in orders[parent].children where sibling != index && orders[sibling].ticket.group == nil {
                if !orders[sibling].isOver { take(orders[sibling].left - open, from: sibling) }
            }
        }
        for child in orders[index].children { wake(child) }
    }
}
