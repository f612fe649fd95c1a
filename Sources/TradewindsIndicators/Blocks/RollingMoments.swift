/// Mean and variance of the last inputs. As with ``RollingSum``, no trace is left of an input that has gone: a window is the
/// end of the block before and the beginning of this one, each about a pivot of its own that lies in it, so that large prices
/// cost no digits.
struct RollingMoments: Sendable, Hashable, Codable {
    /// Some inputs: the sums of their distances from a pivot and of the squares of these.
    private struct Part: Sendable, Hashable, Codable {
        var sum = 0.0
        var squares = 0.0

        @inline(__always)
        mutating func add(_ deviation: Double) {
            sum += deviation
            squares += deviation * deviation
        }
    }

    private var block: [Double]
    /// The block before from each place on, about its last input.
    private var tails: [Part]
    private var tailPivot = 0.0
    /// The first input of this block.
    private var pivot = 0.0
    private var head = Part()
    private var next = 0
    private let size: Double
    private let share: Double
    private(set) var isFull = false
    /// Of a full window, as all below.
    private(set) var mean = 0.0
    /// The sum of squared distances from the mean.
    private var distances = 0.0

    init(_ period: Int) {
        block = [Double](repeating: 0, count: period)
        tails = [Part](repeating: Part(), count: period)
        size = Double(period)
        share = 1 / size
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
        if next == 0 {
            pivot = value
            head = Part()
        }
        block[next] = value
        next += 1
        head.add(value - pivot)
        guard next < block.count else { return endBlock() }
        guard isFull else { return }
        let tail = tails[next]
        let older = Double(block.count - next)
        let apart = tailPivot - pivot
        settle(
            sum: head.sum + (tail.sum + apart * older),
            squares: head.squares + (tail.squares + apart * (2 * tail.sum + apart * older)))
    }

    /// Takes the sums of the whole window about the pivot.
    @inline(__always)
    private mutating func settle(sum: Double, squares: Double) {
        let shift = sum * share
        mean = pivot + shift
        // The pivot lies in the window, so its distance from the mean is of their order.
        distances = notNegative(squares - sum * shift)
    }

    private mutating func endBlock() {
        settle(sum: head.sum, squares: head.squares)
        let pivot = block[block.count - 1]
        tailPivot = pivot
        block.withUnsafeBufferPointer { block in
            tails.withUnsafeMutableBufferPointer { tails in
                var part = Part()
                for place in block.indices.reversed() {
                    part.add(block[place] - pivot)
                    tails[place] = part
                }
            }
        }
        next = 0
        isFull = true
    }

    mutating func reset() { self = Self(block.count) }
}
