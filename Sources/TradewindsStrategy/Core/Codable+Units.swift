import TradewindsExchange
import TradewindsVocabulary

// The state of a strategy is saved as text that a person can read: exact numbers as decimal text, instants as nanoseconds.

extension ExactDecimal: Codable {
    /// Reads decimal text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = ExactDecimal(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is no number; write it like 12.5")
        }
        self = value
    }

    /// Writes decimal text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Price: Codable {
    /// Reads decimal text.
    public init(from decoder: any Decoder) throws { self.init(try ExactDecimal(from: decoder)) }
    /// Writes decimal text.
    public func encode(to encoder: any Encoder) throws { try decimal.encode(to: encoder) }
}

extension Quantity: Codable {
    /// Reads decimal text.
    public init(from decoder: any Decoder) throws { self.init(try ExactDecimal(from: decoder)) }
    /// Writes decimal text.
    public func encode(to encoder: any Encoder) throws { try decimal.encode(to: encoder) }
}

extension Money: Codable {
    /// Reads decimal text.
    public init(from decoder: any Decoder) throws { self.init(try ExactDecimal(from: decoder)) }
    /// Writes decimal text.
    public func encode(to encoder: any Encoder) throws { try decimal.encode(to: encoder) }
}

extension Timestamp: Codable {
    /// Reads nanoseconds since 1970.
    public init(from decoder: any Decoder) throws {
        self.init(nanoseconds: try decoder.singleValueContainer().decode(Int64.self))
    }
    /// Writes nanoseconds since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }
}

extension Bar: Codable {
    private enum Key: String, CodingKey { case start, open, high, low, close, volume }

    /// Reads a bar by the names of its fields.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            start: try values.decode(Timestamp.self, forKey: .start),
            open: try values.decode(Price.self, forKey: .open),
            high: try values.decode(Price.self, forKey: .high), low: try values.decode(Price.self, forKey: .low),
            close: try values.decode(Price.self, forKey: .close),
            volume: try values.decode(Quantity.self, forKey: .volume))
    }

    /// Writes a bar by the names of its fields.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(start, forKey: .start)
        try values.encode(open, forKey: .open)
        try values.encode(high, forKey: .high)
        try values.encode(low, forKey: .low)
        try values.encode(close, forKey: .close)
        try values.encode(volume, forKey: .volume)
    }
}
