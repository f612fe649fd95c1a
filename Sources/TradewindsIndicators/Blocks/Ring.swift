/// The last inputs of a window.
@usableFromInline
struct Ring: Sendable, Hashable, Codable {
    @usableFromInline var values: [Double]
    /// Where the next value goes: when the ring is full, the place of the oldest.
    @usableFromInline var next = 0
    @usableFromInline var isFull = false

    /// A ring for `size` values, at least 1.
    init(_ size: Int) { values = [Double](repeating: 0, count: size) }

    /// Puts a value in; gives the one that it replaces, 0 while the ring fills.
    @inlinable @inline(__always)
    mutating func push(_ value: Double) -> Double {
        let old = values[next]
        values[next] = value
        next &+= 1
        if next == values.count {
            next = 0
            isFull = true
        }
        return old
    }

    /// The value put in `ago` pushes ago, 0 for the last; below the size.
    func value(ago: Int) -> Double {
        let place = next - 1 - ago
        return values[place < 0 ? place + values.count : place]
    }

    mutating func reset() {
        for place in values.indices { values[place] = 0 }
        next = 0
        isFull = false
    }
}

/// The input so many steps ago.
struct Lag: Sendable, Hashable, Codable {
    private var ring: Ring

    init(_ steps: Int) { ring = Ring(steps) }

    /// Takes the present value; gives the one `steps` inputs before it.
    @inline(__always)
    mutating func update(_ value: Double) -> Double? {
        let wasFull = ring.isFull
        let old = ring.push(value)
        return wasFull ? old : nil
    }

    mutating func reset() { ring.reset() }
}
