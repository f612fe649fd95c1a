import Foundation
import TradewindsVocabulary

/// A time as the protocol writes it, and the instant it means.
///
/// Reads `20260102`, `1767364200` (seconds), `20260102 15:30:00 US/Eastern`, `20260102-15:30:00` (UTC), the same with a
/// final `Z`, `20260102  15:30:00` (no zone: taken as `zone`), and `20230228 17:24:14 EST`.
public struct TimeText: Sendable, Hashable {
    /// The text as it came.
    public let text: String
    /// The instant; midnight UTC for a day.
    public let instant: Timestamp
    /// The day, where the text is a day without a time.
    public let day: CivilDate?

    /// Reads `text`; `nil` where it is no time or names an unknown zone. `zone` counts where the text names none.
    public init?(_ text: String, zone: String = "UTC") {
        self.text = text
        if let day = CivilDate(text), text.utf8.count == 8 || text.utf8.count == 10 && text.contains("-") {
            self.day = day
            self.instant = day.midnightUTC
            return
        }
        day = nil
        // Eight digits are a day, so a count of seconds has more.
        if text.utf8.count > 8, let seconds = Int64(text) {
            instant = Timestamp(seconds: seconds)
            return
        }
        guard let instant = Self.parse(text, zone: zone) else { return nil }
        self.instant = instant
    }

    private static func parse(_ text: String, zone: String) -> Timestamp? {
        guard text.utf8.count >= 14, let day = CivilDate(String(text.prefix(8))) else { return nil }
        let separator = text[text.index(text.startIndex, offsetBy: 8)]
        guard separator == " " || separator == "-" else { return nil }
        let words = text.dropFirst(9).split(separator: " ").map(String.init)
        guard var clock = words.first else { return nil }
        var name = words.count > 1 ? words[1] : separator == "-" ? "UTC" : zone
        if clock.last == "Z" {
            clock.removeLast()
            name = "UTC"
        }
        guard let second = seconds(clock) else { return nil }
        let local = Timestamp(seconds: day.midnightUTC.seconds + second)
        return ZoneTable.instant(ofLocal: local, zone: name)
    }

    private static func seconds(_ clock: String) -> Int64? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1] else { return nil }
        guard let second = parts.count == 3 ? parts[2] : 0 else { return nil }
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        return hour * 3600 + minute * 60 + second
    }
}

extension TimeText {
    /// The protocol's text of an instant in UTC: `20260102-15:30:00`.
    public static func utc(_ time: Timestamp) -> String {
        let second = time.utcSecondOfDay
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return time.utcDate.compact + "-" + parts.joined(separator: ":")
    }
}
