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

/// What the times of a file are that is held against a calendar.
struct TimeOptions: ParsableArguments {
    @Flag(help: "With --calendar: times without a zone are the market's own, as tw backtest reads them; else UTC.")
    var marketTimes = false

    func check(_ name: CalendarName?) throws {
        if marketTimes, name == nil { throw ValidationError("--market-times goes with --calendar") }
    }

    /// A file in order of time. Dates alone are days whatever the zone.
    func file(_ name: String, of calendar: CalendarName?) throws -> TableFile {
        let plain = try readable { () throws(CSVFileError) in try TableFile(csv: name) }
        guard marketTimes, !plain.table.time.areDates, let zone = calendar?.calendar.zone else { return plain }
        return try readable { () throws(CSVFileError) in
            try TableFile(csv: name, wallClock: { zone.instant(ofWallClock: $0) })
        }
    }
}

extension Column<Timestamp> {
    /// Whether all are midnights in UTC, as files of days have them.
    var areDates: Bool { allSatisfy { $0 == $0.utcDate.midnightUTC } }
}
