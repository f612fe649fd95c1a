/// The highest or the lowest of the last inputs, at the same cost whatever comes.
///
/// Inputs come in blocks as long as the window. A window is the end of the block before and the beginning of this one: the
/// first's best values from each place on are made once a block, the second's is kept as it grows.
struct RollingExtreme: Sendable, Hashable, Codable {
    /// 1 for the highest; -1 for the lowest, which is the highest of negatives.
    private let sign: Double
    private var block: [Double]
    /// The best of the block before from each place on.
    private var tail: [Double]
    private var head = 0.0
    private var next = 0
    private var hasTail = false

    init(highestOf period: Int) { self.init(period, sign: 1) }
    init(lowestOf period: Int) { self.init(period, sign: -1) }

    private init(_ period: Int, sign: Double) {
        self.sign = sign
        block = [Double](repeating: 0, count: period)
        tail = block
    }

    /// `nil` until the window is full.
    @inline(__always)
    mutating func update(_ input: Double) -> Double? {
        let value = input * sign
        block[next] = value
        head = next == 0 || !(value < head) ? value : head
        next += 1
        guard next < block.count else {
            endBlock()
            return head * sign
        }
        guard hasTail else { return nil }
        let older = tail[next]
        return (older > head ? older : head) * sign
    }

    private mutating func endBlock() {
        next = 0
        hasTail = true
        var best = block[block.count - 1]
        for place in block.indices.reversed() {
            // Written so that what is no number gives way to any number.
            best = best > block[place] ? best : block[place]
            tail[place] = best
        }
    }

    mutating func reset() { self = Self(block.count, sign: sign) }
}

/// The highest high and the lowest low of the last bars.
struct RollingRange: Sendable, Hashable, Codable {
    private var highest: RollingExtreme
    private var lowest: RollingExtreme

    init(_ period: Int) {
        highest = RollingExtreme(highestOf: period)
        lowest = RollingExtreme(lowestOf: period)
    }

    @inline(__always)
    mutating func update(high: Double, low: Double) -> (high: Double, low: Double)? {
        // Both must see the bar, also while there is no answer.
        let (top, bottom) = (highest.update(high), lowest.update(low))
        guard let top, let bottom else { return nil }
        return (top, bottom)
    }

    mutating func reset() {
        highest.reset()
        lowest.reset()
    }
}
