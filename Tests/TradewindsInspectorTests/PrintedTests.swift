import Foundation
import Testing
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// What is printed is JSON that any reader takes, without a key twice in an object.
@Suite
struct PrintedTests {
    private static func fields(_ line: String) throws -> StrictJSON {
        let told = try CaptureLine(line).inspect()
        #expect(told.error == nil)
        return try #require(try StrictJSON(told.json)["fields"])
    }

    @Test(.enabled(if: Recorded.lines != nil, "the folder shared/recorded is not beside the repository"))
    func everyRecordedFrame() throws {
        var read = 0
        let lines = try #require(Recorded.lines)
        for line in lines {
            guard let capture = try? CaptureLine(line) else { continue }
            let told = capture.inspect()
            #expect(throws: Never.self) { try StrictJSON(told.json) }
            if told.error == nil { read += 1 }
        }
        #expect(read > 1200)
    }

    @Test(arguments: [Event.types, Request.types].joined().map { Kind(type: $0) })
    func everySampledMessage(_ kind: Kind) throws {
        for raw in ServerVersion.floor.rawValue...ServerVersion.newest.rawValue {
            let version = ServerVersion(raw)
            guard let form = try? kind.type.kind.form(at: version) else { continue }
            let body = try Self.sample(kind.type, form, version, seed: UInt64(raw), [0.5, 1, 0.8, 0][Int(raw % 4)])
            let told = Inspection.frame(body, kind.type.kind.direction, version: version)
            #expect(told.error == nil)
            #expect(throws: Never.self) { try StrictJSON(told.json) }
        }
    }

    /// A message type as a test argument.
    struct Kind: Sendable, CustomTestStringConvertible {
        let type: any Message.Type
        var testDescription: String { type.kind.name }
    }

    private static func sample<M: Message>(
        _ type: M.Type, _ form: Form, _ version: ServerVersion, seed: UInt64, _ density: Double
    ) throws -> [UInt8] {
        var sampler = Sampler(form: form, version: version, seed: seed, density: density)
        var message = M()
        try message.walk(&sampler)
        var writer = MessageWriter(version: version)
        try writer.write(message)
        return Array(writer.bytes.dropFirst(Frame.headerLength))
    }

    /// The legs of a combination: an array of objects, as in protobuf.
    @Test func legsAreObjects() throws {
        let fields = try Self.fields(
            #"{"direction":"out","server_version":176,"fields":["1","11","5","999","IBKR,MCD","BAG","","","","","SMART","","#
                + #""USD","","","2","43645865","1","BUY","SMART","9408","2","SELL","NYSE","0","","0","0",""]}"#)
        let contract = try #require(fields["contract"])
        #expect(contract["conId"] == .number("999"))
        #expect(contract["comboLegs"]?[0]?["conId"] == .number("43645865"))
        #expect(contract["comboLegs"]?[1] != nil && contract["comboLegs"]?[2] == nil)
        #expect(contract["comboLegs"]?[1]?["exchange"] == .text("NYSE"))
        #expect(fields["snapshot"] == .word("false"))
    }

    /// Both exchanges of a fill are told apart, and both forms print the same parts.
    @Test func textPrintsThePartsOfProtobuf() throws {
        var details = ExecutionDetails()
        details.contract.exchange = "SMART"
        details.execution.exchange = "ARCA"
        var order = OpenOrder()
        order.contract.exchange = "SMART"
        order.contract.legs = [ComboLeg()]
        order.order.softDollarTier.name = "tier"
        order.state.commission = 1.25
        for version: ServerVersion in [200, 226] {
            var writer = MessageWriter(version: version)
            try writer.write(details)
            let fill = try #require(Self.told(writer, version)["fields"])
            #expect(fill["contract"]?["exchange"] == .text("SMART"))
            #expect(fill["execution"]?["exchange"] == .text("ARCA"))
            writer = MessageWriter(version: version)
            try writer.write(order)
            let open = try #require(Self.told(writer, version)["fields"])
            #expect(open.keys == ["orderId", "contract", "order", "orderState"])
            #expect(open["contract"]?["comboLegs"]?[0]?["ratio"] == .number("0"))
            #expect(open["order"]?["softDollarTier"]?["name"] == .text("tier"))
            #expect(open["orderState"]?["commissionAndFees"] == .number("1.25"))
        }
    }

    private static func told(_ writer: MessageWriter, _ version: ServerVersion) throws -> StrictJSON {
        let body = Array(writer.bytes.dropFirst(Frame.headerLength))
        return try StrictJSON(Inspection.frame(body, .toClient, version: version).json)
    }

    /// Text can carry more leg prices than legs; none is lost, in print or on the way through.
    @Test func everyLegPriceIsKept() throws {
        var order = PlaceOrderRequest()
        order.contract.kind = .combination
        order.contract.legs = [ComboLeg()]
        order.contract.legs[0].price = 1.5
        order.order.surplusLegPrices = [2.5]
        var writer = MessageWriter(version: 176)
        try writer.write(order)
        let body = Array(writer.bytes.dropFirst(Frame.headerLength))
        let told = try StrictJSON(Inspection.frame(body, .toGateway, version: 176).json)
        let prices = try #require(told["fields"]?["order"]?["orderComboLegs"])
        #expect(prices[0]?["price"] == .number("1.5") && prices[1]?["price"] == .number("2.5"))
        let back = try body.withUnsafeBytes { try Request(frame: $0, version: 176) }
        #expect(back == .placeOrder(order))
    }

    /// Tags may stand twice in text, where protobuf has a map.
    @Test func aTagThatStandsTwiceIsPrintedTwice() throws {
        var order = PlaceOrderRequest()
        order.order.algorithm.strategy = "Twap"
        order.order.algorithm.parameters = [TagValue("a", "1"), TagValue("a", "2")]
        var writer = MessageWriter(version: 176)
        try writer.write(order)
        let told = try StrictJSON(
            Inspection.frame(Array(writer.bytes.dropFirst(Frame.headerLength)), .toGateway, version: 176).json)
        let tags = try #require(told["fields"]?["order"]?["algoParams"])
        #expect(tags[0]?["value"] == .text("1") && tags[1]?["value"] == .text("2"))
    }

    @Test func fieldsAfterTheLastAreShown() throws {
        let told = try CaptureLine(
            #"{"direction":"in","server_version":176,"fields":["9","1","5","new","","x"]}"#
        ).inspect()
        #expect(try StrictJSON(told.json)["trailing"] == .array([.text("new"), .text(""), .text("x")]))
        // Of very many the first are shown.
        let many = Array("9\01\05\0".utf8) + Array(repeating: 0, count: 300)
        let cut = try StrictJSON(Inspection.frame(many, .toClient, version: 176).json)
        #expect(cut["trailing"]?[255] == .text("") && cut["trailing"]?[256] == nil)
        #expect(cut["trailing_count"] == .number("300"))
    }
}
