import TradewindsVocabulary

/// The price of a synthetic instrument at the start of a run and how it moves from day to day.
struct SyntheticProfile: Sendable, Hashable {
    var price: Price
    /// The standard deviation of a day's return.
    var volatility: Double
    /// The correlation of its returns with the market's, -1 to 1.
    var correlation: Double
    /// What a day trades, in shares or contracts; a pair trades none.
    var volume: Double
    /// The noise it shares, so that the months of a future move as one.
    var group: String

    init(_ price: Price, _ volatility: Double, _ correlation: Double, volume: Double, group: String) {
        (self.price, self.volatility, self.correlation) = (price, volatility, correlation)
        (self.volume, self.group) = (volume, group)
    }

    /// The profile of an instrument: a typical one of its kind where it is not known by name.
    static func of(_ instrument: Instrument) -> SyntheticProfile {
        let name = instrument.kind == .currencyPair ? instrument.localSymbol : instrument.symbol
        if let known = known[name] { return known }
        if instrument.kind == .currencyPair {
            return SyntheticProfile(1.25, 0.005, 0.2, volume: 0, group: name)
        }
        return SyntheticProfile(100, 0.018, 0.55, volume: 3_000_000, group: name)
    }

    private static let known: [String: SyntheticProfile] = [
        "AAPL": .init(270.50, 0.016, 0.70, volume: 48_000_000, group: "AAPL"),
        "MSFT": .init(498.25, 0.014, 0.72, volume: 21_000_000, group: "MSFT"),
        "IBM": .init(301.40, 0.015, 0.50, volume: 4_500_000, group: "IBM"),
        "GOOG": .init(285.75, 0.018, 0.65, volume: 24_000_000, group: "GOOG"),
        "AMZN": .init(226.30, 0.019, 0.66, volume: 42_000_000, group: "AMZN"),
        "SPY": .init(672.60, 0.010, 0.97, volume: 78_000_000, group: "SPY"),
        "QQQ": .init(609.10, 0.013, 0.93, volume: 55_000_000, group: "QQQ"),
        "TLT": .init(89.70, 0.008, -0.25, volume: 36_000_000, group: "TLT"),
        "ES": .init(6740, 0.010, 0.98, volume: 1_600_000, group: "ES"),
        "EUR.USD": .init(1.1580, 0.0045, 0.20, volume: 0, group: "EUR.USD"),
        "USD.JPY": .init(155.20, 0.0055, 0.15, volume: 0, group: "USD.JPY"),
    ]
}

/// Daily bars of a random walk that is anchored at the start of the run and goes both ways from there.
///
/// A day's noise belongs to its date, so histories overlap exactly however long they are, and instruments share the market's.
struct SyntheticWalk {
    var profile: SyntheticProfile
    var seed: SeededHash
    var traits: TapeTraits
    var calendar: TradingCalendar

    /// Bars for the trading days dated `first` to `last`, the one at `anchor` opening at the profile's price.
    func bars(_ schedule: TradingSchedule, _ dates: ClosedRange<CivilDate>, anchor: CivilDate) -> [PathBar] {
        let days = schedule.days(dates)
        let pivot = days.firstIndex { $0.date >= anchor } ?? days.count
        let start = max(profile.price.decimal.millionths / traits.grid.price, least)
        var ahead: [PathBar] = []
        var price = start
        for day in days[pivot...] {
            let bar = bar(day, open: price)
            price = stepped(bar.range.close, by: gap(day))
            ahead.append(bar)
        }
        var behind: [PathBar] = []
        price = start
        for day in days[..<pivot].reversed() {
            let bar = bar(day, close: stepped(price, by: -gap(day)))
            price = bar.range.open
            behind.append(bar)
        }
        return behind.reversed() + ahead
    }

    /// Prices stay far enough above zero for a spread and a range.
    private var least: Int64 { 50 * traits.spread }

    private func stepped(_ price: Int64, by part: Double) -> Int64 {
        max(Int64((Double(price) * (1 + part)).rounded()), least)
    }

    private func noise(_ day: TradingDay) -> SeededHash {
        seed.child(profile.group).child(Int64(day.date.daysSince1970))
    }

    /// The day's return, in standard deviations.
    private func step(_ day: TradingDay) -> Double {
        let market = seed.child("market").child(Int64(day.date.daysSince1970)).normal
        let own = (1 - profile.correlation * profile.correlation).squareRoot()
        return profile.correlation * market + own * noise(day).normal
    }

    /// What happens between this day's close and the next open.
    private func gap(_ day: TradingDay) -> Double { 0.15 * profile.volatility * noise(day).child(1).normal }

    private func bar(_ day: TradingDay, open: Int64) -> PathBar {
        bar(day, open: open, close: stepped(open, by: profile.volatility * step(day)))
    }

    private func bar(_ day: TradingDay, close: Int64) -> PathBar {
        let part = profile.volatility * step(day)
        return bar(day, open: max(Int64((Double(close) / (1 + part)).rounded()), least), close: close)
    }

    private func bar(_ day: TradingDay, open: Int64, close: Int64) -> PathBar {
        let reach = Double(open) * profile.volatility * 0.6
        let above = Int64(reach * noise(day).child(2).normal.magnitude) + 2 * traits.spread
        let below = Int64(reach * noise(day).child(3).normal.magnitude) + 2 * traits.spread
        let range = PriceRange(
            open: open, high: max(open, close) + above, low: max(min(open, close) - below, 1 + traits.spread),
            close: close)
        let volume = profile.volume * (0.6 + 0.8 * noise(day).child(4).fraction)
        return PathBar(day: day, range: range, volume: Int64(volume), calendar: calendar)
    }
}

extension PathBar {
    /// A bar over a trading day: all of its hours, or the main session alone for a market with early and late ones.
    init(day: TradingDay, range: PriceRange, volume: Int64, calendar: TradingCalendar) {
        let span = calendar == .usEquities ? day.liquid : day.trading
        let start = span.lowerBound.nanoseconds
        let minutes = (span.upperBound.nanoseconds - start) / MinutePath.length
        self.init(start: start, minutes: Int32(clamping: minutes), range: range, volume: volume)
    }
}
