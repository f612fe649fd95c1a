/// How long a bar is. Gateways know 1, 5, 10, 15, 30 seconds; 1, 2, 3, 5, 10, 15, 20, 30 minutes; 1, 2, 3, 4, 8 hours;
/// a day, a week, a month.
public struct BarSize: Sendable, Hashable, CustomStringConvertible {
    /// The gateway's text, such as `5 mins`.
    public let description: String

    /// `count` seconds.
    public static func seconds(_ count: Int) -> Self { Self(description: "\(count) secs") }
    /// `count` minutes.
    public static func minutes(_ count: Int) -> Self { Self(description: count == 1 ? "1 min" : "\(count) mins") }
    /// `count` hours.
    public static func hours(_ count: Int) -> Self { Self(description: count == 1 ? "1 hour" : "\(count) hours") }
    /// A day.
    public static let day = Self(description: "1 day")
    /// A week.
    public static let week = Self(description: "1 week")
    /// A month.
    public static let month = Self(description: "1 month")

    /// The sizes that gateways know, shortest first.
    public static let all: [Self] =
        [1, 5, 10, 15, 30].map(seconds) + [1, 2, 3, 5, 10, 15, 20, 30].map(minutes) + [1, 2, 3, 4, 8].map(hours)
        + [day, week, month]
}

/// How far back history reaches.
public struct HistorySpan: Sendable, Hashable, CustomStringConvertible {
    /// The gateway's text, such as `5 D`.
    public let description: String

    /// `count` seconds.
    public static func seconds(_ count: Int) -> Self { Self(description: "\(count) S") }
    /// `count` trading days.
    public static func days(_ count: Int) -> Self { Self(description: "\(count) D") }
    /// `count` weeks.
    public static func weeks(_ count: Int) -> Self { Self(description: "\(count) W") }
    /// `count` months.
    public static func months(_ count: Int) -> Self { Self(description: "\(count) M") }
    /// `count` years.
    public static func years(_ count: Int) -> Self { Self(description: "\(count) Y") }
}

/// What prices a bar is made of.
public struct BarSource: Sendable, Hashable, CustomStringConvertible {
    /// The gateway's text.
    public let description: String
    /// Trades.
    public static let trades = Self(description: "TRADES")
    /// Between bid and ask.
    public static let midpoint = Self(description: "MIDPOINT")
    /// Bids.
    public static let bid = Self(description: "BID")
    /// Asks.
    public static let ask = Self(description: "ASK")
    /// Time averages of bid and ask.
    public static let bidAsk = Self(description: "BID_ASK")
}
