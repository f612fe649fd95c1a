import Testing
import TradewindsVocabulary

@Suite
struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("100.00", "100"), ("12.50", "12.5"), (".5", "0.5"), ("1E-8", "0.00000001"),
        ("1e+3", "1000"), ("-0.0010", "-0.001"), ("170141183460469231731687303715", "170141183460469231731687303715"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"), ("00012", "12"),
        ("1234567890123456789.25", "1234567890123456789.25"),
    ])
    func readsAndWrites(text: String, expected: String) throws {
        let value = try #require(ExactDecimal(text))
        #expect(value.description == expected)
        #expect(ExactDecimal(value.description) == value)
    }

    @Test(arguments: [
        "", "-", ".", "1.2.3", "1e", "abc", "1E400", "100000000000000000000000000000000000000", " 1", "NaN",
    ])
    func refuses(text: String) { #expect(ExactDecimal(text) == nil) }

    @Test func equalNumbersAreEqualValues() {
        #expect(ExactDecimal("1.10") == ExactDecimal("1.1"))
        #expect(ExactDecimal("1.10")?.hashValue == ExactDecimal("1.1")?.hashValue)
    }

    @Test func tenTenthsMakeOne() {
        var sum = Quantity.zero
        for _ in 0..<10 { sum += 0.1 }
        #expect(sum == 1)
    }

    @Test func arithmeticAgreesWithIntegers() {
        var state: UInt64 = 7
        func next() -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(bitPattern: state) >> 34
        }
        for _ in 0..<10_000 {
            let (a, b) = (next(), next())
            let x = ExactDecimal(Int128(a), scale: 4)
            let y = ExactDecimal(Int128(b), scale: 2)
            #expect(x + y == ExactDecimal(Int128(a) + Int128(b) * 100, scale: 4))
            #expect(x - y == ExactDecimal(Int128(a) - Int128(b) * 100, scale: 4))
            #expect(x * y == ExactDecimal(Int128(a) * Int128(b), scale: 6))
            #expect((x < y) == (a < b * 100))
        }
    }

    @Test func divisionRoundsHalfToEven() {
        #expect(ExactDecimal(1).divided(by: ExactDecimal(3), digits: 4)?.description == "0.3333")
        #expect(ExactDecimal(2).divided(by: ExactDecimal(3), digits: 4)?.description == "0.6667")
        #expect(ExactDecimal(1).divided(by: ExactDecimal(8), digits: 2)?.description == "0.12")
        #expect(ExactDecimal(3).divided(by: ExactDecimal(8), digits: 2)?.description == "0.38")
        #expect(ExactDecimal(-1).divided(by: ExactDecimal(8), digits: 2)?.description == "-0.12")
        #expect(ExactDecimal(1).divided(by: .zero, digits: 2) == nil)
    }

    @Test func multiplesOfATick() throws {
        let tick = try #require(ExactDecimal("0.25"))
        #expect(try #require(ExactDecimal("1650.75")).isMultiple(of: tick))
        #expect(!(try #require(ExactDecimal("1650.70")).isMultiple(of: tick)))
        #expect(try #require(ExactDecimal("1650.70")).rounded(toMultipleOf: tick).description == "1650.75")
    }

    @Test(arguments: [0.1, 180.25, 1.08235, -0.5, 1e-8, 123_456_789.125, 1e20, 0.30000000000000004])
    func doublesKeepTheirShortestText(value: Double) throws {
        let exact = try #require(ExactDecimal(value))
        #expect(exact.doubleValue == value)
    }

    @Test func hugeNumbersSaturateAndNeverTrap() {
        let most = ExactDecimal(Int128.max, scale: 0)
        #expect((most * most) > ExactDecimal(1))
        #expect((most + most) >= most)
        #expect((-most - most) <= -most)
    }

    @Test func countsUnits() {
        #expect(ExactDecimal("12.5")?.units(ofScale: 2) == 1250)
        #expect(ExactDecimal("-0.01")?.units(ofScale: 2) == -1)
        #expect(ExactDecimal("0.005")?.units(ofScale: 2) == nil)
        #expect(ExactDecimal(7).units(ofScale: 18) == 7_000_000_000_000_000_000)
        #expect(ExactDecimal(70).units(ofScale: 18) == nil)
        #expect(ExactDecimal(1).units(ofScale: 19) == nil)
    }
}
