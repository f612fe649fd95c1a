/// Two indicators, the second fed by the first.
public struct Chain<First: Indicator, Second: Indicator>: Indicator where Second.Input == First.Output {
    private var first: First
    private var second: Second

    init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    /// The sum of both.
    public var warmUp: Int { first.warmUp + second.warmUp }

    /// Feeds the second with what the first gives.
    public mutating func update(_ input: First.Input) -> Second.Output? {
        guard let value = first.update(input) else { return nil }
        return second.update(value)
    }

    /// Resets both.
    public mutating func reset() {
        first.reset()
        second.reset()
    }
}

extension Indicator {
    /// Feeds each value of this indicator to `next`: an indicator of an indicator. Warm-ups add up.
    public func then<Next: Indicator>(_ next: Next) -> Chain<Self, Next> where Next.Input == Output {
        Chain(self, next)
    }
}

/// Makes one number of each bar, for indicators of numbers.
public struct BarPrice: Indicator {
    /// Which number.
    public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
        case open, high, low, close, volume
        /// (high + low) / 2.
        case median
        /// (high + low + close) / 3.
        case typical
        /// (high + low + 2 × close) / 4.
        case weighted
        /// (open + high + low + close) / 4.
        case average
    }

    /// The number that it takes.
    public let field: Field

    /// A number of each bar.
    public init(_ field: Field) { self.field = field }

    /// None.
    public var warmUp: Int { 0 }

    /// The number of a bar.
    public mutating func update(_ bar: PriceBar) -> Double? {
        switch field {
        case .open: bar.open
        case .high: bar.high
        case .low: bar.low
        case .close: bar.close
        case .volume: bar.volume
        case .median: bar.median
        case .typical: bar.typical
        case .weighted: bar.weighted
        case .average: (bar.open + bar.high + bar.low + bar.close) / 4
        }
    }

    /// Nothing is remembered.
    public mutating func reset() {}
}

extension PriceBar {
    var median: Double { (high + low) / 2 }
    var typical: Double { (high + low + close) / 3 }
    var weighted: Double { (high + low + 2 * close) / 4 }
    var range: Double { high - low }
}
