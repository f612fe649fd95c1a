import TradewindsVocabulary

// Parents, children and groups: who wakes whom, and who takes from whom.

extension Exchange {
    /// Sends `key` and whatever of its family was kept back.
    mutating func transmit(_ key: Int) {
        var top = key
        while let parent = orders[top].ticket.parent?.rawValue, orders[parent].state == .untransmitted { top = parent }
        var family: [Int] = []
        if let parent = orders[top].ticket.parent?.rawValue {
            collectUntransmitted(below: parent, into: &family)
        } else {
            family.append(top)
            collectUntransmitted(below: top, into: &family)
        }
        for member in family.sorted() where !orders[member].state.isDone {
            do throws(Rejection) {
                try checkMargin(of: member)
            } catch {
                reject(member, error)
                continue
            }
            let isNew = member == key
            if orders[member].ticket.parent == nil {
                enter(member, isNew: isNew)
            } else {
                setState(.held(.parent), of: member)
                emit(isNew ? .accepted(.held(.parent)) : .stateChanged(.held(.parent)), order: member)
            }
        }
        if orders[top].ticket.parent == nil {
            if !orders[top].state.isDone { run(orders[top].ticket.instrument.rawValue, from: top) }
        } else {
            for member in family.sorted() { activate(member) }
        }
    }

    private func collectUntransmitted(below parent: Int, into family: inout [Int]) {
        var next = orders[parent].firstChild
        while let child = next {
            if orders[child].state == .untransmitted {
                family.append(child)
                collectUntransmitted(below: child, into: &family)
            }
            next = orders[child].nextSibling
        }
    }

    /// How much of an order may fill now: a child of a parent that still works covers only what the parent filled.
    func activeQuantity(_ key: Int) -> Quantity {
        let remaining = orders[key].remaining
        guard let parent = orders[key].ticket.parent?.rawValue, !orders[parent].state.isDone else { return remaining }
        let covered =
            orders[key].group == nil
            ? orders[parent].filled - orders[parent].exited
            : orders[parent].filled - orders[key].filled - orders[key].reduced
        return min(remaining, max(covered, .zero))
    }

    /// Brings a child to the market once its parent has filled something.
    private mutating func activate(_ child: Int) {
        guard orders[child].state == .held(.parent), let parent = orders[child].ticket.parent?.rawValue,
            orders[parent].filled > .zero, activeQuantity(child) > .zero
        else { return }
        enter(child, isNew: false)
        run(orders[child].ticket.instrument.rawValue, only: child)
    }

    /// After a fill of `key`: its group gives way, its siblings shrink, its children wake.
    mutating func spreadFill(of key: Int, quantity: Quantity, remainingBefore: Quantity) {
        if let group = orders[key].group {
            spread(in: group, from: key, quantity: quantity, remainingBefore: remainingBefore)
        } else if let parent = orders[key].ticket.parent?.rawValue {
            orders[parent].exited += quantity
            shrinkSiblings(of: key, parent: parent)
        }
        var next = orders[key].firstChild
        while let child = next {
            activate(child)
            next = orders[child].nextSibling
        }
    }

    /// A named group: cancel the others, or take the same share from each.
    private mutating func spread(in group: Int, from key: Int, quantity: Quantity, remainingBefore: Quantity) {
        let cancels = orders[key].ticket.group?.rule == .cancel
        let isFilled = orders[key].remaining.isZero
        if cancels || isFilled { groups.list[group].isClosed = true }
        for member in groups.list[group].members where member != key && !orders[member].state.isDone {
            if cancels || isFilled {
                cancel(member, because: .group)
            } else {
                let instrument = instruments[orders[member].ticket.instrument.rawValue]
                let other = orders[member].remaining
                var share = quantity.decimal
                if other != remainingBefore {
                    share = (other.decimal * share).divided(by: remainingBefore.decimal, digits: 10) ?? .zero
                    share = share.roundedDown(toMultipleOf: instrument.sizeIncrement.decimal)
                }
                reduce(member, by: Quantity(share))
            }
        }
    }

    /// Children without a group: together they never close more than the parent opens.
    private mutating func shrinkSiblings(of key: Int, parent: Int) {
        let isParentDone = orders[parent].state.isDone
        let opened = isParentDone ? orders[parent].filled : orders[parent].ticket.quantity - orders[parent].reduced
        let open = max(opened - orders[parent].exited, .zero)
        var next = orders[parent].firstChild
        while let sibling = next {
            if sibling != key, orders[sibling].group == nil, !orders[sibling].state.isDone {
                reduce(sibling, by: orders[sibling].remaining - open)
            }
            next = orders[sibling].nextSibling
        }
    }

    private mutating func reduce(_ key: Int, by quantity: Quantity) {
        guard quantity > .zero else { return }
        if quantity >= orders[key].remaining {
            cancel(key, because: .group)
        } else {
            orders[key].reduced += quantity
            orders[key].updated = now
            noteWork(of: key)
            emit(.reduced(by: quantity), order: key)
        }
    }

    mutating func cancel(_ key: Int, because reason: CancelReason) {
        guard !orders[key].state.isDone else { return }
        setState(.cancelled(reason), of: key)
        books[orders[key].ticket.instrument.rawValue].remove(key)
        emit(.cancelled(reason), order: key)
        cancelChildren(of: key)
    }

    /// Children of an order that ended unfilled end too; those of one filled in part go on for that part.
    mutating func cancelChildren(of key: Int) {
        var next = orders[key].firstChild
        while let child = next {
            next = orders[child].nextSibling
            guard !orders[child].state.isDone else { continue }
            let open = orders[key].filled - orders[key].exited
            if orders[key].filled.isZero || open <= .zero {
                cancel(child, because: .parent)
            } else {
                reduce(child, by: orders[child].remaining - open)
            }
        }
    }
}
