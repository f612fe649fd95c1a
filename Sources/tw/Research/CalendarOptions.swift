import ArgumentParser
import TradewindsExchange
import TradewindsSeries
import TradewindsVocabulary

/// A market's trading calendar, by the name of the command line.
enum CalendarName: String, ExpressibleByArgument, CaseIterable {
    case usEquities = "us-equities"
    case cme, forex

    var calendar: TradingCalendar {
        switch self {
        case .usEquities: .usEquities
        case .cme: .cmeFutures
        case .forex: .forex
        }
    }

    /// The trading days dated in a range.
    func sessions(_ dates: ClosedRange<CivilDate>) -> [TradingDay] {
        TradingSchedule(calendar, hours: .real).days(dates)
    }

    /// The trading days whose sessions may hold times of a range.
    func days(_ times: ClosedRange<Timestamp>) -> [TradingDay] {
        let zone = calendar.zone
        // An overnight session is dated a day after the evening on which it begins.
        return sessions(zone.date(at: times.lowerBound)...zone.date(at: times.upperBound).advanced(by: 1))
    }
}

/// Which hours of a market count.
struct HoursOptions: ParsableArguments {
    @Flag(help: "With us-equities: the early and the late session too, 04:00 to 20:00 New York time.")
    var extended = false

    /// Stocks' main session; futures and currencies trade around the clock, so their whole day.
    func hours(of day: TradingDay, _ name: CalendarName) -> Range<Timestamp> {
        name == .usEquities && !extended ? day.liquid : day.trading
    }

    func check(_ name: CalendarName?) throws {
        if extended, name != .usEquities { throw ValidationError("--extended goes with --calendar us-equities") }
    }
}

extension Column<Timestamp> {
    /// Whether all are midnights in UTC, as files of days have them.
    var areDates: Bool { allSatisfy { $0 == $0.utcDate.midnightUTC } }
}
