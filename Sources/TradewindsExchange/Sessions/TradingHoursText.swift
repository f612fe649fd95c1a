import TradewindsVocabulary

extension TradingSchedule {
    /// Which hours to write.
    public enum HoursKind: Sendable, Hashable {
        /// All hours in which orders trade.
        case trading
        /// The main session.
        case liquid
    }

    /// The hours of `days` calendar days from the one that holds `time`, in the form of contract details:
    /// `20261123:0930-20261123:1600;20261126:CLOSED`.
    public func hoursText(_ kind: HoursKind, from time: Timestamp, days count: Int = 6) -> String {
        let first = zone.date(at: time)
        return (0..<max(count, 0))
            .map { hoursText(kind, on: first.advanced(by: $0)) }
            .joined(separator: ";")
    }

    private func hoursText(_ kind: HoursKind, on date: CivilDate) -> String {
        guard let day = day(date) else { return date.compact + ":CLOSED" }
        let span = kind == .trading ? day.trading : day.liquid
        return minuteText(span.lowerBound) + "-" + minuteText(span.upperBound)
    }

    private func minuteText(_ time: Timestamp) -> String {
        let minute = zone.secondOfDay(at: time) / 60
        let clock = String(10_000 + minute / 60 * 100 + minute % 60).dropFirst()
        return zone.date(at: time).compact + ":" + clock
    }
}
