import TradewindsStatistics

/// The account's value over time, once an instant, and what follows from it.
struct EquityCurve {
    /// Seconds on the wall clock.
    private(set) var times: [Double] = []
    private(set) var values: [Double] = []
    /// The value before the first bar.
    let start: Double

    init(_ report: BacktestReport, clock: WallClock) {
        start = report.cash
        for (time, value) in report.equity {
            let wall = clock.wall(time)
            if times.last == wall {
                values[values.count - 1] = value
            } else {
                times.append(wall)
                values.append(value)
            }
        }
    }

    /// A curve of the given values.
    init(start: Double, times: [Double], values: [Double]) {
        self.start = start
        self.times = times
        self.values = values
    }

    /// The value at the end of each day.
    var daily: EquityCurve {
        var days = EquityCurve(start: start, times: [], values: [])
        var last: Int?
        for (time, value) in zip(times, values) {
            let day = WallClock.day(time)
            if day == last {
                days.times[days.times.count - 1] = time
                days.values[days.values.count - 1] = value
            } else {
                days.times.append(time)
                days.values.append(value)
                last = day
            }
        }
        return days
    }

    /// The return of each period, the first from ``start``; zero where there was nothing left to lose.
    var returns: [Double] {
        var before = start
        return values.map { value in
            defer { before = value }
            return before > 0 ? value / before - 1 : 0
        }
    }

    /// The fall below the highest value so far, zero or negative.
    var drawdown: [Double] { Drawdown.series(of: returns) }

    /// Periods in a year, by the curve's own span; 252 where it has none.
    var periodsPerYear: Double {
        guard let first = times.first, let last = times.last, last > first, times.count > 1 else { return 252 }
        return Double(times.count - 1) * 31_557_600 / (last - first)
    }
}

/// The periods by which returns are judged: days where there are enough, otherwise bars.
struct ReturnPeriods {
    let curve: EquityCurve
    /// `day` or `bar`.
    let unit: String
    /// The window of rolling statistics; `nil` where there are too few periods for any.
    let window: Int?

    init(_ curve: EquityCurve) {
        let daily = curve.daily
        let usesDays = daily.times.count >= 20
        self.curve = usesDays ? daily : curve
        unit = usesDays ? "day" : "bar"
        switch self.curve.times.count {
        case 504...: window = 126
        case 189...: window = 63
        case 42...: window = 21
        default: window = nil
        }
    }

    /// The annualized Sharpe ratio over the window, where it is full and defined.
    var rollingSharpe: (times: [Double], values: [Double])? {
        guard let window else { return nil }
        let convention = ReturnConvention(periodsPerYear: curve.periodsPerYear)
        guard let sharpe = try? RollingStatistics.sharpe(curve.returns, window: window, convention: convention) else {
            return nil
        }
        var found: (times: [Double], values: [Double]) = ([], [])
        for (time, value) in zip(curve.times, sharpe) {
            guard let value, value.isFinite else { continue }
            found.times.append(time)
            found.values.append(value)
        }
        return found.times.count > 1 ? found : nil
    }
}
