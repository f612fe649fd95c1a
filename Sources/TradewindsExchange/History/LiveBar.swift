import TradewindsVocabulary

/// Builds bars from updates as they come: 5-second bars, and the bar under way of a history that is kept up to date.
///
/// - Complexity: Constant memory; an update that opens no bar costs some tens of nanoseconds.
public struct LiveBarBuilder: Sendable {
    /// What the bars are made of.
    public let kind: HistoryKind
    /// The bar under way; `nil` until something has happened in it.
    public private(set) var current: HistoryBar?
    private var grouping: BarGrouping
    private var turnover = ExactDecimal.zero
    /// The last price and the end of the last bar, where bars are also made of silence.
    private var silence: (price: Price, end: Timestamp)?

    /// A builder that goes on with `current`, the bar of history that is under way.
    public init(
        _ kind: HistoryKind, size: BarSize, schedule: TradingSchedule, regularHours: Bool = false,
        current: HistoryBar? = nil
    ) {
        self.kind = kind
        self.current = current
        grouping = BarGrouping(size: size, schedule: schedule, regularHours: regularHours)
        if let current, let average = current.average {
            turnover = average.decimal * current.volume.decimal
        }
    }

    /// From here on ``close(at:)`` also gives bars in which nothing happened: all four prices the last one, no volume.
    ///
    /// - `price`: The last price before `time`.
    public mutating func fillSilence(after price: Price, from time: Timestamp) {
        silence = (price, grouping.start(ofBarAt: time))
    }

    /// Takes an update of the instrument; returns the bar that it finished, if any. Updates of another kind change nothing.
    public mutating func add(_ update: MarketUpdate) -> HistoryBar? {
        guard let (price, size) = shown(update.kind) else { return nil }
        guard let place = grouping.place(of: update.time) else { return close(at: update.time) }
        if var bar = current, bar.start == place.start {
            if silence != nil { silence = (price, place.end) }
            bar.high = max(bar.high, price)
            bar.low = min(bar.low, price)
            bar.close = price
            current = traded(bar, price, size)
            return nil
        }
        let finished = current
        turnover = .zero
        if silence != nil { silence = (price, place.end) }
        let bar = HistoryBar(
            start: place.start, end: place.end, date: place.date, open: price, high: price, low: price, close: price,
            volume: .zero, average: nil, trades: kind == .trades ? 0 : nil)
        current = traded(bar, price, size)
        return finished
    }

    /// Ends the bar under way if its time is over at `time`, and returns it.
    public mutating func close(at time: Timestamp) -> HistoryBar? {
        guard let bar = current else { return silentBar(at: time) }
        guard bar.end <= time else { return nil }
        current = nil
        return bar
    }

    /// The next bar in which nothing happened, if it is over. After a closed market silence begins with its first price.
    private mutating func silentBar(at time: Timestamp) -> HistoryBar? {
        guard let (price, begin) = silence, begin < time, let place = grouping.place(of: begin), place.end <= time
        else {
            return nil
        }
        silence = (price, place.end)
        return HistoryBar(
            start: place.start, end: place.end, date: place.date, open: price, high: price, low: price, close: price,
            volume: .zero, average: kind == .trades ? price : nil, trades: kind == .trades ? 0 : nil)
    }

    private mutating func traded(_ bar: HistoryBar, _ price: Price, _ size: Quantity?) -> HistoryBar {
        guard let size else { return bar }
        var bar = bar
        bar.volume += size
        bar.trades = bar.trades.map { $0 + 1 }
        turnover += price.decimal * size.decimal
        bar.average = turnover.divided(by: bar.volume.decimal, digits: 6).map { Price($0) }
        return bar
    }

    private func shown(_ update: MarketUpdate.Kind) -> (Price, Quantity?)? {
        switch (update, kind) {
        case (.trade(let print), .trades): return (print.price, print.size)
        case (.quote(let quote), .bid): return quote.bid.map { ($0, nil) }
        case (.quote(let quote), .ask): return quote.ask.map { ($0, nil) }
        case (.quote(let quote), .midpoint):
            guard let bid = quote.bid, let ask = quote.ask else { return nil }
            return (Price((bid + ask).decimal * ExactDecimal(5, scale: 1)), nil)
        default: return nil
        }
    }
}
