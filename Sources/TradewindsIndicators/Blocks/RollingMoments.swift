/// Mean and variance of the last inputs. As with ``RollingSum``, no trace is left of an input that has gone: a window is the
/// end of the block before and the beginning of this one, each about a pivot of its own that lies in it, so that large prices
/// cost no digits.
struct RollingMoments: Sendable, Hashable, Codable {
    /// Some inputs: their mean less the pivot, and the sum of their squared distances from their mean.
    private struct Part: Sendable, Hashable, Codable {
        var shift = 0.0
        var squares = 0.0

        init() {}

        @inline(__always)
        init(sum: Double, squares: Double, count: Double) {
            shift = sum / count
            self.squares = notNegative(squares - sum * shift)
        }
    }

    private var block: [Double]
    /// The block before from each place on.
    private var tails: [Part]
    private var tailPivot = 0.0
    private var pivot = 0.0
    private var sum = 0.0
    private var squares = 0.0
    private var next = 0
    private let size: Double
    private(set) var isFull = false
    /// Of a full window, as all below.
    private(set) var mean = 0.0
    /// The sum of squared distances from the mean.
    private var distances = 0.0

    init(_ period: Int) {
        block = [Double](repeating: 0, count: period)
        tails = [Part](repeating: Part(), count: period)
        size = Double(period)
    }

    /// Divided by the count; never below zero.
    var variance: Double { distances / size }

    /// Divided by the count less one.
    var sampleVariance: Double { distances / (size - 1) }

    /// Whether the inputs differ by no more than their rounding.
    var isFlat: Bool {
        let least = rounding(of: mean)
        return distances <= size * least * least
    }

    @inline(__always)
    mutating func update(_ value: Double) {
        if next == 0 { (pivot, sum, squares) = (value, 0, 0) }
        block[next] = value
        next += 1
        let deviation = value - pivot
        sum += deviation
        squares += deviation * deviation
        guard next < block.count else { return endBlock() }
        guard isFull else { return }
        let count = Double(next)
        let head = Part(sum: sum, squares: squares, count: count)
        let tail = tails[next]
        let apart = (tailPivot - pivot) + (tail.shift - head.shift)
        let older = (size - count) / size
        mean = pivot + (head.shift + apart * older)
        distances = head.squares + tail.squares + apart * apart * older * count
    }

    private mutating func endBlock() {
        let whole = Part(sum: sum, squares: squares, count: size)
        mean = pivot + whole.shift
        distances = whole.squares
        tailPivot = block[block.count - 1]
        var (sum, squares, count) = (0.0, 0.0, 0.0)
        for place in block.indices.reversed() {
            let deviation = block[place] - tailPivot
            sum += deviation
            squares += deviation * deviation
            count += 1
            tails[place] = Part(sum: sum, squares: squares, count: count)
        }
        next = 0
        isFull = true
    }

    mutating func reset() { self = Self(block.count) }
}
