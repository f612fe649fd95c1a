import TradewindsExchange
import TradewindsVocabulary

/// Orders that were not taken: all are counted, by the name of their reason, and the first hundred thousand are kept.
public struct RefusalLog: Sendable, Hashable {
    /// How many of one reason.
    public struct Count: Sendable, Hashable, Codable {
        /// The reason's name, such as `order-rate`; see ``RefusalReason/name``.
        public var reason: String
        /// How many orders.
        public var count: Int

        /// So many of a reason.
        public init(reason: String, count: Int) { (self.reason, self.count) = (reason, count) }
    }

    /// The first of them, by time.
    public private(set) var first: [Refusal] = []
    /// How many of each reason, in the order in which the reasons came up.
    public private(set) var counts: [Count] = []
    /// How many in all.
    public var count: Int { counts.reduce(0) { $0 + $1.count } }
    /// Whether there was none.
    public var isEmpty: Bool { counts.isEmpty }
    /// How many are counted and not kept.
    public var left: Int { count - first.count }
    private let capacity: Int

    /// No refusal; so many are to be kept.
    public init(capacity: Int = 100_000) { self.capacity = max(0, capacity) }

    /// Adds one.
    public mutating func add(_ refusal: Refusal) {
        if first.count < capacity { first.append(refusal) }
        count(refusal.reason.name)
    }

    /// Adds those that another part kept; the first of both are kept by time.
    public mutating func merge(_ others: [Refusal]) {
        guard !others.isEmpty else { return }
        for refusal in others { count(refusal.reason.name) }
        let all = (first + others.prefix(capacity)).enumerated()
        first = all.sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.prefix(capacity)
            .map(\.element)
    }

    private mutating func count(_ reason: String) {
        if let place = counts.firstIndex(where: { $0.reason == reason }) {
            counts[place].count += 1
        } else {
            counts.append(Count(reason: reason, count: 1))
        }
    }
}

/// That a limit stopped a run.
public struct KillEvent: Sendable, Hashable {
    /// When the switch was turned on.
    public var time: Timestamp
    /// Why.
    public var reason: KillReason
}
