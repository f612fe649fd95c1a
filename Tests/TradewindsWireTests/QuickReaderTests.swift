import Testing
import TradewindsVocabulary
import TradewindsWire

/// The readers of the commonest messages against the readers that know all: the same message, or the same error, for every
/// frame, however broken.
@Suite
struct QuickReaderTests {
    private static let types: [any Message.Type] = [
        TickPrice.self, TickSize.self, TickGeneric.self, TickString.self, TickOptionComputation.self,
        TickByTickData.self, MarketDepth.self, MarketDepthL2.self,
    ]

    @Test(arguments: types.map { TypeBox($0) }, [ServerVersion(157), 178, 200, 201, 226])
    func agreeWithTheFullReaders(_ box: TypeBox, _ version: ServerVersion) throws {
        for seed in 0..<200 {
            let frame = try Self.sample(box.type, version, seed: UInt64(seed))
            Self.compare(box.type, frame, version)
            var source = SampleSource(seed: UInt64(seed))
            for _ in 0..<5 { Self.compare(box.type, Self.mutated(frame, &source), version) }
        }
    }

    /// Spellings on both sides of what eight bytes hold.
    @Test(arguments: [
        "0", "7", "-1", "-0", "1234567", "12345678", "-123456", "-1234567", "100.25", "1000.25", "10000.25", ".5", "5.",
        "-.5", "1.2.3", ".", "-", "", "12a", "1e5", "1E5", " 1", "+1", "0x10", "Infinity", "2147483647", "99999999999",
        "1.7976931348623157E308", "00000001", "0.000001", "1.0000000000000000001", "\u{7F}", "é",
    ])
    func agreeAboutSpellings(_ text: String) {
        for position in 0..<6 {
            var fields = ["1", "6", "7", "2", "187.25", "300", "1"]
            fields[position + 1] = text
            for tail in ["\0", "", "\0more\0"] {
                Self.compare(TickPrice.self, Array((fields.joined(separator: "\0") + tail).utf8), 178)
            }
        }
    }

    private static func sample<M: Message>(_ type: M.Type, _ version: ServerVersion, seed: UInt64) throws -> [UInt8] {
        var sampler = Sampler(
            form: try type.kind.form(at: version), version: version, seed: seed, density: [0, 0.5, 1][Int(seed % 3)])
        var message = M()
        try message.walk(&sampler)
        var writer = MessageWriter(version: version)
        try writer.write(message)
        return Array(writer.bytes.dropFirst(Frame.headerLength))
    }

    private static func mutated(_ frame: [UInt8], _ source: inout SampleSource) -> [UInt8] {
        var frame = frame
        for _ in 0...source.below(3) where !frame.isEmpty {
            let place = source.below(frame.count)
            switch source.below(5) {
            case 0: frame[place] = UInt8(truncatingIfNeeded: source.next())
            case 1: frame[place] = [0, 0x7F, 0x80, 0x30, 0x39, 0x2D, 0x2E, 0x45][source.below(8)]
            case 2: frame.removeSubrange(place...)
            case 3: frame.insert(UInt8(truncatingIfNeeded: source.next()), at: place)
            default: frame.remove(at: place)
            }
        }
        return frame
    }

    private static func compare<M: Message>(_ type: M.Type, _ frame: [UInt8], _ version: ServerVersion) {
        frame.withUnsafeBytes { bytes in
            let quick = Result { () throws(WireError) -> Event in try Event(frame: bytes, version: version) }
            let full = Result { () throws(WireError) -> M? in
                var body = try MessageBody(bytes, version: version)
                return body.id == M.kind.id ? try body.read(M.self) : nil
            }
            switch (quick, full) {
            case (_, .success(nil)): break
            case (.failure(let ours), .failure(let theirs)): #expect(ours == theirs, "\(frame)")
            case (.success(let event), .success(let message?)):
                var reader = SpellingVisitor()
                try? event.visit(&reader)
                #expect(reader.spelling == "\(message)", "\(frame)")
            default: Issue.record("\(quick) is not \(full): \(frame)")
            }
        }
    }
}

/// Every field of a message as text, so that what is no number equals itself.
private struct SpellingVisitor: MessageVisitor {
    var spelling = ""
    mutating func visit<M: Message>(_ message: M) { spelling = "\(message)" }
}
