/// The sum of the last inputs, and of nothing else: no trace is left of an input that has gone, however large it was.
///
/// Inputs come in blocks as long as the window. A window is the end of the block before and the beginning of this one: the
/// first's sums from each place on are made once a block, the second's grows. So nothing is ever taken away from a sum.
@usableFromInline
struct RollingSum: Sendable, Hashable, Codable {
    @usableFromInline var block: [Double]
    /// The sum of the block before from each place on.
    @usableFromInline var tail: [Double]
    @usableFromInline var head = 0.0
    @usableFromInline var next = 0
    @usableFromInline var isFull = false

    init(_ period: Int) {
        block = [Double](repeating: 0, count: period)
        tail = block
    }

    /// `nil` until the window is full.
    @inlinable @inline(__always)
    mutating func update(_ value: Double) -> Double? {
        block[next] = value
        head += value
        next &+= 1
        guard next < block.count else { return endBlock() }
        return isFull ? tail[next] + head : nil
    }

    @usableFromInline
    mutating func endBlock() -> Double {
        let whole = head
        block.withUnsafeBufferPointer { block in
            tail.withUnsafeMutableBufferPointer { tail in
                var sum = 0.0
                for place in block.indices.reversed() {
                    sum += block[place]
                    tail[place] = sum
                }
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
