import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Updates of a market at hand, for running them more than once.
struct MarketTape: Sendable {
    /// In order of the files.
    var instruments: [Instrument] = []
    var updates: [MarketUpdate] = []
    var start = Timestamp(nanoseconds: 0)
    /// The length of bars made from trades or quotes, and what they are made from.
    var barLength = Duration.seconds(60)
    var barBasis = BarBasis.trades

    /// Without updates yet.
    init(instruments: [Instrument], start: Timestamp, barLength: Duration, barBasis: BarBasis) {
        self.instruments = instruments
        self.start = start
        self.barLength = barLength
        self.barBasis = barBasis
    }

    /// Bars of several instruments in order of their ends. A file of a future's bars is one instrument that does not
    /// expire.
    init(bars recordings: [Recording], _ contracts: [ContractDescription] = []) {
        guard let first = recordings.first else { return }
        var catalogue = ContractCatalogue(today: first.time(0).utcDate)
        catalogue.add(contracts)
        var unordered: [MarketUpdate] = []
        for (place, recording) in recordings.enumerated() {
            let index = catalogue.findOrAdd(recording.symbol)
            instruments.append(catalogue[index].continuous)
            for row in 0..<recording.count {
                guard let bar = recording.bar(row) else { continue }
                unordered.append(
                    MarketUpdate(instrument: InstrumentIndex(place), time: recording.end(row), kind: .bar(bar)))
            }
        }
        let order = unordered.indices.sorted { (unordered[$0].time, $0) < (unordered[$1].time, $1) }
        updates = order.map { unordered[$0] }
        start = updates.first?.time ?? start
    }
}

/// Recorded trades or quotes as updates of a market, one by one.
struct TickStream {
    /// The instruments in order of the files, and when they begin.
    let heading: MarketTape
    private var market: Market
    /// The instruments by the market's own numbers, in order of the files.
    private let indices: [InstrumentIndex]
    private let end: Timestamp

    init(_ recordings: [Recording], _ contracts: [ContractDescription], seed: UInt64, barLength: Duration) throws {
        let start = recordings.map { $0.time(0) }.min() ?? Timestamp(nanoseconds: 0)
        end = recordings.map { $0.time($0.count - 1) }.max() ?? start
        var settings = MarketSettings(
            start: start, seed: seed, stamps: .recorded, entry: .beginning, fillsWithSynthetic: false)
        settings.contracts = contracts
        market = try Market(settings: settings, recordings: recordings)
        // The strategy knows its instruments by their place among the files, not among all that the market has.
        var catalogue = market.catalogue
        indices = recordings.map { catalogue.findOrAdd($0.symbol) }
        heading = MarketTape(
            instruments: indices.map { catalogue[$0].continuous }, start: market.start, barLength: barLength,
            barBasis: recordings.first?.kind == .quotes ? .midpoints : .trades)
    }

    /// The next update; `nil` after the last one recorded.
    mutating func next() -> MarketUpdate? {
        while let time = market.nextTime, time <= end, var update = market.next() {
            guard let place = indices.firstIndex(of: update.instrument) else { continue }
            update.instrument = InstrumentIndex(place)
            return update
        }
        return nil
    }
}
