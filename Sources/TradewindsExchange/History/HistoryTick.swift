import TradewindsVocabulary

/// One tick of history.
public struct HistoryTick: Sendable, Hashable {
    /// When.
    public var time: Timestamp
    /// What: a quote or a trade.
    public var kind: MarketUpdate.Kind

    /// The middle of bid and ask; `nil` for a trade.
    public var midpoint: Price? {
        guard case .quote(let quote) = kind, let bid = quote.bid, let ask = quote.ask else { return nil }
        return Price((bid + ask).decimal * ExactDecimal(5, scale: 1))
    }
}

/// Which ticks of history.
public enum HistoryTickKind: Sendable, Hashable, CaseIterable {
    /// Trades. Text `TRADES`.
    case trades
    /// Quotes. Texts `BID_ASK` and `MIDPOINT`.
    case quotes
}

extension HistoryStore {
    /// The first `count` ticks at `start` or later that have happened by `now`, oldest first. The rest of the last second is
    /// given too, as the broker does.
    public func ticks(
        _ instrument: InstrumentIndex, _ kind: HistoryTickKind, from start: Timestamp, count: Int, now: Timestamp
    ) throws(HistoryError) -> [HistoryTick] {
        let tape = try tape(instrument, kind == .trades ? .trades : .bid)
        var from = max(start.nanoseconds, tape.begins)
        var result: [HistoryTick] = []
        while from < now.nanoseconds, result.count < count {
            let until = min(from + MinutePath.length, now.nanoseconds)
            result += ticks(tape, kind, from..<until)
            from = until
            if result.isEmpty { from = max(from, min(tape.nextUpdate(from: from), now.nanoseconds)) }
        }
        guard count > 0, result.count > count else { return count > 0 ? result : [] }
        let second = result[count - 1].time.seconds
        return Array(result.prefix { $0.time.seconds <= second })
    }

    /// The last `count` ticks before `end`, oldest first, with the rest of the first second.
    public func ticks(
        _ instrument: InstrumentIndex, _ kind: HistoryTickKind, until end: Timestamp, count: Int, now: Timestamp
    ) throws(HistoryError) -> [HistoryTick] {
        let tape = try tape(instrument, kind == .trades ? .trades : .bid)
        var until = min(end, now).nanoseconds
        var parts: [[HistoryTick]] = []
        var found = 0
        var reach = MinutePath.length
        while until > tape.begins, found < count {
            let from = max(until - reach, tape.begins)
            let part = ticks(tape, kind, from..<until)
            // Over a pause look ever farther, so that a closed week-end costs a few steps.
            reach = part.isEmpty ? reach * 2 : MinutePath.length
            parts.append(part)
            found += part.count
            until = from
        }
        let all = Array(parts.reversed().joined())
        guard count > 0, all.count > count else { return count > 0 ? all : [] }
        let second = all[all.count - count].time.seconds
        return Array(all.drop { $0.time.seconds < second })
    }

    private func ticks(_ tape: Tape, _ kind: HistoryTickKind, _ span: Range<Int64>) -> [HistoryTick] {
        tape.updates(in: span).compactMap { update in
            switch (update, kind) {
            case (.trade, .trades), (.quote, .quotes):
                let shown = MarketUpdate(0, update, tape.traits.grid)
                return HistoryTick(time: shown.time, kind: shown.kind)
            default: return nil
            }
        }
    }
}

extension Tape {
    /// When something next happens at `time` or later.
    func nextUpdate(from time: Int64) -> Int64 { TapeCursor(self, from: time).nextTime ?? .max }
}
