/// An instant: nanoseconds of UTC since 1970-01-01.
///
/// Reaches from the year 1677 to 2262; arithmetic saturates at the ends.
@frozen
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Nanoseconds since 1970-01-01 00:00:00 UTC.
    public var nanoseconds: Int64

    /// The instant `nanoseconds` after 1970-01-01 00:00:00 UTC.
    @inlinable public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// The instant `seconds` after 1970-01-01 00:00:00 UTC, saturating.
    @inlinable
    public init(seconds: Int64) {
        let (value, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        self.nanoseconds = overflow ? (seconds < 0 ? .min : .max) : value
    }

    /// The instant `milliseconds` after 1970-01-01 00:00:00 UTC, saturating.
    @inlinable
    public init(milliseconds: Int64) {
        let (value, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        self.nanoseconds = overflow ? (milliseconds < 0 ? .min : .max) : value
    }

    /// Whole seconds since 1970, rounded down.
    @inlinable public var seconds: Int64 { Self.floorDivide(nanoseconds, 1_000_000_000) }

    /// Whole milliseconds since 1970, rounded down.
    @inlinable public var milliseconds: Int64 { Self.floorDivide(nanoseconds, 1_000_000) }

    /// Earlier before later.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The instant `duration` later, saturating.
    @inlinable
    public static func + (time: Self, duration: Duration) -> Self {
        let parts = duration.components
        let whole = parts.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let added = time.nanoseconds.addingReportingOverflow(whole.partialValue)
        let total = added.partialValue.addingReportingOverflow(parts.attoseconds / 1_000_000_000)
        if whole.overflow || added.overflow || total.overflow {
            return Self(nanoseconds: parts.seconds < 0 ? .min : .max)
        }
        return Self(nanoseconds: total.partialValue)
    }

    /// The instant `duration` earlier, saturating.
    @inlinable
    public static func - (time: Self, duration: Duration) -> Self { time + (.zero - duration) }

    /// The time from `earlier` to `later`.
    @inlinable
    public static func - (later: Self, earlier: Self) -> Duration {
        let (value, overflow) = later.nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        if overflow { return .nanoseconds(later < earlier ? Int64.min : Int64.max) }
        return .nanoseconds(value)
    }

    /// Moves later in place.
    @inlinable public static func += (time: inout Self, duration: Duration) { time = time + duration }

    @inlinable
    static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
