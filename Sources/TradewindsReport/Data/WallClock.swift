import TradewindsExchange
import TradewindsVocabulary

/// Turns instants into seconds on the page's wall clock, counted as if they were seconds since 1970.
struct WallClock {
    let zone: MarketZone
    /// Whether values come a day apart or more: then they are told by date, and stand at noon of the day they ended.
    let isDaily: Bool

    init(zone: MarketZone, times: [Timestamp]) {
        self.zone = zone
        var gaps: [Int64] = []
        for (earlier, later) in zip(times, times.dropFirst()) where earlier < later {
            gaps.append(later.seconds - earlier.seconds)
        }
        gaps.sort()
        if gaps.isEmpty {
            isDaily = times.first.map { ($0.seconds + zone.offset(at: $0)) % 86_400 == 0 } ?? true
        } else {
            isDaily = gaps[gaps.count / 2] >= 72_000
        }
    }

    /// Seconds on the wall clock; of daily values, noon of the day that ended.
    func wall(_ time: Timestamp) -> Double {
        let whole = time.seconds + zone.offset(at: time)
        if isDaily { return Double(Self.day(Double(whole))) * 86_400 + 43_200 }
        return Double(whole) + Double(time.nanoseconds - time.seconds * 1_000_000_000) / 1e9
    }

    /// The day of a moment, in days since 1970; midnight ends the day before.
    static func day(_ wall: Double) -> Int { Int(((wall - 0.001) / 86_400).rounded(.down)) }

    /// The moment for people: the date, and the time of day unless values are daily.
    func text(_ time: Timestamp) -> String { TimeText.moment(wall(time), dateOnly: isDaily) }

    /// The clock's name.
    var name: String {
        switch zone {
        case .usEastern: "New York time"
        case .usCentral: "Chicago time"
        case .utc: "UTC"
        }
    }
}
