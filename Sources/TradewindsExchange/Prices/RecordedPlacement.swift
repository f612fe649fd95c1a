import TradewindsVocabulary

/// Puts a recording on market time: which recorded moment is the start of the run, and where everything else then falls.
struct RecordedPlacement {
    var settings: MarketSettings
    var schedule: TradingSchedule
    /// The market time at which the run starts.
    var start: Timestamp

    static let week: Int64 = 7 * 86_400_000_000_000
    /// A pause longer than this is left out where markets never close.
    private static let pause: Int64 = 15 * 60_000_000_000

    /// The recorded time that a run begins at, were the recording alone.
    static func entryTime(_ recording: Recording, _ entry: MarketSettings.Entry) -> Int64 {
        let times = recording.times
        switch entry {
        case .beginning: return times[0]
        case .at(let time): return time.nanoseconds
        case .withHistory: return times[recording.isDaily ? times.count * 2 / 3 : times.count * 2 / 5]
        }
    }

    /// The trading day of each daily bar.
    ///
    /// Shifted: the bar at `entry` falls on the day of the start, the others on the trading days around it in sequence.
    func days(_ times: [Int64], entry: Int64) -> [TradingDay] {
        let dates = times.map { schedule.zone.date(at: Timestamp(nanoseconds: $0)) }
        guard settings.stamps == .shifted else {
            return dates.map {
                schedule.day($0) ?? TradingSchedule(schedule.calendar, hours: .always).day($0) ?? empty($0)
            }
        }
        let pivot = times.firstIndex { $0 >= entry } ?? times.count - 1
        var anchor = schedule.firstDay(from: schedule.zone.date(at: start))
        if let today = schedule.day(at: start) { anchor = today }
        var behind: [TradingDay] = []
        var day = anchor
        while behind.count < pivot {
            day = schedule.lastDay(until: day.date.advanced(by: -1))
            behind.append(day)
        }
        var ahead: [TradingDay] = []
        day = anchor
        while ahead.count < times.count - pivot {
            ahead.append(day)
            day = schedule.firstDay(from: day.date.advanced(by: 1))
        }
        return behind.reversed() + ahead
    }

    /// Where recorded instants fall.
    ///
    /// Shifted, markets always open: `entry` is the start, to the minute, and pauses of more than 15 minutes shrink to
    /// `spacing`. Shifted, real hours: moved by whole weeks, so that sessions stay sessions.
    func times(_ times: [Int64], entry: Int64, spacing: Int64) -> [Int64] {
        guard settings.stamps == .shifted, let first = times.first else { return times }
        if settings.hours == .real {
            let weeks = floorDivide(start.nanoseconds - first, Self.week)
            return moved(times, by: weeks * Self.week)
        }
        let minute = MinutePath.length
        var cut: Int64 = 0
        var last = first
        var placed = times.map { time in
            if time - last > Self.pause { cut += time - last - spacing }
            last = time
            return time - cut
        }
        let pivot = placed[times.firstIndex { $0 >= entry } ?? 0]
        let shift = floorDivide(start.nanoseconds, minute) * minute - floorDivide(pivot, minute) * minute
        for index in placed.indices { placed[index] += shift }
        return placed
    }

    /// Moves times by whole weeks on the wall clock: nine in the morning stays nine, in summer or winter.
    private func moved(_ times: [Int64], by distance: Int64) -> [Int64] {
        var hour = Int64.min
        var shift = distance
        return times.map { time in
            let current = floorDivide(time, 3_600_000_000_000)
            if current != hour {
                hour = current
                let before = schedule.zone.offset(at: Timestamp(nanoseconds: time))
                let after = schedule.zone.offset(at: Timestamp(nanoseconds: time + distance))
                shift = distance + (before - after) * 1_000_000_000
            }
            return time + shift
        }
    }

    /// The time from one round of a tape to the next.
    func lap(from: Int64, to: Int64, spacing: Int64) -> Int64 {
        let length = to - from + spacing
        return settings.hours == .always && settings.stamps == .shifted
            ? length : (length + Self.week - 1) / Self.week * Self.week
    }

    private func empty(_ date: CivilDate) -> TradingDay {
        let midnight = schedule.zone.instant(date, second: 0)
        return TradingDay(date: date, trading: midnight..<midnight, liquid: midnight..<midnight)
    }
}
