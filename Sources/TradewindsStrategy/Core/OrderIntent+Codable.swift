import TradewindsExchange
import TradewindsVocabulary

// A run saves its orders with its strategy, as text that a person can read.

extension OrderIntent: Codable {
    private enum Key: String, CodingKey {
        case instrument, side, quantity, limit, stop, trail, trailPercent, timeInForce, timing, after, group, rule
        case takeProfit, stopLoss
    }

    private static let rules: [(name: String, rule: GroupMembership.Rule)] = [
        ("cancel", .cancel), ("reduce-with-block", .reduceWithBlock), ("reduce", .reduce),
    ]
    private static let timings: [(name: String, timing: OrderTiming)] = [
        ("at-once", .atOnce), ("at-open", .atOpen), ("at-close", .atClose),
    ]

    /// Reads an order by the names of its fields.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            Side(text: try values.decode(String.self, forKey: .side)),
            try values.decode(Quantity.self, forKey: .quantity),
            of: InstrumentIndex(try values.decode(Int.self, forKey: .instrument)),
            limit: try values.decodeIfPresent(Price.self, forKey: .limit))
        stop = try values.decodeIfPresent(Price.self, forKey: .stop)
        trail = try values.decodeIfPresent(Price.self, forKey: .trail)
        trailPercent = try values.decodeIfPresent(ExactDecimal.self, forKey: .trailPercent)
        takeProfit = try values.decodeIfPresent(Price.self, forKey: .takeProfit)
        stopLoss = try values.decodeIfPresent(Price.self, forKey: .stopLoss)
        timeInForce = TimeInForce(text: try values.decode(String.self, forKey: .timeInForce))
        if let time = try values.decodeIfPresent(Timestamp.self, forKey: .after) {
            timing = .after(time)
        } else {
            timing = try Self.named(
                try values.decode(String.self, forKey: .timing), Self.timings.map { ($0, $1) }, values)
        }
        if let name = try values.decodeIfPresent(String.self, forKey: .group) {
            let rule = try values.decode(String.self, forKey: .rule)
            group = GroupMembership(name: name, rule: try Self.named(rule, Self.rules.map { ($0, $1) }, values))
        }
    }

    private static func named<Value>(
        _ name: String, _ known: [(String, Value)], _ container: KeyedDecodingContainer<Key>
    ) throws -> Value {
        guard let found = known.first(where: { $0.0 == name }) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: container.codingPath, debugDescription: "\(name) is none of \(known.map(\.0))"))
        }
        return found.1
    }

    /// Writes an order by the names of its fields.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(instrument.rawValue, forKey: .instrument)
        try values.encode(side.text, forKey: .side)
        try values.encode(quantity, forKey: .quantity)
        try values.encodeIfPresent(limit, forKey: .limit)
        try values.encodeIfPresent(stop, forKey: .stop)
        try values.encodeIfPresent(trail, forKey: .trail)
        try values.encodeIfPresent(trailPercent, forKey: .trailPercent)
        try values.encodeIfPresent(takeProfit, forKey: .takeProfit)
        try values.encodeIfPresent(stopLoss, forKey: .stopLoss)
        try values.encode(timeInForce.text, forKey: .timeInForce)
        if case .after(let time) = timing {
            try values.encode(time, forKey: .after)
        } else {
            try values.encodeIfPresent(Self.timings.first { $0.timing == timing }?.name, forKey: .timing)
        }
        if let group {
            try values.encode(group.name, forKey: .group)
            try values.encodeIfPresent(Self.rules.first { $0.rule == group.rule }?.name, forKey: .rule)
        }
    }
}
