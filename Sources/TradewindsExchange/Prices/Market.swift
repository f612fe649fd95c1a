import TradewindsVocabulary

/// The prices of all instruments, merged by time: what a gateway streams and a simulation trades on.
///
/// A value: advancing it is the only way that it changes, and what comes is decided by settings and data alone. Updates
/// of the same instant come in the order of the instruments.
///
/// - Complexity: An update costs a few hundred nanoseconds, plus a look at each instrument's next time.
public struct Market: Sendable {
    /// Where an instrument's prices come from.
    public enum Origin: Sendable, Hashable {
        /// From this data file.
        case recorded(file: String)
        /// From a seeded random walk.
        case synthetic
    }

    /// The instruments; updates name them by position.
    public let catalogue: ContractCatalogue
    /// How the market runs.
    public let settings: MarketSettings
    /// The market time at which the run starts: that of the settings, or the recorded one.
    public let start: Timestamp
    /// The bars and ticks behind any moment.
    public let history: HistoryStore
    /// Where the recordings end for the first time, earliest first.
    public let replayEnds: [ReplayEnd]
    private let origins: [InstrumentIndex: Origin]
    private var players: [Player]

    private struct Player: Sendable {
        let index: InstrumentIndex
        let grid: TapeGrid
        var cursor: TapeCursor
    }

    /// A market that replays the recordings; instruments without one are synthetic if the settings say so, and all are
    /// when there is no recording.
    ///
    /// - Throws: ``MarketError`` when two recordings are of one instrument.
    public init(settings: MarketSettings, recordings: [Recording] = []) throws(MarketError) {
        let plan = try MarketPlan(settings: settings, recordings: recordings)
        self.settings = settings
        catalogue = plan.catalogue
        start = plan.start
        origins = plan.origins
        let tapes = plan.tapes()
        history = HistoryStore(catalogue: plan.catalogue, hours: settings.hours, tapes: tapes)
        let from = plan.start.nanoseconds
        replayEnds = plan.replayEnds(of: tapes)
        players = tapes.indices.compactMap { position in
            tapes[position].map { tape in
                Player(index: InstrumentIndex(position), grid: tape.traits.grid, cursor: TapeCursor(tape, from: from))
            }
        }
    }

    /// The clock that maps wall time to this market's time, for a run that begins at `wall`.
    public func clock(from wall: Timestamp, speed: Double = 1) -> ReplayClock {
        ReplayClock(wallStart: wall, marketStart: start, speed: speed)
    }

    /// Where the prices of an instrument come from; `nil` when it has none.
    public func origin(of index: InstrumentIndex) -> Origin? { origins[index] }

    /// The trading days of an instrument.
    public func schedule(of index: InstrumentIndex) -> TradingSchedule {
        TradingSchedule(catalogue[index].calendar, hours: settings.hours)
    }

    /// The time of the next update; `nil` only for a market without any prices.
    public var nextTime: Timestamp? { nextPlayer().map { Timestamp(nanoseconds: $0.time) } }

    /// The next update, of whichever instrument comes first.
    public mutating func next() -> MarketUpdate? {
        guard let (position, _) = nextPlayer(), let update = players[position].cursor.next() else { return nil }
        return MarketUpdate(players[position].index, update, players[position].grid)
    }

    /// Hands out every update up to and at `time`, in order.
    public mutating func advance(to time: Timestamp, _ body: (MarketUpdate) -> Void) {
        while let (position, next) = nextPlayer(), next <= time.nanoseconds {
            guard let update = players[position].cursor.next() else { return }
            body(MarketUpdate(players[position].index, update, players[position].grid))
        }
    }

    private func nextPlayer() -> (position: Int, time: Int64)? {
        var best: (position: Int, time: Int64)?
        for position in players.indices {
            guard let time = players[position].cursor.nextTime else { continue }
            if let found = best, found.time <= time { continue }
            best = (position, time)
        }
        return best
    }
}

extension MarketUpdate {
    init(_ index: InstrumentIndex, _ update: TapeUpdate, _ grid: TapeGrid) {
        let kind: Kind
        switch update {
        case .quote(_, let bid, let ask, let bidSize, let askSize):
            kind = .quote(
                Quote(
                    bid: grid.price(bid), bidSize: grid.quantity(bidSize), ask: grid.price(ask),
                    askSize: grid.quantity(askSize)))
        case .trade(_, let price, let size):
            kind = .trade(TradePrint(price: grid.price(price), size: grid.quantity(size)))
        }
        self.init(instrument: index, time: Timestamp(nanoseconds: update.time), kind: kind)
    }
}
