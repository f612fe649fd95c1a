/// xoshiro256**, seeded by splitmix64: the same numbers on every machine, from now on.
///
/// A stream number gives independent sequences of one seed, so that replicate 17 draws the same whichever thread runs it.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A generator for a seed and a stream of it.
    public init(seed: UInt64, stream: UInt64 = 0) {
        var mixer = seed
        let start = Self.splitmix(&mixer)
        var place = start ^ (stream &* 0xd134_2543_de82_ef95)
        state = (
            Self.splitmix(&place), Self.splitmix(&place), Self.splitmix(&place), Self.splitmix(&place)
        )
    }

    /// A generator that goes on from four words, not all zero.
    init(words: (UInt64, UInt64, UInt64, UInt64)) {
        state = words
    }

    private static func splitmix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// A number in 0..<1 with 53 random bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in 0..<bound without bias (Lemire). The bound is above 0.
    public mutating func whole(below bound: Int) -> Int {
        let range = UInt64(bound)
        var wide = next().multipliedFullWidth(by: range)
        if wide.low < range {
            let threshold = (0 &- range) % range
            while wide.low < threshold { wide = next().multipliedFullWidth(by: range) }
        }
        return Int(wide.high)
    }

    /// The numbers 0..<count in random order (Fisher and Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, whole(below: last + 1)) }
        return order
    }
}
