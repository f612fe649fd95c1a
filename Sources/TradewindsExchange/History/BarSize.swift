/// The length of a bar, from a second to a month.
public enum BarSize: Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case second1, seconds5, seconds10, seconds15, seconds30
    case minute1, minutes2, minutes3, minutes5, minutes10, minutes15, minutes20, minutes30
    case hour1, hours2, hours3, hours4, hours8
    case day, week, month

    /// The size that the protocol spells so, such as `5 mins`; blanks and a missing or added plural `s` are forgiven.
    public init?(text: String) {
        func plain(_ text: String) -> String {
            let letters = text.lowercased().filter { !$0.isWhitespace }
            return letters.hasSuffix("s") ? String(letters.dropLast()) : letters
        }
        guard let found = Self.allCases.first(where: { plain($0.text) == plain(text) }) else { return nil }
        self = found
    }

    /// The protocol's spelling.
    public var text: String {
        switch self {
        case .second1: "1 secs"
        case .seconds5: "5 secs"
        case .seconds10: "10 secs"
        case .seconds15: "15 secs"
        case .seconds30: "30 secs"
        case .minute1: "1 min"
        case .minutes2: "2 mins"
        case .minutes3: "3 mins"
        case .minutes5: "5 mins"
        case .minutes10: "10 mins"
        case .minutes15: "15 mins"
        case .minutes20: "20 mins"
        case .minutes30: "30 mins"
        case .hour1: "1 hour"
        case .hours2: "2 hours"
        case .hours3: "3 hours"
        case .hours4: "4 hours"
        case .hours8: "8 hours"
        case .day: "1 day"
        case .week: "1 week"
        case .month: "1 month"
        }
    }

    /// The protocol's spelling.
    public var description: String { text }

    /// Seconds of a bar within a day; `nil` for a day, week or month.
    public var seconds: Int64? {
        switch self {
        case .second1: 1
        case .seconds5: 5
        case .seconds10: 10
        case .seconds15: 15
        case .seconds30: 30
        case .minute1: 60
        case .minutes2: 120
        case .minutes3: 180
        case .minutes5: 300
        case .minutes10: 600
        case .minutes15: 900
        case .minutes20: 1200
        case .minutes30: 1800
        case .hour1: 3600
        case .hours2: 7200
        case .hours3: 10_800
        case .hours4: 14_400
        case .hours8: 28_800
        case .day, .week, .month: nil
        }
    }
}
