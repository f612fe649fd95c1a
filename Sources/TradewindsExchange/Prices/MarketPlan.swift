import TradewindsVocabulary

/// Which instrument plays what, from when: decided before any tape is made.
struct MarketPlan {
    var settings: MarketSettings
    var catalogue: ContractCatalogue
    var start: Timestamp
    var origins: [InstrumentIndex: Market.Origin] = [:]
    private var recordings: [InstrumentIndex: Recording] = [:]
    private var entries: [InstrumentIndex: Int64] = [:]

    init(settings: MarketSettings, recordings: [Recording]) throws(MarketError) {
        self.settings = settings
        start = settings.start
        try Self.checkEntry(recordings, settings)
        let entries = Self.entries(recordings, settings)
        if settings.stamps == .recorded, let last = entries.max() { start = Timestamp(nanoseconds: last) }
        catalogue = ContractCatalogue(today: MarketZone.usEastern.date(at: start))
        catalogue.add(settings.contracts)
        for (recording, entry) in zip(recordings, entries) {
            let index = catalogue.findOrAdd(recording.symbol)
            if let other = self.recordings[index] {
                throw .sameInstrument(catalogue[index].localSymbol, files: [other.file, recording.file])
            }
            self.recordings[index] = recording
            self.entries[index] = entry
            origins[index] = .recorded(file: recording.file)
        }
        guard recordings.isEmpty || settings.fillsWithSynthetic else { return }
        for index in catalogue.indices where origins[index] == nil && isListed(index) { origins[index] = .synthetic }
    }

    /// The tape of each instrument, by position.
    func tapes() -> [Tape?] {
        catalogue.indices.map { index in
            let builder = TapeBuilder(settings: settings, instrument: catalogue[index], start: start)
            switch origins[index] {
            case nil: return nil
            case .recorded: return recordings[index].map { builder.replay($0, entry: entries[index] ?? $0.times[0]) }
            case .synthetic: return builder.synthetic(profile(of: index))
            }
        }
    }

    /// When the recordings on these tapes end for the first time, earliest first.
    func replayEnds(of tapes: [Tape?]) -> [ReplayEnd] {
        let ends = catalogue.indices.compactMap { index -> ReplayEnd? in
            guard case .recorded(let file)? = origins[index], let tape = tapes[index.rawValue] else { return nil }
            return ReplayEnd(catalogue[index].localSymbol, file, tape, from: start.nanoseconds)
        }
        return ends.sorted { ($0.time, $0.symbol) < ($1.time, $1.symbol) }
    }

    /// Whether it has not expired.
    private func isListed(_ index: InstrumentIndex) -> Bool {
        catalogue[index].expiry.map { $0 >= catalogue.today } ?? true
    }

    /// The profile of a synthetic instrument. A future stands beside the front month, recorded or not, with half a
    /// percent of carry for each quarter.
    private func profile(of index: InstrumentIndex) -> SyntheticProfile {
        var profile = SyntheticProfile.of(catalogue[index])
        guard let expiry = catalogue[index].expiry else { return profile }
        var query = ContractQuery(symbol: catalogue[index].symbol, kind: .future)
        query.tradingClass = catalogue[index].tradingClass
        let series = catalogue.matches(query)
        guard let front = series.first, let nearest = catalogue[front].expiry else { return profile }
        if let recording = recordings[front], let entry = entries[front] {
            let position = recording.times.firstIndex { $0 >= entry } ?? 0
            profile.price = recording.price(position) ?? profile.price
        }
        let quarters = (expiry.daysSince1970 - nearest.daysSince1970 + 45) / 91
        let carried = profile.price.decimal * ExactDecimal(Int128(1000 + 5 * quarters), scale: 3)
        profile.price = Price(carried.rounded(toMultipleOf: catalogue[index].minimumTick.decimal))
        // Later months trade less.
        profile.volume /= Double(1 + 9 * quarters)
        return profile
    }

    private static func checkEntry(_ recordings: [Recording], _ settings: MarketSettings) throws(MarketError) {
        guard case .at(let time) = settings.entry, !recordings.isEmpty else { return }
        let spans = recordings.map { RecordedSpan($0) }
        guard spans.contains(where: { $0.span.contains(time) }) else { throw .noPrices(at: time, spans: spans) }
    }

    /// The recorded time that each recording is at when the run starts.
    ///
    /// Daily bars share one day, so that their prices belong together. With recorded stamps all share one time, that of
    /// the recording that begins last.
    private static func entries(_ recordings: [Recording], _ settings: MarketSettings) -> [Int64] {
        let alone = recordings.map { RecordedPlacement.entryTime($0, settings.entry) }
        if case .at = settings.entry { return alone }
        if settings.stamps == .recorded {
            let shared = alone.max() ?? 0
            return alone.map { _ in shared }
        }
        let daily = zip(recordings, alone).filter(\.0.isDaily)
        guard let first = daily.map({ $0.0.times[0] }).max(), let last = daily.compactMap(\.0.times.last).min(),
            first < last
        else { return alone }
        let shared = settings.entry == .beginning ? first : first + (last - first) / 3 * 2
        return zip(recordings, alone).map { $0.isDaily ? shared : $1 }
    }
}
