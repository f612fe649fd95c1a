import Testing
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

@Suite
struct ConversationTests {
    private static let greeting = Array("API\0".utf8) + [0, 0, 0, 9] + Array("v157..178".utf8)
    private static let answer = [0, 0, 0, 26] + Array("178\0".utf8) + Array("20260105 10:00:00 EST\0".utf8)

    @Test(arguments: 1...40) func understandsBytesCutAnywhere(size: Int) throws {
        var writer = MessageWriter(version: 178)
        var tick = TickPrice()
        tick.request = 7
        tick.price = 180.25
        try writer.write(.tickPrice(tick))
        let inbound = Self.answer + writer.bytes
        var conversation = Conversation()
        var told: [String] = []
        for chunk in stride(from: 0, to: Self.greeting.count, by: size) {
            let part = Self.greeting[chunk..<min(chunk + size, Self.greeting.count)]
            told += conversation.take(part, .toGateway).map(\.name)
        }
        for chunk in stride(from: 0, to: inbound.count, by: size) {
            told += conversation.take(inbound[chunk..<min(chunk + size, inbound.count)], .toClient).map(\.name)
        }
        #expect(told == ["handshake", "serverVersion", "tickPrice"])
        #expect(conversation.version == 178)
    }

    @Test func printsTheProtocolsNames() throws {
        let line = try CaptureLine(
            #"{"direction":"in","server_version":178,"fields":["1","6","1001","68","255.45","200","0"]}"#)
        let json = line.inspect().json
        #expect(json.contains(#""name":"tickPrice""#))
        #expect(json.contains(#""fields":{"reqId":1001,"tickType":68,"price":255.45,"size":"200","attrMask":0}"#))
    }

    @Test(arguments: [
        ("{", "JSON"), (#"{"direction":"up","fields":[]}"#, "direction"), (#"{"direction":"in"}"#, "neither"),
        (#"{"direction":"in","hex":"0g"}"#, "hex"),
    ])
    func refusesWithAReason(line: String, reason: String) {
        #expect {
            try CaptureLine(line)
        } throws: {
            "\($0)".contains(reason)
        }
    }

    @Test func aLyingLengthEndsTheDirectionWithAnError() {
        var conversation = Conversation(version: 178)
        let told = conversation.take([0xFF, 0xFF, 0xFF, 0xFF, 1], .toClient)
        #expect(told.count == 1 && told[0].error != nil)
        #expect(conversation.take([0, 0, 0, 1, 0], .toClient).isEmpty)
    }

    /// A greeting is told by its content, also where the version is told.
    @Test func greetingsAreToldByContent() throws {
        for version: ServerVersion? in [nil, 226] {
            var conversation = Conversation(version: version)
            #expect(conversation.take(Self.greeting, .toGateway).map(\.name) == ["handshake"])
            #expect(conversation.take(Self.answer, .toClient).map(\.name) == ["serverVersion"])
            #expect(conversation.version == 178)
        }
        var middle = Conversation(version: 176)
        #expect(middle.take(CaptureBytes.text("15", "1", "DU1"), .toClient).map(\.name) == ["managedAccounts"])
    }

    /// One version offered is the version spoken.
    @Test func aSingleVersionOfferedIsTheVersion() throws {
        var conversation = Conversation()
        let bytes = CaptureBytes.greeting("v176..176") + CaptureBytes.text("71", "2", "0", "")
        let told = conversation.take(bytes, .toGateway)
        #expect(told.map(\.name) == ["handshake", "startApi"] && told[1].version == 176)
    }

    @Test func aVersionTooLowEndsTheConversation() throws {
        var conversation = Conversation()
        let told = conversation.take(
            CaptureBytes.text("156", "20261118 10:30:00 EST") + CaptureBytes.text("9", "1", "6"), .toClient)
        #expect(told.count == 1)
        #expect(told[0].error == "server version 156 is below 157, the lowest that is read")
    }

    @Test func aVersionTooHighIsReadAsTheNewest() throws {
        var conversation = Conversation()
        let told = conversation.take(
            CaptureBytes.text("300", "20261118 10:30:00 EST")
                + CaptureBytes.frame([0, 0, 0, 209, 8, 5]), .toClient)
        #expect(told.map(\.name) == ["serverVersion", "nextValidId"])
        #expect(told[0].note?.contains("newer than 226") == true)
    }
}

/// Bytes of captures.
enum CaptureBytes {
    static func frame(_ body: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(body.count).bigEndian) { Array($0) } + body
    }
    static func text(_ fields: String...) -> [UInt8] { frame(Array(fields.map { $0 + "\0" }.joined().utf8)) }
    static func greeting(_ range: String) -> [UInt8] { Array("API\0".utf8) + frame(Array(range.utf8)) }
}
