import Testing
import TradewindsVocabulary
import TradewindsWire

/// Text the way gateways really write it.
@Suite
struct LenientTextTests {
    static func read<V: WireValue>(_ type: V.Type, _ bytes: [UInt8]) throws -> V? {
        try bytes.withUnsafeBytes { bytes in
            var reader = TextReader(bytes, from: 0, version: 178)
            var value: V?
            try reader.field(1, "value", &value, unset: .empty)
            return value
        }
    }
    static func read<V: WireValue>(_ type: V.Type, _ text: String) throws -> V? {
        try read(type, Array(text.utf8) + [0])
    }

    @Test(arguments: [("7", 7), ("7.0", 7), ("-3", -3), ("-3.00", -3), ("1E3", 1000), ("0", 0)])
    func integers(_ text: String, _ value: Int32) throws { #expect(try Self.read(Int32.self, text) == value) }

    @Test(arguments: ["", "2147483647", "1.7976931348623157E308", "1.7976931348623157e+308"])
    func unsetIntegers(_ text: String) throws { #expect(try Self.read(Int32.self, text) == nil) }

    @Test(arguments: ["7.5", "abc", "1,000", "0x10", " ", "99999999999"])
    func notIntegers(_ text: String) {
        let error = #expect(throws: WireError.self) { try Self.read(Int32.self, text) }
        #expect(error?.field == "value")
    }

    @Test(arguments: [
        "", "1.7976931348623157E308", "1.7976931348623157e308", "1.7976931348623157E+308", "1.797693134862316E308",
        "1.79769313486231570e+308", "179769313486231570000000000000000000000000000000000000000000E249",
    ])
    func unsetDoubles(_ text: String) throws { #expect(try Self.read(Double.self, text) == nil) }

    /// Numbers that differ from the unset one in one sign are not taken for it.
    @Test(arguments: [
        ("1.7976931348623157E307", 1.7976931348623157e307), ("1.7976931348623157e-300", 1.7976931348623157e-300),
        ("1.7976931348623156E300", 1.7976931348623156e300), ("-1.797693134862315E+30", -1.797693134862315e30),
        ("1.0976931348623157E308", 1.0976931348623157e308),
    ])
    func almostUnsetDoubles(_ text: String, _ value: Double) throws {
        #expect(try Self.read(Double.self, text) == value)
    }

    @Test(arguments: [
        ("Infinity", Double.infinity), ("-Infinity", -.infinity), ("Infinite", .infinity), ("1e-7", 1e-7),
        ("-0.25", -0.25), (".5", 0.5), ("5.", 5), ("123456789.123456789", 123_456_789.123456789),
    ])
    func doubles(_ text: String, _ value: Double) throws { #expect(try Self.read(Double.self, text) == value) }

    /// Names in any case, blanks around, as the official decoder reads them.
    @Test(arguments: [
        ("infinity", Double.infinity), ("INF", .infinity), ("-INFINITY", -.infinity), ("infinite", .infinity),
        (" 1.5", 1.5), ("1.5 ", 1.5), ("+1.5", 1.5), ("\t-2 ", -2),
    ])
    func spelledOtherwise(_ text: String, _ value: Double) throws {
        #expect(try Self.read(Double.self, text) == value)
    }

    @Test func noNumberIsKeptAsSuch() throws {
        for text in ["NaN", "nan"] { #expect(try Self.read(Double.self, text)?.isNaN == true) }
    }

    @Test(arguments: ["abc", "1.2.3", "-", ".", "--1", "0x10", "0X1p3", " ", "1e", "infinit", "nan(1)"])
    func notDoubles(_ text: String) { #expect(throws: WireError.self) { try Self.read(Double.self, text) } }

    @Test(arguments: [
        "", "2147483647", "9223372036854775807", "-9223372036854775808", "1.7976931348623157E308",
        "1.7976931348623157e+308", "170141183460469231731687303715884105727",
    ])
    func unsetDecimals(_ text: String) throws { #expect(try Self.read(Quantity.self, text) == nil) }

    @Test(arguments: ["NaN", "nan", "Infinity", "-inf", "1e999"])
    func sizesThatAreNone(_ text: String) throws { #expect(try Self.read(Quantity.self, text) == nil) }

    /// More digits than a size can have are rounded after the point; a whole part of so many is no size.
    @Test(arguments: [
        (" 1.5", "1.5"), ("123456789012345678901234567890.123456789", "123456789012345678901234567890.12345679"),
        ("-0.123456789012345678901234567890123456789", "-0.12345678901234567890123456789012345679"),
        ("1E-1000", "0"), ("0.00000000000000000000000000000000000000004", "0"), ("1e-38", "1e-38"),
        ("12345678901234567890123456789012345678.4", "12345678901234567890123456789012345678"),
    ])
    func sizesOfManyDigits(_ text: String, _ value: String) throws {
        #expect(try Self.read(Quantity.self, text)?.decimal == ExactDecimal(value))
    }

    @Test(arguments: ["0x10", "abc", "1.2.3", String(repeating: "9", count: 60), "1e100", "", "."])
    func notSizes(_ text: String) throws {
        if text.isEmpty {
            #expect(try Self.read(Quantity.self, text) == nil)
        } else {
            #expect(throws: WireError.self) { try Self.read(Quantity.self, text) }
        }
    }

    @Test(arguments: [(" 2", Int32(2)), ("2 ", 2), ("+2", 2)])
    func integersBetweenBlanks(_ text: String, _ value: Int32) throws {
        #expect(try Self.read(Int32.self, text) == value)
    }

    @Test func aHexadecimalNumberIsNoFlag() {
        #expect(throws: WireError.self) { try Self.read(Bool.self, "0x10") }
    }

    @Test(arguments: ["100", "100.0", "1E2"])
    func decimals(_ text: String) throws { #expect(try Self.read(Quantity.self, text) == 100) }

    @Test(arguments: [("1", true), ("0", false), ("true", true), ("False", false), ("2", true), ("1.0", true)])
    func flags(_ text: String, _ value: Bool) throws { #expect(try Self.read(Bool.self, text) == value) }

    @Test func latin1() throws {
        #expect(try Self.read(String.self, [0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68, 0]) == "Zürich")
        #expect(try Self.read(String.self, "Zürich") == "Zürich")
    }

    @Test func theLastFieldMayLackItsMark() throws { #expect(try Self.read(Int32.self, Array("42".utf8)) == 42) }

    @Test func aMissingFieldIsAnError() {
        let error = #expect(throws: WireError.self) { try Self.read(Int32.self, [UInt8]()) }
        #expect(error?.reason == .missing)
    }

    private static func request(_ fields: [String]) throws -> Request {
        try Array(fields.map { $0 + "\0" }.joined().utf8).withUnsafeBytes { try Request(frame: $0, version: 176) }
    }

    @Test func aShortRequestIsReadAndAnOrderIsNot() throws {
        guard case .reqMktData(let request) = try Self.request(["1", "11", "9000"]) else {
            Issue.record("another message")
            return
        }
        #expect(request.request == 9000 && request.contract == Contract())
        #expect(throws: WireError.self) { try Self.request(["3", "41", "0", "AAPL", "STK"]) }
        #expect(throws: WireError.self) { try Self.request(["21", "2", "9000"]) }
    }

    private static func event(_ fields: [String]) throws -> Event {
        try Array(fields.map { $0 + "\0" }.joined().utf8).withUnsafeBytes { try Event(frame: $0, version: 176) }
    }

    @Test func aPositionWithAnOddMultiplierIsNotLost() throws {
        let event = try Self.event([
            "61", "3", "DU1", "123", "SYM", "OPT", "20261120", "10", "P", "MULT", "SMART", "USD", "L", "T", "10", "2",
        ])
        guard case .position(let position) = event else {
            Issue.record("another message")
            return
        }
        #expect(position.contract.multiplier == nil && position.contract.exchange == "SMART" && position.position == 10)
    }

    @Test(arguments: [(1, [], []), (2, ["T"], []), (3, ["T"], ["2.5"])])
    func olderPositionsAreRead(_ revision: Int, _ tradingClass: [String], _ cost: [String]) throws {
        let contract = ["123", "SYM", "STK", "", "0", "", "", "SMART", "USD", "L"] + tradingClass
        let event = try Self.event(["61", "\(revision)", "DU1"] + contract + ["10"] + cost)
        guard case .position(let position) = event else {
            Issue.record("another message")
            return
        }
        #expect(position.position == 10 && position.averageCost == (cost.isEmpty ? 0 : 2.5))
        #expect(position.contract.localSymbol == "L" && position.contract.tradingClass == (tradingClass.first ?? ""))
    }

    @Test(arguments: [(6, [], []), (7, ["100", "NYSE"], []), (8, ["100", "NYSE"], ["T"])])
    func olderPortfolioLinesAreRead(_ revision: Int, _ listing: [String], _ tradingClass: [String]) throws {
        let contract = ["123", "SYM", "STK", "", "0", ""] + listing + ["USD", "L"] + tradingClass
        let event = try Self.event(["7", "\(revision)"] + contract + ["10", "5", "50", "4", "10", "0", "DU1"])
        guard case .updatePortfolio(let line) = event else {
            Issue.record("another message")
            return
        }
        #expect(line.position == 10 && line.account == AccountID("DU1") && line.contract.currency == "USD")
        #expect(line.contract.primaryExchange == (listing.last ?? ""))
        #expect(line.contract.tradingClass == (tradingClass.first ?? ""))
    }
}
