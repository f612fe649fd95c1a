import TradewindsVocabulary

/// The dates of the holidays that close or shorten a market of the United States.
enum Holiday {
    /// A day of the week, numbered as in ``CivilDate/weekday``.
    enum Weekday: Int {
        case monday = 1
        case thursday = 4
        case friday = 5
        case saturday = 6
        case sunday = 7
    }

    /// The `nth` such weekday of a month, counted from 1.
    static func nth(_ nth: Int, _ weekday: Weekday, of month: Int, _ year: Int) -> CivilDate {
        let first = day(year, month, 1)
        return first.advanced(by: (weekday.rawValue - first.weekday + 7) % 7 + (nth - 1) * 7)
    }

    /// The last such weekday of a month.
    static func last(_ weekday: Weekday, of month: Int, _ year: Int) -> CivilDate {
        let fifth = nth(5, weekday, of: month, year)
        return Int(fifth.month) == month ? fifth : fifth.advanced(by: -7)
    }

    /// Good Friday, two days before Easter by the Gregorian computus.
    static func goodFriday(_ year: Int) -> CivilDate {
        let golden = year % 19
        let century = year / 100
        let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
        let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11))
        let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
        let sunday = moon - weekday
        let month = 3 + (sunday + 40) / 44
        return day(year, month, sunday + 28 - 31 * (month / 4)).advanced(by: -2)
    }

    /// A fixed date, kept on the Friday before when it falls on a Saturday, on the Monday after when on a Sunday.
    static func observed(_ month: Int, _ day: Int, _ year: Int) -> CivilDate {
        let date = self.day(year, month, day)
        switch date.weekday {
        case Weekday.saturday.rawValue: return date.advanced(by: -1)
        case Weekday.sunday.rawValue: return date.advanced(by: 1)
        default: return date
        }
    }

    /// A day that is known to exist.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? CivilDate(daysSince1970: 0)
    }

    /// New Year's Day: kept on the Monday when it falls on a Sunday, not kept at all when on a Saturday.
    static func isNewYear(_ date: CivilDate) -> Bool {
        date.month == 1 && (date.day == 1 || (date.day == 2 && date.weekday == Weekday.monday.rawValue))
    }

    /// Martin Luther King's, Presidents', Memorial, Independence, Labor and Thanksgiving Day.
    static func isCivic(_ date: CivilDate) -> Bool {
        let year = Int(date.year)
        switch date.month {
        case 1: return date == nth(3, .monday, of: 1, year)
        case 2: return date == nth(3, .monday, of: 2, year)
        case 5: return date == last(.monday, of: 5, year)
        case 7: return date == observed(7, 4, year)
        case 9: return date == nth(1, .monday, of: 9, year)
        case 11: return date == nth(4, .thursday, of: 11, year)
        default: return false
        }
    }

    /// Good Friday, Christmas and New Year.
    static func isReligiousOrNewYear(_ date: CivilDate) -> Bool {
        isNewYear(date) || (date.month == 12 && date == observed(12, 25, Int(date.year)))
            || (date.month <= 4 && date.month >= 3 && date == goodFriday(Int(date.year)))
    }

    /// Days of mourning on which stock and futures markets stayed closed.
    static func isMourning(_ date: CivilDate) -> Bool {
        switch (date.year, date.month, date.day) {
        case (2004, 6, 11), (2007, 1, 2), (2018, 12, 5), (2025, 1, 9): true
        default: false
        }
    }

    /// The day after Thanksgiving.
    static func isDayAfterThanksgiving(_ date: CivilDate) -> Bool {
        date.month == 11 && date == nth(4, .thursday, of: 11, Int(date.year)).advanced(by: 1)
    }

    /// Christmas Eve from Monday to Thursday; on a Friday it is Christmas observed.
    static func isShortChristmasEve(_ date: CivilDate) -> Bool {
        date.month == 12 && date.day == 24 && date.weekday <= Weekday.thursday.rawValue
    }
}
