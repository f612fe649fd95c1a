import TradewindsVocabulary

/// The contracts that can be asked for and traded: the built-in ones, and one for every other symbol with data.
///
/// An instrument keeps its position (``InstrumentIndex``) for good. Numbers of well-known contracts are the broker's; the
/// others are derived from the name and so the same in every run.
public struct ContractCatalogue: Sendable, Hashable {
    /// All instruments; an ``InstrumentIndex`` is a position in it.
    public private(set) var instruments: [Instrument]
    /// The day at which futures before it have expired.
    public var today: CivilDate
    /// The contracts of one's own by the names given to them.
    private var own: [String: InstrumentIndex] = [:]

    /// The built-in contracts, with the futures that trade on `today` and the one that the recorded ticks are of.
    public init(today: CivilDate) {
        self.today = today
        let series = FutureSeries.eMini
        var futures = series.months(from: today, count: 5)
        let recorded = FutureMonth(year: 2013, month: 9)
        if !futures.contains(recorded) { futures.append(recorded) }
        instruments = BuiltInContracts.stocks + futures.map(series.instrument) + BuiltInContracts.pairs
    }

    /// The instrument at a position.
    public subscript(_ index: InstrumentIndex) -> Instrument { instruments[index.rawValue] }

    /// The positions of all instruments, ascending.
    public var indices: [InstrumentIndex] { instruments.indices.map { InstrumentIndex($0) } }

    /// The position of the contract numbered `id`.
    public func index(of id: ContractID) -> InstrumentIndex? {
        instruments.firstIndex { $0.id == id }.map { InstrumentIndex($0) }
    }

    /// The instruments that fit a description: none when it is unknown, several when it is ambiguous (every month for the
    /// symbol ES). Futures by expiry, nearest first.
    public func matches(_ query: ContractQuery) -> [InstrumentIndex] {
        let found = indices.filter { index in
            let instrument = self[index]
            guard query.fits(instrument) else { return false }
            guard let expiry = instrument.expiry else { return true }
            return query.includesExpired || query.id != nil || expiry >= today
        }
        let sorted = found.sorted { left, right in
            guard let a = self[left].expiry, let b = self[right].expiry, a != b else { return left < right }
            return a < b
        }
        return query.kind == .continuousFuture ? Array(sorted.prefix(1)) : sorted
    }

    /// The one instrument that a bare symbol means: a local symbol (`ESZ6`, `EUR.USD`), a stock, or the front month of a
    /// future series.
    public func index(named name: String) -> InstrumentIndex? {
        let name = name.uppercased()
        if let index = own[name] { return index }
        if let exact = instruments.firstIndex(where: { $0.localSymbol.uppercased() == name }) {
            return InstrumentIndex(exact)
        }
        if let pair = Currency.pair(named: name) {
            let local = "\(pair.base).\(pair.quoted)"
            return instruments.firstIndex { $0.localSymbol == local }.map { InstrumentIndex($0) }
        }
        var query = ContractQuery()
        query.symbol = name
        return matches(query).first { self[$0].kind != .currencyPair }
    }

    /// Up to sixteen instruments whose symbol begins with `pattern` or whose name has a word that does, the nearest first. Of a series
    /// of futures only the front month.
    public func search(_ pattern: String) -> [InstrumentIndex] {
        let pattern = pattern.uppercased()
        guard !pattern.isEmpty else { return [] }
        var seen: Set<String> = []
        let ranked = indices.compactMap { index -> (rank: Int, index: InstrumentIndex)? in
            let instrument = self[index]
            if let expiry = instrument.expiry {
                guard expiry >= today, seen.insert(instrument.tradingClass).inserted else { return nil }
            }
            let symbols = [instrument.symbol, instrument.localSymbol].map { $0.uppercased() }
            if symbols.contains(pattern) { return (0, index) }
            if symbols.contains(where: { $0.hasPrefix(pattern) }) { return (1, index) }
            let words = instrument.longName.uppercased()
            return words.hasPrefix(pattern) || words.contains(" " + pattern) ? (2, index) : nil
        }
        return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.prefix(16).map(\.index)
    }

    /// The price rule numbered `id`; `nil` when no contract follows such a rule.
    public func priceRule(_ id: Int) -> PriceRule? { instruments.first { $0.priceRule.id == id }?.priceRule }

    /// The position of the instrument that prices under a bare symbol are of, made where there is none: a currency pair
    /// for a name such as `GBP.CHF` or `GBPCHF`, else a stock in dollars by the cent.
    public mutating func findOrAdd(_ name: String) -> InstrumentIndex {
        if let index = index(named: name) { return index }
        let symbol = name.uppercased()
        if let pair = Currency.pair(named: name) {
            instruments.append(BuiltInContracts.pair(newID(for: symbol), pair.base.rawValue, pair.quoted))
        } else {
            instruments.append(
                BuiltInContracts.stock(newID(for: symbol), symbol, symbol, listed: "NYSE", sector: ("", "", "")))
        }
        return InstrumentIndex(instruments.count - 1)
    }

    /// Takes up contracts of one's own, before anything has an index of the others. One with the name of a contract that is
    /// there takes its place: of a series of futures that of all months.
    public mutating func add(_ described: [ContractDescription]) {
        guard !described.isEmpty else { return }
        let names = Set(described.map { $0.symbol.uppercased() })
        let replaced = Set(names.compactMap { index(named: $0).map { self[$0].id } })
        instruments.removeAll { replaced.contains($0.id) || ($0.expiry != nil && names.contains($0.symbol)) }
        for description in described {
            let symbol = description.symbol.uppercased()
            own[symbol] = InstrumentIndex(instruments.count)
            instruments.append(description.instrument(newID(for: symbol)))
        }
    }

    private func newID(for symbol: String) -> ContractID {
        let taken = Set(instruments.map(\.id))
        var id = ContractID(700_000_000 + Int32(SeededHash(0).child(symbol).index(below: 90_000_000)))
        while taken.contains(id) { id = ContractID(id.rawValue + 1) }
        return id
    }

    /// The zone in which a data file of a symbol tells its times.
    public static func zone(ofSymbol symbol: String) -> MarketZone {
        FutureSeries.eMini.isNamed(symbol) ? .usCentral : .usEastern
    }
}
