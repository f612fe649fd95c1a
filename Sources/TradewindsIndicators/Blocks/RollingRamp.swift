/// Sums of the last inputs with equal weights and with weights 1 for the oldest to `period` for the newest, both relative to
/// an input of the window. No trace is left of an input that has gone, as with ``RollingSum``.
struct RollingRamp: Sendable, Hashable, Codable {
    private struct Sums: Sendable, Hashable, Codable {
        var plain = 0.0
        var weighted = 0.0
    }

    private var block: [Double]
    /// The block before from each place on, relative to its last input.
    private var tails: [Sums]
    private var tailPivot = 0.0
    private var head = Sums()
    private var next = 0
    private var whole = Sums()
    private(set) var isFull = false
    /// What the sums are relative to.
    private(set) var pivot = 0.0

    init(_ period: Int) {
        block = [Double](repeating: 0, count: period)
        tails = [Sums](repeating: Sums(), count: period)
    }

    /// Of a full window: the sum of inputs less the pivot.
    var sum: Double { whole.plain }
    /// Of a full window: the weighted sum of inputs less the pivot.
    var weighted: Double { whole.weighted }

    @inline(__always)
    mutating func update(_ value: Double) {
        if next == 0 {
            pivot = value
            head = Sums()
        }
        block[next] = value
        next += 1
        head.plain += value - pivot
        head.weighted += Double(next) * (value - pivot)
        guard next < block.count else { return endBlock() }
        guard isFull else { return }
        let tail = tails[next]
        let older = Double(block.count - next)
        let apart = tailPivot - pivot
        whole.plain = head.plain + (tail.plain + apart * older)
        whole.weighted = head.weighted + older * head.plain + (tail.weighted + apart * (older * (older + 1) / 2))
    }

    private mutating func endBlock() {
        whole = head
        let pivot = block[block.count - 1]
        tailPivot = pivot
        block.withUnsafeBufferPointer { block in
            tails.withUnsafeMutableBufferPointer { tails in
                var sums = Sums()
                for place in block.indices.reversed() {
                    sums.plain += block[place] - pivot
                    // Every input that is there already becomes one step newer.
                    sums.weighted += sums.plain
                    tails[place] = sums
                }
            }
        }
        next = 0
        isFull = true
    }

    mutating func reset() { self = Self(block.count) }
}
