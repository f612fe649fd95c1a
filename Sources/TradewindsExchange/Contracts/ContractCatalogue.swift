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
        if let exact = instruments.firstIndex(where: { $0.localSymbol.uppercased() == name }) {
            return InstrumentIndex(exact)
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
    /// for a name such as `GBP.CHF`, else a stock.
    ///
    /// - `increment`: The tick of an instrument that is made.
    public mutating func findOrAdd(_ name: String, increment: Price = 0.01) -> InstrumentIndex {
        if let index = index(named: name) { return index }
        let taken = Set(instruments.map(\.id))
        var id = ContractID(700_000_000 + Int32(SeededHash(0).child(name.uppercased()).index(below: 90_000_000)))
        while taken.contains(id) { id = ContractID(id.rawValue + 1) }
        let parts = name.uppercased().split(separator: ".")
        let isPair = parts.count == 2 && parts.allSatisfy { $0.count == 3 && $0.allSatisfy(\.isLetter) }
        instruments.append(
            isPair
                ? BuiltInContracts.pair(id, String(parts[0]), Currency(String(parts[1])), tick: increment, rule: 239)
                : BuiltInContracts.stock(
                    id, name.uppercased(), name.uppercased(), listed: "NYSE", sector: ("", "", ""), increment: increment
                ))
        return InstrumentIndex(instruments.count - 1)
    }

    /// The zone in which a data file of a symbol tells its times.
    public static func zone(ofSymbol symbol: String) -> MarketZone {
        FutureSeries.eMini.isNamed(symbol) ? .usCentral : .usEastern
    }
}
