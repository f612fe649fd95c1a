import TradewindsVocabulary

/// Queries without an id, one of each kind on the wire at a time, so that answers cannot be mixed up.
struct QueryQueue: Sendable {
    private struct Entry: Sendable {
        var ticket: QueryTicket
        var query: Query
        var isSent: Bool
        var isAbandoned = false
    }

    private var entries: [Entry] = []
    private var serial = 0

    var count: Int { entries.count }

    mutating func enter(_ query: Query) -> (ticket: QueryTicket, isFirst: Bool) {
        serial += 1
        let isFirst = !entries.contains { $0.query == query }
        let ticket = QueryTicket(serial: serial)
        entries.append(Entry(ticket: ticket, query: query, isSent: isFirst))
        return (ticket, isFirst)
    }

    // A query that was sent stays until its answer has come, so that the answer does not reach the next one.
    mutating func abandon(_ ticket: QueryTicket) {
        guard let index = entries.firstIndex(where: { $0.ticket == ticket }) else { return }
        if entries[index].isSent { entries[index].isAbandoned = true } else { entries.remove(at: index) }
    }

    mutating func advance() -> [QueryTicket] {
        var turn: [QueryTicket] = []
        var busy = Set<Query>()
        for index in entries.indices {
            guard busy.insert(entries[index].query).inserted, !entries[index].isSent else { continue }
            entries[index].isSent = true
            turn.append(entries[index].ticket)
        }
        return turn
    }

    mutating func receive(_ query: Query, _ part: ReplyPart) -> QueryTicket? {
        guard let index = entries.firstIndex(where: { $0.query == query && $0.isSent }) else { return nil }
        let entry = entries[index]
        if part != .item { entries.remove(at: index) }
        return entry.isAbandoned ? nil : entry.ticket
    }
}
