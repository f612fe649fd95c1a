/// A tape made from recorded trades, with a quote around each.
///
/// A trade above the one before stands at the ask, below it at the bid, at the same price on the same side as before; the
/// quote is stamped with the trade's time and comes just before it. Bid and ask are a spread apart; the sizes displayed are
/// seeded, for the recording has none.
struct TickTape: Sendable {
    var traits: TapeTraits
    private(set) var times: [Int64]
    private let prices: [Int64]
    private let sizes: [Int64]
    /// Whether each trade stands at the ask.
    private let atAsk: [Bool]
    private let noise: SeededHash

    /// - `times`: Nanoseconds since 1970, never falling.
    init(traits: TapeTraits, times: [Int64], prices: [Int64], sizes: [Int64], noise: SeededHash) {
        (self.traits, self.times, self.prices, self.sizes, self.noise) = (traits, times, prices, sizes, noise)
        var side = true
        var last = prices.first ?? 0
        atAsk = prices.map { price in
            if price != last { side = price > last }
            last = price
            return side
        }
    }

    var begins: Int64 { times.first ?? 0 }
    var ends: Int64 { (times.last ?? 0) + 1 }
    var count: Int { times.count }

    /// The first trade at `time` or later; ``count`` when there is none.
    func index(from time: Int64) -> Int {
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] >= time { high = middle } else { low = middle + 1 }
        }
        return low
    }

    func bid(_ index: Int) -> Int64 { atAsk[index] ? prices[index] - traits.spread : prices[index] }

    /// The quote before trade `index`, and the trade.
    func append(_ index: Int, to updates: inout [TapeUpdate]) {
        let hash = noise.child(Int64(index))
        let bid = bid(index)
        updates.append(
            .quote(
                time: times[index], bid: bid, ask: bid + traits.spread,
                bidSize: traits.displayedLot * (1 + hash.child(0).index(below: traits.displayedLots)),
                askSize: traits.displayedLot * (1 + hash.child(1).index(below: traits.displayedLots))))
        updates.append(.trade(time: times[index], price: prices[index], size: sizes[index]))
    }

    /// Trade `index` or the quote before it as a bar of one price.
    func bar(_ index: Int, _ kind: TapeKind) -> TapeBar {
        let halves: Int64
        switch kind {
        case .trades: halves = 2 * prices[index]
        case .bid: halves = 2 * bid(index)
        case .ask: halves = 2 * (bid(index) + traits.spread)
        case .midpoint: halves = 2 * bid(index) + traits.spread
        }
        var bar = TapeBar(start: times[index], end: times[index], price: halves)
        if kind == .trades {
            (bar.volume, bar.trades) = (sizes[index], 1)
            bar.turnover = Int128(halves) * Int128(sizes[index])
        }
        return bar
    }
}
