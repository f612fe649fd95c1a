import TradewindsVocabulary

/// Maps wall time to market time: market time starts at ``marketStart`` and runs ``speed`` times as fast.
public struct ReplayClock: Sendable, Hashable {
    /// What a replay's times are stamped with.
    public enum Stamps: Sendable, Hashable, CaseIterable {
        /// The recorded times, moved so that the replay starts now.
        case shifted
        /// The recorded times as they are.
        case recorded
    }

    /// The wall time at which the run began.
    public var wallStart: Timestamp
    /// The market time at that moment.
    public var marketStart: Timestamp
    /// Market seconds for one wall second, above zero.
    public var speed: Double

    /// A clock that shows `marketStart` at `wallStart`.
    ///
    /// - `speed`: Anything that is not a number above zero counts as 1.
    public init(wallStart: Timestamp, marketStart: Timestamp, speed: Double = 1) {
        self.wallStart = wallStart
        self.marketStart = marketStart
        self.speed = speed.isFinite && speed > 0 ? speed : 1
    }

    /// The market time at `wall`.
    public func market(at wall: Timestamp) -> Timestamp {
        marketStart + .nanoseconds(scaled(wallStart.nanoseconds, wall.nanoseconds, by: speed))
    }

    /// The wall time at which the market clock shows `market`, never early: a timer set for it finds the update due.
    public func wall(at market: Timestamp) -> Timestamp {
        let wall = wallStart + .nanoseconds(scaled(marketStart.nanoseconds, market.nanoseconds, by: 1 / speed))
        return self.market(at: wall) < market ? wall + .nanoseconds(Int64(max(1, 1 / speed))) : wall
    }

    private func scaled(_ from: Int64, _ to: Int64, by factor: Double) -> Int64 {
        let (elapsed, overflow) = to.subtractingReportingOverflow(from)
        if overflow { return to < from ? .min : .max }
        if factor == 1 { return elapsed }
        let scaled = (Double(elapsed) * factor).rounded()
        return scaled >= 9.2e18 ? .max : scaled <= -9.2e18 ? .min : Int64(scaled)
    }
}
