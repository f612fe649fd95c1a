/// Mean and variance of the last inputs, relative to a pivot inside the window so that large prices cost no digits.
struct RollingMoments: Sendable, Hashable, Codable {
    private var ring: Ring
    private var pivot = 0.0
    private var isEmpty = true
    private var sum = 0.0
    private var squares = 0.0
    private let size: Double

    init(_ period: Int) {
        ring = Ring(period)
        size = Double(period)
    }

    var isFull: Bool { ring.isFull }

    /// Of a full window.
    var mean: Double { pivot + sum / size }

    /// Of a full window, divided by its count; never below zero.
    var variance: Double {
        let shift = sum / size
        return Swift.max(0, squares / size - shift * shift)
    }

    /// Of a full window, divided by its count less one.
    var sampleVariance: Double { variance * size / (size - 1) }

    @inline(__always)
    mutating func update(_ value: Double) {
        let wasFull = ring.isFull
        let old = ring.push(value)
        if ring.next == 0 { return renew(around: value) }
        if isEmpty {
            isEmpty = false
            pivot = value
        }
        let (comes, goes) = (value - pivot, wasFull ? old - pivot : 0)
        sum += comes - goes
        squares += comes * comes - goes * goes
    }

    private mutating func renew(around pivot: Double) {
        self.pivot = pivot
        isEmpty = false
        (sum, squares) = (0, 0)
        for value in ring.values {
            let deviation = value - pivot
            sum += deviation
            squares += deviation * deviation
        }
    }

    mutating func reset() {
        ring.reset()
        isEmpty = true
        (pivot, sum, squares) = (0, 0, 0)
    }
}
