/// Seeded noise that can be asked for in any order: the value belongs to the key, not to how often one asked.
///
/// The mixing is SplitMix64's; only integer arithmetic and exact conversions are used, so every machine agrees.
struct SeededHash: Sendable, Hashable {
    var state: UInt64

    init(_ seed: UInt64) { self.state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) }

    /// The noise of `key` under this one.
    func child(_ key: Int64) -> SeededHash {
        SeededHash(mixing: state ^ Self.mixed(UInt64(bitPattern: key) &+ 0x9E37_79B9_7F4A_7C15))
    }

    /// The noise of a name under this one.
    func child(_ name: String) -> SeededHash {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return child(Int64(bitPattern: value))
    }

    /// 64 even bits.
    var bits: UInt64 { state }

    /// A number from 0 up to 1, without 1.
    var fraction: Double { Double(state >> 11) * (1.0 / 9_007_199_254_740_992) }

    /// A number from 0 up to `count`, without `count`; 0 when `count` is not positive.
    func index(below count: Int64) -> Int64 {
        count > 0 ? Int64(state.multipliedFullWidth(by: UInt64(count)).high) : 0
    }

    /// A number of mean 0 and variance 1, near to normal: the sum of four even ones, so never beyond ±3.5.
    var normal: Double {
        let sum = (state & 0xFFFF) + (state >> 16 & 0xFFFF) + (state >> 32 & 0xFFFF) + (state >> 48)
        return (Double(sum) - 131_070) * (1.732_050_807_568_877_2 / 65_536)
    }

    private init(mixing value: UInt64) { self.state = Self.mixed(value) }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
