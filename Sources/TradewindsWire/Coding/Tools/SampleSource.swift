import TradewindsVocabulary

/// A seeded source of arbitrary field values, for property tests and fuzzing. The same seed gives the same values.
public struct SampleSource: Sendable {
    private var state: UInt64

    /// Starts from `seed`.
    public init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from 0 to `bound` - 1.
    public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    /// An integer whose magnitude is below `bound`: small mostly, any size sometimes.
    mutating func integer(below bound: Int64) -> Int64 {
        let value: Int64
        switch below(4) {
        case 0: value = Int64(below(10))
        case 1, 2: value = Int64(below(100_000))
        default: value = Int64(truncatingIfNeeded: next() >> 2) % bound
        }
        return below(5) == 0 ? -value : value
    }

    /// A price, a fraction, a tiny or a huge number.
    mutating func double() -> Double {
        let value: Double
        switch below(5) {
        case 0: value = Double(below(1000))
        case 1, 2: value = Double(below(10_000_000)) / 100
        case 3: value = Double(next() >> 11) / Double(1 << 53)
        default: value = Double(below(1_000_000)) * 1e-9
        }
        return below(5) == 0 ? -value : value
    }

    /// A whole number, a fraction, or a number of many digits.
    mutating func decimal() -> ExactDecimal {
        switch below(4) {
        case 0: ExactDecimal(below(100))
        case 1: ExactDecimal(Int128(below(1_000_000)), scale: below(5))
        case 2: ExactDecimal(Int128(next() >> 4), scale: below(19))
        default: ExactDecimal(Int128(next() >> 1) * Int128(1 << 30), scale: below(30))
        }
    }

    /// Letters, digits and a few signs that stand for themselves in every spelling.
    public mutating func text() -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ./_-+")
        return String((0..<(1 + below(12))).map { _ in alphabet[below(alphabet.count)] })
    }

    /// A tag name, without signs that separate tags.
    mutating func tag(_ index: Int) -> String { "tag\(index)" + String(below(100)) }
}
