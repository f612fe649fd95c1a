/// The last values, oldest first, with their mean and spread.
struct RollingWindow: Sendable, Hashable, Codable {
    private var values: [Double] = []
    private let size: Int

    init(_ size: Int) { self.size = max(1, size) }

    var isFull: Bool { values.count == size }
    var all: [Double] { values }
    var first: Double? { values.first }
    var mean: Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

    mutating func add(_ value: Double) {
        if values.count == size { values.removeFirst() }
        values.append(value)
    }

    mutating func removeAll() { values.removeAll(keepingCapacity: true) }

    /// The standard deviation, with `freedom` taken off the count.
    func deviation(freedom: Int) -> Double {
        guard values.count > freedom else { return 0 }
        let mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - freedom)).squareRoot()
    }
}

/// The yearly volatility of closes told one by one.
struct RealizedVolatility: Sendable, Hashable, Codable {
    private var returns: RollingWindow
    private var before: Double?
    private let barsPerYear: Double

    init(bars: Int, barsPerYear: Double) {
        returns = RollingWindow(bars)
        self.barsPerYear = barsPerYear
    }

    /// `nil` until there are enough closes.
    mutating func add(_ close: Double) -> Double? {
        defer { before = close }
        guard let before, before > 0 else { return nil }
        returns.add(close / before - 1)
        return returns.isFull ? returns.deviation(freedom: 1) * barsPerYear.squareRoot() : nil
    }
}
