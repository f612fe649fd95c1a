import Testing
import TradewindsVocabulary
import TradewindsWire

/// Fields that gateways fill with other texts than they should: the message that they come in is read.
@Suite
struct LenientMessageTests {
    private static func body(_ write: (inout MessageWriter) throws -> Void, _ version: ServerVersion) throws -> [UInt8]
    {
        var writer = MessageWriter(version: version)
        try write(&writer)
        return Array(writer.bytes.dropFirst(Frame.headerLength))
    }

    /// The body with the field `text` replaced.
    private static func replacing(_ text: String, by other: String, in body: [UInt8]) throws -> [UInt8] {
        let fields = String(decoding: body, as: UTF8.self).split(separator: "\0", omittingEmptySubsequences: false)
        try #require(fields.count { $0 == text } == 1)
        return Array(fields.map { $0 == text ? other : String($0) }.joined(separator: "\0").utf8)
    }

    private static func openOrder(_ body: [UInt8]) throws -> OpenOrder {
        let event = try body.withUnsafeBytes { try Event(frame: $0, version: 176) }
        guard case .openOrder(let order) = event else { throw WireError(.missing) }
        return order
    }

    /// Texts to the official client; what is no number is unset here.
    @Test func marginsThatAreNoNumbers() throws {
        let places: [WritableKeyPath<OrderState, Double?>] = [
            \.initialMarginBefore, \.maintenanceMarginBefore, \.equityBefore, \.initialMarginChange,
            \.maintenanceMarginChange, \.equityChange, \.initialMarginAfter, \.maintenanceMarginAfter, \.equityAfter,
        ]
        for place in places {
            var sent = OpenOrder()
            sent.state[keyPath: place] = 1234.5
            sent.state.commission = 2.25
            var body = try Self.body({ try $0.write(sent) }, 176)
            #expect(try Self.openOrder(body).state[keyPath: place] == 1234.5)
            body = try Self.replacing("1234.5", by: "n/a", in: body)
            let read = try Self.openOrder(body)
            #expect(read.state[keyPath: place] == nil && read.state.commission == 2.25)
        }
    }

    @Test(arguments: [("30.5", 30.5), ("30", 30), ("30.0", 30), ("7e-1", 0.7)])
    func marginCushions(_ text: String, _ value: Double) throws {
        var sent = OpenOrder()
        sent.order.conditions = [.margin(isMore: true, than: 77.25)]
        let body = try Self.body({ try $0.write(sent) }, 176)
        let read = try Self.openOrder(try Self.replacing("77.25", by: text, in: body))
        #expect(read.order.conditions == [.margin(isMore: true, than: value)])
    }

    /// Whole numbers are written without a point; protobuf carries no others.
    @Test func writtenMarginCushions() throws {
        var order = PlaceOrderRequest()
        order.order.conditions = [.margin(isMore: true, than: 34_567)]
        let text = try Self.body({ try $0.write(order) }, 176)
        #expect(String(decoding: text, as: UTF8.self).contains("\034567\0"))
        let protobuf = try Self.body({ try $0.write(order) }, 226)
        #expect(try protobuf.withUnsafeBytes { try Request(frame: $0, version: 226) } == .placeOrder(order))
        order.order.conditions = [.margin(isMore: true, than: 30.5)]
        let error = #expect(throws: WireError.self) { try Self.body({ try $0.write(order) }, 226) }
        #expect(error?.field == "percent")
    }

    @Test func optionParametersWithAnOddMultiplier() throws {
        let fields = ["75", "7", "SMART", "265598", "AAPL", "MULT", "1", "20261218", "1", "200"]
        let body = Array(fields.map { $0 + "\0" }.joined().utf8)
        let event = try body.withUnsafeBytes { try Event(frame: $0, version: 176) }
        guard case .securityDefinitionOptionParameter(let read) = event else {
            Issue.record("another message")
            return
        }
        #expect(read.multiplier == nil && read.expirations == ["20261218"] && read.strikes == [200])
    }

    @Test func aTickWhoseSizeIsNoNumber() throws {
        for body in [Array("1\06\07\02\01.5\0NaN\00\0".utf8)] {
            let event = try body.withUnsafeBytes { try Event(frame: $0, version: 176) }
            guard case .tickPrice(let tick) = event else {
                Issue.record("another message")
                return
            }
            #expect(tick.price == 1.5 && tick.size == nil)
        }
    }
}
