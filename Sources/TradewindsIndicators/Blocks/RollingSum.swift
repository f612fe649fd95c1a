/// The sum of the last inputs, and of nothing else: no trace is left of an input that has gone, however large it was.
///
/// Inputs come in blocks as long as the window. A window is the end of the block before and the beginning of this one: the
/// first's sums from each place on are made once a block, the second's grows. So nothing is ever taken away from a sum.
@usableFromInline
struct RollingSum: Sendable, Hashable, Codable {
    /// Up to ``next`` the inputs of this block; from there the sums of the block before, from each place on.
    @usableFromInline var cells: [Double]
    @usableFromInline var head = 0.0
    @usableFromInline var next = 0
    @usableFromInline var isFull = false

    init(_ period: Int) { cells = [Double](repeating: 0, count: period) }

    /// `nil` until the window is full.
    @inlinable @inline(__always)
    mutating func update(_ value: Double) -> Double? {
        cells[next] = value
        head += value
        next &+= 1
        guard next < cells.count else { return endBlock() }
        return isFull ? cells[next] + head : nil
    }

    @usableFromInline
    mutating func endBlock() -> Double {
        let whole = head
        cells.withUnsafeMutableBufferPointer { cells in
            var sum = 0.0
            for place in cells.indices.reversed() {
                sum += cells[place]
                cells[place] = sum
            }
        }
        head = 0
        next = 0
        isFull = true
        return whole
    }

    mutating func reset() {
        head = 0
        next = 0
        isFull = false
    }
}

/// A number where it is above zero, else 0: without a branch, which prices would mislead half of the time.
@inline(__always)
func positivePart(_ value: Double) -> Double { (value + value.magnitude) / 2 }
