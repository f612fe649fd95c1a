import TradewindsVocabulary

/// The past of every instrument: bars and ticks behind any moment.
///
/// Nothing is stored as time goes on: the past is computed from the same tapes that are played, so it is what was streamed,
/// costs no memory and does not depend on who asked before. `now` is an argument; nothing later is ever shown.
public struct HistoryStore: Sendable {
    private let catalogue: ContractCatalogue
    private let hours: MarketHours
    private let tapes: [Tape?]

    /// The most bars in one answer.
    public static let mostBars = 50_000

    init(catalogue: ContractCatalogue, hours: MarketHours, tapes: [Tape?]) {
        (self.catalogue, self.hours, self.tapes) = (catalogue, hours, tapes)
    }

    /// Bars, oldest first; the last one may be under way. Empty where the market was closed all the time.
    ///
    /// - Throws: ``HistoryError``.
    /// - Complexity: 100 ns a minute of market time for bars of a minute or longer, 10 µs for shorter ones.
    public func bars(_ request: HistoryRequest, now: Timestamp) throws(HistoryError) -> [HistoryBar] {
        let tape = try tape(request.instrument, request.kind)
        let schedule = schedule(of: request.instrument)
        let end = min(request.end ?? now, now)
        let start = request.span.start(before: end, schedule)
        if let seconds = request.size.seconds, seconds < 60,
            (end - start).components.seconds / seconds > Int64(4 * Self.mostBars)
        {
            throw .tooLong(most: Self.mostBars)
        }
        return try bars(tape, request, schedule, start..<max(end, start))
    }

    /// The bar that is under way at `now`; `nil` when nothing has happened in it.
    public func currentBar(
        _ instrument: InstrumentIndex, _ kind: HistoryKind, size: BarSize, now: Timestamp, regularHours: Bool = false
    ) throws(HistoryError) -> HistoryBar? {
        let request = HistoryRequest(
            instrument, kind, span: .days(1), size: size, regularHours: regularHours)
        let schedule = schedule(of: instrument)
        let grouping = BarGrouping(size: size, schedule: schedule, regularHours: regularHours)
        let begin = grouping.start(ofBarAt: now)
        return try bars(try tape(instrument, kind), request, schedule, begin..<max(now, begin)).last
    }

    /// When the history of an instrument begins.
    public func head(_ instrument: InstrumentIndex, _ kind: HistoryKind) throws(HistoryError) -> Timestamp {
        Timestamp(nanoseconds: try tape(instrument, kind).begins)
    }

    /// The trading days that a span back from `end` touches, oldest first.
    public func sessions(
        _ instrument: InstrumentIndex, end: Timestamp, span: HistorySpan
    ) -> [TradingDay] {
        let schedule = schedule(of: instrument)
        let first = schedule.currentDay(at: span.start(before: end, schedule)).date
        let last = schedule.currentDay(at: end - .nanoseconds(1)).date
        return schedule.days(min(first, last)...last)
    }

    func schedule(of instrument: InstrumentIndex) -> TradingSchedule {
        TradingSchedule(catalogue[instrument].calendar, hours: hours)
    }

    func tape(_ instrument: InstrumentIndex, _ kind: HistoryKind) throws(HistoryError) -> Tape {
        guard tapes.indices.contains(instrument.rawValue), let tape = tapes[instrument.rawValue] else {
            throw .noPrices
        }
        if kind == .trades, !tape.traits.hasTrades { throw .noTrades }
        return tape
    }

    private func bars(
        _ tape: Tape, _ request: HistoryRequest, _ schedule: TradingSchedule, _ span: Range<Timestamp>
    ) throws(HistoryError) -> [HistoryBar] {
        var grouping = BarGrouping(size: request.size, schedule: schedule, regularHours: request.regularHours)
        let seconds = request.size.seconds
        let coarse = request.size.seconds == nil && !(request.regularHours && hours == .real && cutsDays(schedule))
        let grain: Tape.Grain = coarse ? .bars : (seconds ?? 60) < 60 ? .updates : .minutes
        let nanoseconds = span.lowerBound.nanoseconds..<span.upperBound.nanoseconds
        tape.forEachPiece(request.kind.tape, in: nanoseconds, grain: grain) { piece in
            grouping.add(piece)
            return grouping.groups.count <= Self.mostBars
        }
        guard grouping.groups.count <= Self.mostBars else { throw .tooLong(most: Self.mostBars) }
        let grid = tape.traits.grid
        return grouping.groups.map { HistoryBar($0, grid, isTrades: request.kind == .trades, counts: seconds != nil) }
    }
}

/// Whether the main session is only a part of the day that a tape's bar covers.
private func cutsDays(_ schedule: TradingSchedule) -> Bool { schedule.calendar == .cmeFutures }

extension HistoryBar {
    init(_ group: BarGrouping.Group, _ grid: TapeGrid, isTrades: Bool, counts: Bool) {
        let bar = group.bar
        start = group.start
        end = group.end
        date = group.date
        open = grid.price(halves: bar.open)
        high = grid.price(halves: bar.high)
        low = grid.price(halves: bar.low)
        close = grid.price(halves: bar.close)
        volume = grid.quantity(bar.volume)
        average = nil
        trades = nil
        guard isTrades else { return }
        if counts { trades = Int(bar.trades) }
        if bar.volume > 0 {
            let halves = ExactDecimal(bar.turnover, scale: 0).divided(
                by: ExactDecimal(Int128(bar.volume), scale: 0), digits: 3)
            average = halves.map { Price($0 * ExactDecimal(Int128(grid.price) * 5, scale: 7)) }
        }
    }
}
