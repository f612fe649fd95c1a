/// The sum of the last inputs, made anew once a round of the window.
@usableFromInline
struct RollingSum: Sendable, Hashable, Codable {
    @usableFromInline var ring: Ring
    @usableFromInline var sum = 0.0

    init(_ period: Int) { ring = Ring(period) }

    /// `nil` until the window is full.
    @inlinable @inline(__always)
    mutating func update(_ value: Double) -> Double? {
        let old = ring.push(value)
        sum += value - old
        if ring.next == 0 { sum = ring.values.withUnsafeBufferPointer { total($0[...]) } }
        return ring.isFull ? sum : nil
    }

    mutating func reset() {
        ring.reset()
        sum = 0
    }
}

/// The sum of some values, in four interleaved parts so that it does not wait for each addition.
@usableFromInline
func total(_ values: Slice<UnsafeBufferPointer<Double>>) -> Double {
    var parts = (0.0, 0.0, 0.0, 0.0)
    var place = values.startIndex
    while place + 4 <= values.endIndex {
        parts.0 += values[place]
        parts.1 += values[place + 1]
        parts.2 += values[place + 2]
        parts.3 += values[place + 3]
        place += 4
    }
    while place < values.endIndex {
        parts.0 += values[place]
        place += 1
    }
    return (parts.0 + parts.1) + (parts.2 + parts.3)
}

/// A number where it is above zero, else 0: without a branch, which prices would mislead half of the time.
@inline(__always)
func positivePart(_ value: Double) -> Double { (value + value.magnitude) / 2 }
