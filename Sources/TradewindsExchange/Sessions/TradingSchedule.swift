import TradewindsVocabulary

/// Whether a simulated market keeps exchange hours.
public enum MarketHours: Sendable, Hashable, CaseIterable {
    /// Markets never close: every day of the week is a trading day from midnight to midnight, exchange time.
    case always
    /// Sessions, holidays and early closes count.
    case real
}

/// The trading days of an instrument under the hours in force.
///
/// - Complexity: Every query looks at a handful of days; nothing is stored.
public struct TradingSchedule: Sendable, Hashable {
    /// The market's own calendar.
    public var calendar: TradingCalendar
    /// Whether the calendar counts.
    public var hours: MarketHours

    /// The schedule of `calendar` under `hours`.
    public init(_ calendar: TradingCalendar, hours: MarketHours) {
        self.calendar = calendar
        self.hours = hours
    }

    /// The zone in which hours and bar dates are stated.
    public var zone: MarketZone { calendar.zone }

    /// The trading day dated `date`; `nil` when there is none.
    public func day(_ date: CivilDate) -> TradingDay? {
        switch hours {
        case .real:
            return calendar.day(date)
        case .always:
            let whole = zone.instant(date, second: 0)..<zone.instant(date.advanced(by: 1), second: 0)
            return TradingDay(date: date, trading: whole, liquid: whole)
        }
    }

    /// The trading day whose hours hold `time`; `nil` when the market is closed then.
    public func day(at time: Timestamp) -> TradingDay? {
        let date = zone.date(at: time)
        // An overnight session is dated a day after the evening on which it begins.
        for candidate in [date, date.advanced(by: 1)] {
            if let day = day(candidate), day.trading.contains(time) { return day }
        }
        return nil
    }

    /// Whether orders trade at `time`.
    public func isOpen(at time: Timestamp) -> Bool { day(at: time) != nil }

    /// Whether `time` lies in the main session.
    public func isLiquid(at time: Timestamp) -> Bool { day(at: time)?.liquid.contains(time) ?? false }

    /// The first trading day dated `date` or later.
    public func firstDay(from date: CivilDate) -> TradingDay { seek(from: date, step: 1) }

    /// The last trading day dated `date` or earlier.
    public func lastDay(until date: CivilDate) -> TradingDay { seek(from: date, step: -1) }

    /// The trading day that holds `time`, or else the last one that ended before it.
    public func currentDay(at time: Timestamp) -> TradingDay {
        if let day = day(at: time) { return day }
        var day = lastDay(until: zone.date(at: time))
        if day.trading.lowerBound > time { day = lastDay(until: day.date.advanced(by: -1)) }
        return day
    }

    /// When the market next opens after `time`, were it closed now; `time` itself while it is open.
    public func nextOpen(after time: Timestamp) -> Timestamp {
        if isOpen(at: time) { return time }
        var day = firstDay(from: zone.date(at: time))
        if day.trading.upperBound <= time { day = firstDay(from: day.date.advanced(by: 1)) }
        return day.trading.lowerBound
    }

    /// The end of the trading day that holds `time`, or of the next one.
    public func nextClose(after time: Timestamp) -> Timestamp {
        let open = nextOpen(after: time)
        return day(at: open)?.trading.upperBound ?? open
    }

    /// The trading days dated in `dates`, ascending.
    public func days(_ dates: ClosedRange<CivilDate>) -> [TradingDay] {
        (dates.lowerBound.daysSince1970...dates.upperBound.daysSince1970)
            .compactMap { day(CivilDate(daysSince1970: $0)) }
    }

    /// No market here stays closed for more than ten days on end.
    private func seek(from date: CivilDate, step: Int) -> TradingDay {
        for distance in 0...10 {
            if let found = day(date.advanced(by: distance * step)) { return found }
        }
        let noon = zone.instant(date, second: 43_200)
        return TradingDay(date: date, trading: noon..<noon, liquid: noon..<noon)
    }
}
