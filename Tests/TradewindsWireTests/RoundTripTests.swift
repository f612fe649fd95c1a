import Testing
import TradewindsVocabulary
import TradewindsWire

/// Every message, in each form it has, at every version from the floor to the newest: what is written is read back.
@Suite
struct RoundTripTests {
    @Test(arguments: Event.types.map { TypeBox($0) } + Request.types.map { TypeBox($0) })
    func survivesTheWire(_ box: TypeBox) throws {
        for raw in ServerVersion.floor.rawValue...ServerVersion.newest.rawValue {
            let version = ServerVersion(raw)
            guard let form = try? box.type.kind.form(at: version) else { continue }
            for seed in 0..<4 { try RoundTrip.check(box.type, form, version, seed: UInt64(seed) * 1000 + UInt64(raw)) }
        }
    }
}

/// A message type as a test argument.
struct TypeBox: Sendable, CustomTestStringConvertible {
    let type: any Message.Type
    init(_ type: any Message.Type) { self.type = type }
    var testDescription: String { type.kind.name }
}

enum RoundTrip {
    static func check<M: Message>(_ type: M.Type, _ form: Form, _ version: ServerVersion, seed: UInt64) throws {
        let densities = [0.0, 0.3, 0.7, 1.0]
        var sampler = Sampler(
            form: form, version: version, seed: seed, density: densities[Int(seed % UInt64(densities.count))])
        var message = M()
        try message.walk(&sampler)
        var writer = MessageWriter(version: version)
        try writer.write(message)
        let back: M = try writer.bytes.withUnsafeBytes { bytes in
            let frame = try #require(try Frame.body(in: bytes, from: 0))
            #expect(frame.upperBound == bytes.count)
            var body = try MessageBody(UnsafeRawBufferPointer(rebasing: bytes[frame]), version: version)
            #expect(body.id == M.kind.id)
            #expect(body.form == form)
            let message = try body.read(M.self)
            #expect(body.trailing == 0)
            return message
        }
        #expect(back == message, "\(M.kind.name) \(form) \(version) seed \(seed)")
    }
}
