/// One minute of a tape: its bar, and by its seed everything that happens in it.
///
/// The quotes follow the trades by a rule that keeps the bid, ask and midpoint bars computable from the trade bar alone:
/// the spread is constant; a price less than a spread below the high stands at the ask, less than a spread above the low
/// at the bid, between them by the toss of a coin; where the bar is narrower than two spreads every price stands at the
/// ask.
struct MinutePath: Sendable, Hashable {
    var start: Int64
    var range: PriceRange
    var volume: Int64
    var trades: Int64
    var noise: SeededHash

    static let length: Int64 = 60_000_000_000
    /// Quotes in a minute: four a second.
    static let slots = 240
    private static let slotLength = length / Int64(slots)

    /// Whether the range leaves room for both sides of the spread.
    private func isWide(_ spread: Int64) -> Bool { range.high - range.low >= 2 * spread }

    private func standsAtAsk(_ price: Int64, slot: Int, spread: Int64) -> Bool {
        guard isWide(spread) else { return true }
        if price > range.high - spread { return true }
        if price < range.low + spread { return false }
        return noise.child(Int64(slot)).bits & 1 == 0
    }

    /// The bid at a slot.
    private func bid(_ price: Int64, slot: Int, spread: Int64) -> Int64 {
        standsAtAsk(price, slot: slot, spread: spread) ? price - spread : price
    }

    /// The bar of what `kind` shows, without expanding the minute.
    func bar(_ kind: TapeKind, spread: Int64) -> TapeBar {
        let end = start + Self.length
        if kind == .trades {
            var bar = TapeBar(
                start: start, end: end, open: 2 * range.open, high: 2 * range.high, low: 2 * range.low,
                close: 2 * range.close)
            (bar.volume, bar.trades) = (volume, trades)
            bar.turnover = Int128(volume) * Int128(range.open + range.high + range.low + range.close) / 2
            return bar
        }
        // Halves of a unit to add to a bid.
        let lift = kind == .bid ? 0 : kind == .ask ? 2 * spread : spread
        let lowest = isWide(spread) ? range.low : range.low - spread
        return TapeBar(
            start: start, end: end, open: 2 * bid(range.open, slot: 0, spread: spread) + lift,
            high: 2 * (range.high - spread) + lift, low: 2 * lowest + lift,
            close: 2 * bid(range.close, slot: Self.slots - 1, spread: spread) + lift)
    }

    /// Everything that happens in the minute, in order of time.
    func updates(_ traits: TapeTraits) -> [TapeUpdate] {
        let path = noise.child(-1)
        var nodes = PathNodes(range, steps: Self.slots - 1, tick: traits.tick) { path.child(Int64($0)).normal }
        nodes.pin(range)
        let sizes = tradeSizes(nodes.values)
        var result: [TapeUpdate] = []
        result.reserveCapacity(Self.slots + Int(trades))
        let display = noise.child(-2)
        for (slot, price) in nodes.values.enumerated() {
            let hash = display.child(Int64(slot))
            let time =
                start + Int64(slot) * Self.slotLength + hash.index(below: Self.slotLength / 2_000_000) * 1_000_000
            let bid = bid(price, slot: slot, spread: traits.spread)
            result.append(
                .quote(
                    time: time, bid: bid, ask: bid + traits.spread,
                    bidSize: traits.displayedLot * (1 + hash.child(0).index(below: traits.displayedLots)),
                    askSize: traits.displayedLot * (1 + hash.child(1).index(below: traits.displayedLots))))
            if sizes[slot] > 0, traits.hasTrades {
                result.append(.trade(time: time + 1_000_000, price: price, size: sizes[slot]))
            }
        }
        return result
    }

    /// The size traded in each slot: exactly ``trades`` of them, summing to ``volume``, and open, high, low and close
    /// among them.
    private func tradeSizes(_ prices: [Int64]) -> [Int64] {
        var chosen = [Bool](repeating: false, count: prices.count)
        let must = [
            0, prices.count - 1, prices.firstIndex(of: range.high) ?? 0, prices.firstIndex(of: range.low) ?? 0,
        ]
        for slot in must { chosen[slot] = true }
        let toss = noise.child(-3)
        var free = Int64(chosen.count { !$0 })
        var wanted = trades - (Int64(prices.count) - free)
        for slot in prices.indices where !chosen[slot] {
            if toss.child(Int64(slot)).index(below: free) < wanted {
                chosen[slot] = true
                wanted -= 1
            }
            free -= 1
        }
        let slots = prices.indices.filter { chosen[$0] }
        let weights = noise.child(-4)
        let parts = Shares.split(volume - Int64(slots.count), into: slots.count) {
            let weight = weights.child(Int64($0)).fraction
            return 0.02 + weight * weight * weight
        }
        var sizes = [Int64](repeating: 0, count: prices.count)
        for (slot, part) in zip(slots, parts) { sizes[slot] = 1 + part }
        return sizes
    }
}

/// What a bar is made of.
enum TapeKind: Sendable, Hashable {
    case trades, midpoint, bid, ask
}

/// Splits a whole number into parts that sum to it.
enum Shares {
    /// Parts in proportion to the weights, none negative; zero and less gives zeros.
    static func split(_ total: Int64, into count: Int, weight: (Int) -> Double) -> [Int64] {
        guard total > 0, count > 0 else { return [Int64](repeating: 0, count: max(count, 0)) }
        let weights = (0..<count).map(weight)
        let sum = weights.reduce(0, +)
        var parts: [Int64] = []
        parts.reserveCapacity(count)
        var running = 0.0
        var given: Int64 = 0
        for (index, weight) in weights.enumerated() {
            running += weight
            let upTo = index == count - 1 ? total : min(Int64(Double(total) * (running / sum)), total)
            parts.append(max(upTo - given, 0))
            given = max(upTo, given)
        }
        return parts
    }
}
