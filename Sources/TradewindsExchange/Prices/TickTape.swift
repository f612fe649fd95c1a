/// A tape made from a recording of trades or of quotes.
///
/// Around each trade a quote is made: a trade above the one before stands at the ask, below it at the bid, at the same
/// price on the same side as before; the quote is stamped with the trade's time and comes just before it. Bid and ask
/// are a spread apart. Displayed sizes are seeded where the recording has none.
struct TickTape: Sendable {
    /// What was recorded.
    private enum Record: Sendable {
        /// Trades, and whether each stands at the ask.
        case trades(prices: [Int64], sizes: [Int64], atAsk: [Bool])
        case quotes(bids: [Int64], asks: [Int64], bidSizes: [Int64]?, askSizes: [Int64]?)
    }

    var traits: TapeTraits
    /// Nanoseconds since 1970, never falling.
    private(set) var times: [Int64]
    private let record: Record
    private let noise: SeededHash

    /// Trades at `times`; prices and sizes in millionths.
    init(_ trades: TradeColumns, at times: [Int64], traits: TapeTraits, noise: SeededHash) {
        var side = true
        var last = trades.price.first ?? 0
        let atAsk = trades.price.map { price in
            if price != last { side = price > last }
            last = price
            return side
        }
        self.init(
            traits: traits, times: times,
            record: .trades(
                prices: trades.price.map { $0 / traits.grid.price }, sizes: trades.size.map { $0 / traits.grid.size },
                atAsk: atAsk), noise: noise)
    }

    /// Quotes at `times`; prices and sizes in millionths.
    init(_ quotes: QuoteColumns, at times: [Int64], traits: TapeTraits, noise: SeededHash) {
        let grid = traits.grid
        self.init(
            traits: traits, times: times,
            record: .quotes(
                bids: quotes.bid.map { $0 / grid.price }, asks: quotes.ask.map { $0 / grid.price },
                bidSizes: quotes.bidSize?.map { $0 / grid.size }, askSizes: quotes.askSize?.map { $0 / grid.size }),
            noise: noise)
    }

    private init(traits: TapeTraits, times: [Int64], record: Record, noise: SeededHash) {
        (self.traits, self.times, self.record, self.noise) = (traits, times, record, noise)
    }

    var begins: Int64 { times.first ?? 0 }
    var ends: Int64 { (times.last ?? 0) + 1 }
    var count: Int { times.count }

    /// The first record at `time` or later; ``count`` when there is none.
    func index(from time: Int64) -> Int {
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] >= time { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The quote before trade `index`, and the trade; or quote `index`.
    func append(_ index: Int, to updates: inout [TapeUpdate]) {
        let time = times[index]
        let (bid, ask) = quote(index)
        switch record {
        case .trades(let prices, let sizes, _):
            updates.append(
                .quote(time: time, bid: bid, ask: ask, bidSize: seeded(index, 0), askSize: seeded(index, 1)))
            updates.append(.trade(time: time, price: prices[index], size: sizes[index]))
        case .quotes(_, _, let bidSizes, let askSizes):
            updates.append(
                .quote(
                    time: time, bid: bid, ask: ask, bidSize: bidSizes?[index] ?? seeded(index, 0),
                    askSize: askSizes?[index] ?? seeded(index, 1)))
        }
    }

    private func quote(_ index: Int) -> (bid: Int64, ask: Int64) {
        switch record {
        case .trades(let prices, _, let atAsk):
            let bid = atAsk[index] ? prices[index] - traits.spread : prices[index]
            return (bid, bid + traits.spread)
        case .quotes(let bids, let asks, _, _): return (bids[index], asks[index])
        }
    }

    /// What is displayed on a side, where it was not recorded.
    private func seeded(_ index: Int, _ side: Int64) -> Int64 {
        traits.displayedLot * (1 + noise.child(Int64(index)).child(side).index(below: traits.displayedLots))
    }

    /// Record `index` as a bar of one price; `nil` for trades where quotes alone were recorded.
    func bar(_ index: Int, _ kind: TapeKind) -> TapeBar? {
        let (bid, ask) = quote(index)
        let halves: Int64
        switch (kind, record) {
        case (.trades, .trades(let prices, let sizes, _)):
            var bar = TapeBar(start: times[index], end: times[index], price: 2 * prices[index])
            (bar.volume, bar.trades) = (sizes[index], 1)
            bar.turnover = Int128(2 * prices[index]) * Int128(sizes[index])
            return bar
        case (.trades, .quotes): return nil
        case (.bid, _): halves = 2 * bid
        case (.ask, _): halves = 2 * ask
        case (.midpoint, _): halves = bid + ask
        }
        return TapeBar(start: times[index], end: times[index], price: halves)
    }
}
