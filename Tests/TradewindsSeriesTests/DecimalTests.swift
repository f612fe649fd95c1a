import Testing

@testable import TradewindsSeries

/// Against the standard library's own reading and shortest writing of doubles.
struct DecimalTests {
    private func read(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var at = 0
            guard let value = DecimalScanner.scan(base, &at, buffer.count), at == buffer.count else { return nil }
            return value
        }
    }

    private func write(_ value: Double, with writer: inout DecimalWriter) -> String {
        var bytes = [UInt8](repeating: 0, count: DecimalWriter.longest)
        let count = bytes.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { writer.write(value, to: $0) } ?? 0
        }
        return String(decoding: bytes[0..<count], as: UTF8.self)
    }

    @Test(arguments: [
        "0", "-0", "1640.25", "0.1", "-12.5", "+3", ".5", "5.", "1e10", "1.7976931348623157e308", "4.9e-324",
        "123456789012345678901234567890", "0.000000000000000000000000000001", "9007199254740993", "9007199254740992.5",
        "18014398509481985", "0.30000000000000004", "179769313486231570000", "1234567890123456789",
        "9223372036854775807.5", "9999999999999999999", "18446744073709551615", "18446744073709551616",
        "0.00000000000000000000000001234567890123456789", "8.5070591730234615865843651857942052864e37",
    ])
    func readsAsTheStandardLibrary(text: String) throws {
        let expected = try #require(Double(text))
        #expect(read(text)?.bitPattern == expected.bitPattern)
    }

    @Test(arguments: ["", "-", ".", "abc", "1.2.3", "12,5", "0x10", "1e", "1e400", "--1", "nan", "inf", " 1"])
    func refusesWhatIsNoDecimal(text: String) { #expect(read(text) == nil) }

    @Test func readsHalfwayCasesToEven() throws {
        // 53 bits and a half: the neighbours of a tie, written out in full with one decimal.
        var generator = SplitMix(seed: 7)
        for _ in 0..<20_000 {
            let mantissa = (1 << 53) | (generator.next() >> 11)
            for text in ["\(mantissa).5", "\(mantissa)", "0.\(mantissa)", "\(mantissa / 1000).\(mantissa % 1000)5"] {
                let expected = try #require(Double(text))
                #expect(read(text)?.bitPattern == expected.bitPattern, "\(text)")
            }
        }
    }

    @Test func readsRandomDecimalsAsTheStandardLibrary() throws {
        var generator = SplitMix(seed: 3)
        for _ in 0..<50_000 {
            let digits = String(generator.next() >> (generator.next() % 50))
            let point = Int(generator.next() % 28)
            let padded = String(repeating: "0", count: max(0, point + 1 - digits.count)) + digits
            let text = padded.dropLast(point) + "." + padded.suffix(point)
            let expected = try #require(Double(text))
            #expect(read(String(text))?.bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test func shortestDecimalsAreThoseOfTheStandardLibrary() throws {
        var generator = SplitMix(seed: 17)
        var found = 0
        for _ in 0..<100_000 {
            let value = Double(
                sign: .plus, exponent: Int(generator.next() % 90) - 38,
                significand: 1 + Double(generator.next() >> 12) / 4_503_599_627_370_496)
            guard let shortest = ShortestDecimal(value) else { continue }
            found += 1
            let padded = String(repeating: "0", count: 40) + String(shortest.digits)
            let text = padded.dropLast(shortest.decimals) + "." + padded.suffix(shortest.decimals)
            #expect(Double(text) == value)
            // The standard library's is the shortest, and the nearest of those.
            #expect(Self.digits(String(shortest.digits)) == Self.digits(value.description), "\(value)")
        }
        #expect(found > 60_000)
    }

    /// The digits of a number's text from the first to the last that is not zero.
    private static func digits(_ text: String) -> String {
        let all = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
        return String(all.reversed().drop { $0 == "0" }.reversed())
    }

    @Test func writesWhatReadsBackTheSameAndNoLonger() throws {
        var generator = SplitMix(seed: 11)
        var writer = DecimalWriter()
        for round in 0..<50_000 {
            let value: Double =
                switch round % 4 {
                case 0: Double(generator.next() % 1_000_000) / 100
                case 1: -Double(generator.next() % 1_000_000_000) / 10_000_000
                case 2: Double(generator.next() >> 11) / 9_007_199_254_740_992
                default: Double(bitPattern: generator.next())
                }
            guard value.isFinite else { continue }
            let text = write(value, with: &writer)
            #expect(Double(text) == value, "\(text)")
            let shortest = value.description
            #expect(Self.digits(text).count <= Self.digits(shortest).count, "\(text) against \(shortest)")
        }
        #expect(write(.nan, with: &writer).isEmpty)
        #expect(write(1640.25, with: &writer) == "1640.25")
        #expect(write(-0.0, with: &writer) == "0")
        #expect(write(100, with: &writer) == "100")
        #expect(write(-0.05, with: &writer) == "-0.05")
    }
}

/// Steele, Lea, Flood (2014): numbers that only depend on the seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
