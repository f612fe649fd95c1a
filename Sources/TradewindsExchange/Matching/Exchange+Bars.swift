import TradewindsVocabulary

// A bar is walked as a path of prices, by the rule of the `FillModel`. At the open everything that reacts does so at
// the open. Between two prices of the path, orders react at their own price in the order in which the path meets them;
// what a fill wakes can react on the rest of the path. `FillModel` says how far that is from the truth.
//
// An order that was given after the bar began, as one that a shorter bar of another instrument led to, has not seen its
// open nor its path: it reacts at the close.

extension Exchange {
    mutating func apply(_ bar: Bar, to instrument: Int) {
        let close = bar.close.decimal
        if books[instrument].feed > .bars {
            books[instrument].last = close
            books[instrument].updateMark(isPair: profiles[instrument].isPair)
            return
        }
        books[instrument].feed = .bars
        books[instrument].volume = bar.volume
        let low = bar.low.decimal
        let high = bar.high.decimal
        if books[instrument].resting.contains(where: { $0.mayReact(low: low, high: high) }) {
            walk(bar, at: instrument)
        } else if configuration.fillModel.fillsAtClose {
            openPath(bar, at: instrument)
        }
        books[instrument].last = close
        books[instrument].mark = close
        if configuration.fillModel.fillsAtClose {
            books[instrument].quote.bid = bar.close
            books[instrument].quote.ask = bar.close
            books[instrument].closed = now
        } else {
            books[instrument].quote = Quote()
        }
    }

    /// Lays out what of the bar's volume may be taken.
    private mutating func openPath(_ bar: Bar, at instrument: Int) {
        let size = configuration.fillModel.volumeShare.map { share in
            Quantity(
                (bar.volume.decimal * share).roundedDown(toMultipleOf: instruments[instrument].sizeIncrement.decimal))
        }
        books[instrument].sharesSize = true
        books[instrument].closed = nil
        books[instrument].quote = Quote(bid: bar.open, bidSize: size, ask: bar.open, askSize: size)
    }

    private mutating func walk(_ bar: Bar, at instrument: Int) {
        openPath(bar, at: instrument)
        let hasLate = putLateAside(bar.start, at: instrument)
        visit(bar.open.decimal, at: instrument)
        let highFirst =
            switch configuration.fillModel.path {
            case .openHighLowClose: true
            case .openLowHighClose: false
            case .nearestFirst: bar.high - bar.open <= bar.open - bar.low
            }
        travel(to: highFirst ? bar.high.decimal : bar.low.decimal, at: instrument)
        travel(to: highFirst ? bar.low.decimal : bar.high.decimal, at: instrument)
        travel(to: bar.close.decimal, at: instrument)
        guard hasLate else { return }
        for position in books[instrument].resting.indices { books[instrument].resting[position].isLate = false }
        run(instrument, from: 0)
    }

    /// Notes which orders were given after `start`, and says whether there are any.
    private mutating func putLateAside(_ start: Timestamp, at instrument: Int) -> Bool {
        var hasLate = false
        for position in books[instrument].resting.indices
        where orders[books[instrument].resting[position].key].placed > start {
            books[instrument].resting[position].isLate = true
            hasLate = true
        }
        return hasLate
    }

    private mutating func visit(_ price: ExactDecimal, at instrument: Int) {
        books[instrument].last = price
        books[instrument].mark = price
        books[instrument].quote.bid = Price(price)
        books[instrument].quote.ask = Price(price)
        run(instrument, from: 0)
    }

    private mutating func travel(to target: ExactDecimal, at instrument: Int) {
        while let level = nextLevel(towards: target, at: instrument) { visit(level, at: instrument) }
        if books[instrument].last != target { visit(target, at: instrument) }
    }

    /// The first price on the way to `target` at which an order reacts.
    private func nextLevel(towards target: ExactDecimal, at instrument: Int) -> ExactDecimal? {
        guard let here = books[instrument].last, here != target else { return nil }
        let goingUp = target > here
        var nearest: ExactDecimal?
        for entry in books[instrument].resting {
            guard let level = entry.level(goingUp: goingUp) else { continue }
            guard goingUp ? level > here && level < target : level < here && level > target else { continue }
            if let found = nearest, goingUp ? level >= found : level <= found { continue }
            nearest = level
        }
        return nearest
    }
}

extension ExactDecimal {
    /// The largest multiple of `step` that is not farther from zero.
    func roundedDown(toMultipleOf step: ExactDecimal) -> ExactDecimal {
        let nearest = rounded(toMultipleOf: step)
        return nearest.magnitude > magnitude ? nearest + (isNegative ? step : -step) : nearest
    }
}
