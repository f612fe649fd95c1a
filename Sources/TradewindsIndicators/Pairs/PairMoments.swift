/// Sums of two windows, relative to a pivot of each, made anew once a round.
struct PairMoments: Sendable, Hashable, Codable {
    private var first: Ring
    private var second: Ring
    private var pivot: NumberPair?
    private var sums = Sums()

    private struct Sums: Sendable, Hashable, Codable {
        var first = 0.0
        var second = 0.0
        var firstSquares = 0.0
        var secondSquares = 0.0
        var products = 0.0

        mutating func add(_ first: Double, _ second: Double, sign: Double) {
            self.first += sign * first
            self.second += sign * second
            firstSquares += sign * first * first
            secondSquares += sign * second * second
            products += sign * first * second
        }
    }

    init(_ period: Int) {
        first = Ring(period)
        second = Ring(period)
    }

    var isFull: Bool { first.isFull }
    private var size: Double { Double(first.values.count) }

    /// Of a full window, as all below; divided by the count.
    var firstVariance: Double { Swift.max(0, sums.firstSquares / size - (sums.first / size) * (sums.first / size)) }
    var secondVariance: Double {
        Swift.max(0, sums.secondSquares / size - (sums.second / size) * (sums.second / size))
    }
    var covariance: Double { sums.products / size - (sums.first / size) * (sums.second / size) }
    var firstMean: Double { (pivot?.first ?? 0) + sums.first / size }
    var secondMean: Double { (pivot?.second ?? 0) + sums.second / size }

    /// The slope of the first on the second; 0 where the second does not vary.
    var slope: Double { secondVariance > 0 ? covariance / secondVariance : 0 }

    mutating func update(_ pair: NumberPair) {
        let wasFull = isFull
        let (oldFirst, oldSecond) = (first.push(pair.first), second.push(pair.second))
        if first.next == 0 { return renew(around: pair) }
        let pivot = pivot ?? pair
        self.pivot = pivot
        sums.add(pair.first - pivot.first, pair.second - pivot.second, sign: 1)
        if wasFull { sums.add(oldFirst - pivot.first, oldSecond - pivot.second, sign: -1) }
    }

    private mutating func renew(around pivot: NumberPair) {
        self.pivot = pivot
        sums = Sums()
        for (one, other) in zip(first.values, second.values) {
            sums.add(one - pivot.first, other - pivot.second, sign: 1)
        }
    }

    mutating func reset() {
        first.reset()
        second.reset()
        pivot = nil
        sums = Sums()
    }
}
