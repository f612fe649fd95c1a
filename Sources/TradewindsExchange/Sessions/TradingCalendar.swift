import TradewindsVocabulary

/// When a market trades: its sessions, holidays and early closes, by rule.
///
/// Held against the package `exchange_calendars` for every day of 2000 to 2026 by a test (`Tools/oracles/calendars.py`).
/// Known differences from it: futures close at 16:00 Chicago time, an hour before the next session opens, where that
/// package lets one session run into the next; a stock's trading hours include the early and late sessions.
public enum TradingCalendar: Sendable, Hashable, CaseIterable {
    /// Stocks and funds of the United States: 09:30 to 16:00 New York time, with early and late sessions from 04:00
    /// to 20:00.
    case usEquities
    /// Index futures on CME: 17:00 of the evening before to 16:00 Chicago time.
    case cmeFutures
    /// Currency pairs: 17:15 of the evening before to 17:00 New York time, every weekday.
    case forex

    /// The zone in which the hours are stated.
    public var zone: MarketZone {
        switch self {
        case .usEquities, .forex: .usEastern
        case .cmeFutures: .usCentral
        }
    }

    /// Whether the market has no session dated `date`.
    public func isClosed(_ date: CivilDate) -> Bool {
        if date.weekday >= Holiday.Weekday.saturday.rawValue { return true }
        switch self {
        case .forex:
            return false
        case .cmeFutures:
            return Holiday.isReligiousOrNewYear(date) || Holiday.isMourning(date)
        case .usEquities:
            return Holiday.isReligiousOrNewYear(date) || Holiday.isMourning(date) || Holiday.isCivic(date)
                || Self.closesStocksOnly(date)
        }
    }

    /// The local second of the day at which the main session ends early on `date`; `nil` when it does not.
    public func earlyClose(_ date: CivilDate) -> Int? {
        if isClosed(date) { return nil }
        switch self {
        case .forex:
            return nil
        case .cmeFutures:
            let short =
                Holiday.isCivic(date) || Holiday.isDayAfterThanksgiving(date) || Holiday.isShortChristmasEve(date)
            return short ? 12 * 3600 : nil
        case .usEquities:
            let short =
                Holiday.isDayAfterThanksgiving(date) || Holiday.isShortChristmasEve(date)
                || Self.isShortAtIndependence(date) || date == Holiday.day(2003, 12, 26)
            return short ? 13 * 3600 : nil
        }
    }

    /// The session dated `date`; `nil` when the market stays closed.
    public func day(_ date: CivilDate) -> TradingDay? {
        if isClosed(date) { return nil }
        let early = earlyClose(date)
        func span(_ from: Int, _ to: Int) -> Range<Timestamp> {
            zone.instant(date, second: from)..<zone.instant(date, second: to)
        }
        switch self {
        case .usEquities:
            let close = early ?? 16 * 3600
            return TradingDay(
                date: date, trading: span(4 * 3600, early.map { $0 + 4 * 3600 } ?? 20 * 3600),
                liquid: span(9 * 3600 + 1800, close))
        case .cmeFutures:
            let close = early ?? 16 * 3600
            return TradingDay(
                date: date, trading: span(-7 * 3600, close), liquid: span(8 * 3600 + 1800, close))
        case .forex:
            let hours = span(-(6 * 3600 + 2700), 17 * 3600)
            return TradingDay(date: date, trading: hours, liquid: hours)
        }
    }

    /// Closings of the stock market alone: Juneteenth since 2022, the attacks of 2001, the hurricane of 2012.
    private static func closesStocksOnly(_ date: CivilDate) -> Bool {
        switch (date.year, date.month, date.day) {
        case (2001, 9, 11...14), (2012, 10, 29...30): true
        case (2022..., 6, _): date == Holiday.observed(6, 19, Int(date.year))
        default: false
        }
    }

    /// The short day before Independence Day, or after it in the years when the practice was another.
    private static func isShortAtIndependence(_ date: CivilDate) -> Bool {
        guard date.month == 7 else { return false }
        if date.day == 3 {
            return date.weekday == 3 ? date.year >= 2013 : date.weekday <= Holiday.Weekday.thursday.rawValue
        }
        return date.day == 5 && date.weekday == Holiday.Weekday.friday.rawValue && date.year < 2013
    }
}

/// One trading day of a market.
public struct TradingDay: Sendable, Hashable {
    /// The day that the session is dated; an overnight session begins on the evening before.
    public var date: CivilDate
    /// From the first to the last moment at which orders trade.
    public var trading: Range<Timestamp>
    /// The main session: what `useRTH` means.
    public var liquid: Range<Timestamp>

    /// A trading day.
    public init(date: CivilDate, trading: Range<Timestamp>, liquid: Range<Timestamp>) {
        self.date = date
        self.trading = trading
        self.liquid = liquid
    }
}
