/// Keeps messages below a number a second; cancels go first, groups stay together.
///
/// Counts a sliding second. Time is any duration that does not run backwards. With no limit everything leaves at once.
public struct Pacer<Item: Sendable>: Sendable {
    /// Which messages go first.
    public enum Urgency: Sendable, Hashable {
        /// Before everything ordinary.
        case cancel
        /// In the order given.
        case ordinary
    }

    private struct Group: Sendable {
        var items: [Item]
        var urgency: Urgency
    }

    /// Messages a second; `nil` for no limit.
    public let limit: Int?
    private var waiting: [Group] = []
    private var sent: [Duration] = []

    /// At most `limit` messages in any second; less than one counts as one.
    public init(limit: Int? = 50) { self.limit = limit.map { max(1, $0) } }

    /// Groups that wait.
    public var isWaiting: Bool { !waiting.isEmpty }

    /// Enters messages that must follow each other without others between them.
    public mutating func enter(_ items: [Item], _ urgency: Urgency = .ordinary) {
        let group = Group(items: items, urgency: urgency)
        if urgency == .cancel, let index = waiting.firstIndex(where: { $0.urgency == .ordinary }) {
            waiting.insert(group, at: index)
        } else {
            waiting.append(group)
        }
    }

    /// What may be sent at `now`, and when to ask again; `nil` when nothing waits.
    ///
    /// A group larger than the limit goes when a whole second was silent.
    public mutating func release(at now: Duration) -> (items: [Item], wake: Duration?) {
        guard let limit else {
            defer { waiting.removeAll(keepingCapacity: true) }
            return (waiting.flatMap(\.items), nil)
        }
        let window = Duration.seconds(1)
        sent.removeAll { $0 + window <= now }
        var items: [Item] = []
        var taken = 0
        for group in waiting {
            guard sent.isEmpty || sent.count + group.items.count <= limit else { break }
            items += group.items
            sent += Array(repeating: now, count: group.items.count)
            taken += 1
        }
        waiting.removeFirst(taken)
        guard let group = waiting.first else { return (items, nil) }
        let excess = min(sent.count + group.items.count - limit, sent.count)
        return (items, sent[excess - 1] + window)
    }
}
