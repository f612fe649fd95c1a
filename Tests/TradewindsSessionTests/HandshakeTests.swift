import Testing
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

@Suite struct HandshakeTests {
    @Test func greetingIsTheProtocols() {
        let expected: [UInt8] = Array("API\0".utf8) + [0, 0, 0, 9] + Array("v157..226".utf8)
        #expect(ClientHandshake().greeting == expected)
    }

    @Test(arguments: 1...30)
    func answerMayComeInPieces(size: Int) throws {
        var client = ClientHandshake()
        let answer = GatewayHandshake.answer(version: 178, connectionTime: "20230228 17:24:14 EST")
        var received: ClientHandshake.Answer?
        for start in stride(from: 0, to: answer.count, by: size) {
            #expect(received == nil)
            received = try client.receive(answer[start..<min(start + size, answer.count)])
        }
        #expect(received?.version == 178)
        #expect(received?.connectionTime == "20230228 17:24:14 EST")
        #expect(client.remainder().isEmpty)
    }

    @Test func whatFollowsTheAnswerIsKept() throws {
        var client = ClientHandshake()
        _ = try client.receive(GatewayHandshake.answer(version: 200, connectionTime: "now") + [0, 0, 0, 1, 7])
        #expect(client.remainder() == [0, 0, 0, 1, 7])
    }

    @Test(arguments: [(156, .versionTooOld(156)), (227, .versionTooNew(227))] as [(ServerVersion, HandshakeError)])
    func unknownVersionsAreRefused(version: ServerVersion, error: HandshakeError) {
        var client = ClientHandshake()
        let answer = GatewayHandshake.answer(version: version, connectionTime: "")
        #expect(throws: error) { try client.receive(answer) }
    }

    @Test func anotherProgramsAnswerIsNamed() {
        var client = ClientHandshake()
        #expect(throws: HandshakeError.malformedAnswer("HTTP/1.1 400 Bad Request")) {
            try client.receive(Array("HTTP/1.1 400 Bad Request".utf8))
        }
    }

    @Test(
        arguments: [
            ("v100..226", 226), ("v157..178", 178), ("v100..300", 226), ("v180..190 +PACEAPI", 190), ("v176", 176),
        ] as [(String, ServerVersion)])
    func gatewayChoosesTheHighestCommonVersion(range: String, version: ServerVersion) throws {
        var gateway = GatewayHandshake()
        let bytes = Array("API\0".utf8) + [0, 0, 0, UInt8(range.utf8.count)] + Array(range.utf8)
        var greeting: GatewayHandshake.Greeting?
        for byte in bytes { greeting = try gateway.receive([byte]) }
        #expect(greeting?.version == version)
        #expect(greeting?.options == (range.contains("+") ? "+PACEAPI" : ""))
    }

    @Test(arguments: ["v100..150", "v300..400"])
    func gatewayRefusesForeignVersions(range: String) {
        var gateway = GatewayHandshake()
        let bytes = Array("API\0".utf8) + [0, 0, 0, UInt8(range.utf8.count)] + Array(range.utf8)
        #expect(throws: HandshakeError.self) { try gateway.receive(bytes) }
    }

    @Test func gatewayRefusesOtherProtocolsAtTheFirstByte() {
        var gateway = GatewayHandshake()
        #expect(throws: HandshakeError.notAGreeting) { try gateway.receive(Array("G".utf8)) }
    }
}
