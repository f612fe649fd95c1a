import TradewindsExchange
import TradewindsVocabulary

/// The protocol's spellings of times.
enum ProtocolTime {
    /// `yyyyMMdd HH:mm:ss ZONE`.
    static func zoned(_ time: Timestamp, _ zone: MarketZone) -> String {
        "\(zone.date(at: time).compact) \(clock(zone.secondOfDay(at: time))) \(zone.text)"
    }

    /// `yyyyMMdd-HH:mm:ss`, in UTC.
    static func dashed(_ time: Timestamp) -> String { "\(time.utcDate.compact)-\(clock(time.utcSecondOfDay))" }

    /// `HH:mm`.
    static func minute(_ time: Timestamp, _ zone: MarketZone) -> String {
        String(clock(zone.secondOfDay(at: time)).prefix(5))
    }

    /// What the gateway answers to a greeting: `yyyyMMdd HH:mm:ss EST`.
    static func greeting(_ time: Timestamp) -> String {
        let zone = MarketZone.usEastern
        let name = zone.offset(at: time) == -4 * 3600 ? "EDT" : "EST"
        return "\(zone.date(at: time).compact) \(clock(zone.secondOfDay(at: time))) \(name)"
    }

    /// Reads `yyyyMMdd-HH:mm:ss` (UTC), `yyyyMMdd HH:mm:ss ZONE`, `yyyyMMdd HH:mm:ss` and `yyyyMMdd` (both in `zone`).
    ///
    /// Returns `nil` for anything else.
    static func parse(_ text: String, _ zone: MarketZone) -> Timestamp? {
        let parts = text.split(whereSeparator: { $0 == " " })
        guard let first = parts.first else { return nil }
        if parts.count == 1, let dash = first.firstIndex(of: "-"), first.distance(from: first.startIndex, to: dash) == 8
        {
            guard let date = CivilDate(String(first[..<dash])), let second = second(first[first.index(after: dash)...])
            else { return nil }
            return date.midnightUTC + .seconds(second)
        }
        guard let date = CivilDate(String(first)) else { return nil }
        let second = parts.count > 1 ? second(parts[1]) : 0
        guard let second else { return nil }
        let named = parts.count > 2 ? knownZone(String(parts[2])) ?? zone : zone
        return named.instant(date, second: second)
    }

    private static func knownZone(_ name: String) -> MarketZone? {
        switch name {
        case "US/Eastern", "America/New_York", "EST", "EDT": .usEastern
        case "US/Central", "America/Chicago", "CST", "CDT": .usCentral
        case "UTC", "GMT", "Z", "Etc/UTC": .utc
        default: nil
        }
    }

    private static func second(_ text: Substring) -> Int? {
        let numbers = text.split(separator: ":").map { Int($0) }
        guard numbers.count >= 2, numbers.count <= 3, let hour = numbers[0], let minute = numbers[1] else { return nil }
        guard let second = numbers.count == 3 ? numbers[2] : 0 else { return nil }
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    static func clock(_ second: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }
}
