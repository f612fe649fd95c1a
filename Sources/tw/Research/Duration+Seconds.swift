extension Duration {
    /// So many seconds to the nearest nanosecond; `seconds(_:)` cuts off the last one of a fraction such as 2.3.
    static func nearest(seconds: Double) -> Duration { .nanoseconds(Int64((seconds * 1e9).rounded())) }
}
