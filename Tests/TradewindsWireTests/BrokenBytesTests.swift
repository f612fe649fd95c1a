import Testing
import TradewindsVocabulary
import TradewindsWire

/// Bytes that are cut, changed, or lie about counts and lengths give an error that names its place, or a message.
@Suite
struct BrokenBytesTests {
    static let versions: [ServerVersion] = [157, 200, 226]
    static let types = (Event.types + Request.types).map { TypeBox($0) }

    @Test(arguments: types)
    func survivesACutAnywhere(_ box: TypeBox) throws {
        for version in Self.versions where (try? box.type.kind.form(at: version)) != nil {
            let body = try Samples.body(box.type, version, seed: 7)
            for cut in 0..<body.count { Self.read(Array(body[..<cut]), box.type.kind, version) }
        }
    }

    @Test(arguments: types)
    func survivesChangedBytes(_ box: TypeBox) throws {
        var source = SampleSource(seed: UInt64(box.type.kind.id))
        for version in Self.versions where (try? box.type.kind.form(at: version)) != nil {
            let body = try Samples.body(box.type, version, seed: 11)
            for _ in 0..<150 {
                var changed = body
                for _ in 0...source.below(3) {
                    changed[source.below(changed.count)] = UInt8(truncatingIfNeeded: source.next())
                }
                Self.read(changed, box.type.kind, version)
            }
        }
    }

    /// Reads `bytes`; an error must say at which version and at which byte of the frame it happened.
    static func read(_ bytes: [UInt8], _ kind: MessageKind, _ version: ServerVersion) {
        do {
            if kind.direction == .toClient {
                _ = try Samples.event(bytes, version)
            } else {
                _ = try Samples.request(bytes, version)
            }
        } catch let error as WireError {
            #expect(error.offset >= 0 && error.offset <= bytes.count, "\(error)")
            #expect(error.version == version, "\(error)")
        } catch { Issue.record(error) }
    }

    @Test(arguments: ["2147483647", "100000", "4"])
    func refusesACountThatLies(_ count: String) {
        let body = ["89", "1", count, "1.0", "2"].map { $0 + "\u{0}" }.joined()
        let error = #expect(throws: WireError.self) { try Samples.event(Array(body.utf8), 178) }
        #expect(error?.message == "histogramData")
    }

    /// Each leg has four fields, so forty bytes hold ten legs at most: no memory is taken for more.
    @Test func refusesMoreLegsThanBytesCanHold() {
        let contract = ["0", "", "BAG", "", "0", "", "", "SMART", "", "USD", "", ""]
        let body = (["1", "11", "7"] + contract + ["11", String(repeating: "x", count: 39)]).map { $0 + "\u{0}" }
            .joined()
        let error = #expect(throws: WireError.self) { try Samples.request(Array(body.utf8), 178) }
        #expect(error?.reason == .count(11, left: 40))
    }

    @Test func takesANegativeCountAsNone() throws {
        guard case .histogramData(let data) = try Samples.event(Array("89\u{0}1\u{0}-5\u{0}".utf8), 178) else {
            Issue.record("another message")
            return
        }
        #expect(data.entries.isEmpty)
    }

    @Test func refusesALengthThatLies() {
        // marketRule: a nested message that claims 127 bytes and has two.
        let body: [UInt8] = [0, 0, 0x01, 0x25, 0x08, 0x05, 0x12, 0x7F, 0x09, 0x00]
        let error = #expect(throws: WireError.self) { try Samples.event(body, 226) }
        #expect(error?.reason == .length(127, left: 2))
        #expect(error?.message == "marketRule")
        #expect(error?.field == "priceIncrements")
    }

    @Test func refusesAnEndlessVarint() {
        let body: [UInt8] = [0, 0, 0x01, 0x25, 0x08] + Array(repeating: 0xFF, count: 20)
        let error = #expect(throws: WireError.self) { try Samples.event(body, 226) }
        #expect(error?.reason == .badTag)
    }
}
