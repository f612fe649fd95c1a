/// Means, variances and covariance of two windows. No trace is left of a pair that has gone, as with ``RollingMoments``.
struct PairMoments: Sendable, Hashable, Codable {
    /// Some pairs: their means less the pivots, and sums of products of distances from their means.
    private struct Part: Sendable, Hashable, Codable {
        var first = 0.0
        var second = 0.0
        var firstSquares = 0.0
        var secondSquares = 0.0
        var products = 0.0

        mutating func add(_ first: Double, _ second: Double) {
            self.first += first
            self.second += second
            firstSquares += first * first
            secondSquares += second * second
            products += first * second
        }

        /// Of sums relative to a pivot.
        func centred(_ count: Double) -> Part {
            var part = Part(first: first / count, second: second / count)
            part.firstSquares = notNegative(firstSquares - first * part.first)
            part.secondSquares = notNegative(secondSquares - second * part.second)
            part.products = products - first * part.second
            return part
        }
    }

    private var block: [NumberPair]
    /// The block before from each place on.
    private var tails: [Part]
    private var tailPivot = NumberPair(0, 0)
    private var pivot = NumberPair(0, 0)
    private var sums = Part()
    private var next = 0
    private var whole = Part()
    private let size: Double
    private(set) var isFull = false

    init(_ period: Int) {
        block = [NumberPair](repeating: NumberPair(0, 0), count: period)
        tails = [Part](repeating: Part(), count: period)
        size = Double(period)
    }

    /// Of a full window, as all below; divided by the count.
    var firstVariance: Double { whole.firstSquares / size }
    var secondVariance: Double { whole.secondSquares / size }
    var covariance: Double { whole.products / size }
    var firstMean: Double { pivot.first + whole.first }
    var secondMean: Double { pivot.second + whole.second }

    /// Whether the numbers of a side differ by no more than the rounding of their mean, or of `scale` where that is more.
    func firstIsFlat(scale: Double = 0) -> Bool { isFlat(whole.firstSquares, max(abs(firstMean), scale)) }
    func secondIsFlat(scale: Double = 0) -> Bool { isFlat(whole.secondSquares, max(abs(secondMean), scale)) }

    private func isFlat(_ squares: Double, _ scale: Double) -> Bool {
        let least = rounding(of: scale)
        return squares <= size * least * least
    }

    /// The slope of the first on the second; 0 where the second does not vary.
    func slope(scale: Double = 0) -> Double {
        secondIsFlat(scale: scale) ? 0 : whole.products / whole.secondSquares
    }

    mutating func update(_ pair: NumberPair) {
        if next == 0 {
            pivot = pair
            sums = Part()
        }
        block[next] = pair
        next += 1
        sums.add(pair.first - pivot.first, pair.second - pivot.second)
        guard next < block.count else { return endBlock() }
        guard isFull else { return }
        let count = Double(next)
        let (head, tail) = (sums.centred(count), tails[next])
        let first = (tailPivot.first - pivot.first) + (tail.first - head.first)
        let second = (tailPivot.second - pivot.second) + (tail.second - head.second)
        let older = (size - count) / size
        let weight = older * count
        whole = Part(
            first: head.first + first * older, second: head.second + second * older,
            firstSquares: head.firstSquares + tail.firstSquares + first * first * weight,
            secondSquares: head.secondSquares + tail.secondSquares + second * second * weight,
            products: head.products + tail.products + first * second * weight)
    }

    private mutating func endBlock() {
        whole = sums.centred(size)
        tailPivot = block[block.count - 1]
        var (sums, count) = (Part(), 0.0)
        for place in block.indices.reversed() {
            sums.add(block[place].first - tailPivot.first, block[place].second - tailPivot.second)
            count += 1
            tails[place] = sums.centred(count)
        }
        next = 0
        isFull = true
    }

    mutating func reset() { self = Self(block.count) }
}
