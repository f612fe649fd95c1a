/// Means, variances and covariance of two windows. No trace is left of a pair that has gone, as with ``RollingMoments``.
struct PairMoments: Sendable, Hashable, Codable {
    /// Some pairs: the sums of their distances from a pivot, and of products of these.
    private struct Part: Sendable, Hashable, Codable {
        var first = 0.0
        var second = 0.0
        var firstSquares = 0.0
        var secondSquares = 0.0
        var products = 0.0

        @inline(__always)
        mutating func add(_ first: Double, _ second: Double) {
            self.first += first
            self.second += second
            firstSquares += first * first
            secondSquares += second * second
            products += first * second
        }

        /// Of `count` pairs about a pivot: the same about one from which that pivot is so far away.
        @inline(__always)
        func moved(first x: Double, second y: Double, _ count: Double) -> Part {
            Part(
                first: first + x * count, second: second + y * count,
                firstSquares: firstSquares + x * (2 * first + x * count),
                secondSquares: secondSquares + y * (2 * second + y * count),
                products: products + (x * second + y * (first + x * count)))
        }

        /// The means less the pivot, and products of distances from the means, of a window that the pivot lies in.
        @inline(__always)
        func centred(_ share: Double) -> Part {
            let (x, y) = (first * share, second * share)
            return Part(
                first: x, second: y, firstSquares: notNegative(firstSquares - first * x),
                secondSquares: notNegative(secondSquares - second * y), products: products - first * y)
        }
    }

    private var block: [NumberPair]
    /// The block before from each place on.
    private var tails: [Part]
    private var tailPivot = NumberPair(0, 0)
    private var pivot = NumberPair(0, 0)
    private var head = Part()
    private var next = 0
    private var whole = Part()
    private let size: Double
    private let share: Double
    private(set) var isFull = false

    init(_ period: Int) {
        block = [NumberPair](repeating: NumberPair(0, 0), count: period)
        tails = [Part](repeating: Part(), count: period)
        size = Double(period)
        share = 1 / size
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
            head = Part()
        }
        block[next] = pair
        next += 1
        head.add(pair.first - pivot.first, pair.second - pivot.second)
        guard next < block.count else { return endBlock() }
        guard isFull else { return }
        var sums = tails[next].moved(
            first: tailPivot.first - pivot.first, second: tailPivot.second - pivot.second, Double(block.count - next))
        sums.first += head.first
        sums.second += head.second
        sums.firstSquares += head.firstSquares
        sums.secondSquares += head.secondSquares
        sums.products += head.products
        whole = sums.centred(share)
    }

    private mutating func endBlock() {
        whole = head.centred(share)
        let pivot = block[block.count - 1]
        tailPivot = pivot
        block.withUnsafeBufferPointer { block in
            tails.withUnsafeMutableBufferPointer { tails in
                var part = Part()
                for place in block.indices.reversed() {
                    part.add(block[place].first - pivot.first, block[place].second - pivot.second)
                    tails[place] = part
                }
            }
        }
        next = 0
        isFull = true
    }

    mutating func reset() { self = Self(block.count) }
}
