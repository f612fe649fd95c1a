import Testing
import TradewindsVocabulary
import TradewindsWire

/// Protobuf allows any order, repetition and fields from the future; readers must take them.
@Suite
struct ProtobufOrderTests {
    /// A protobuf field: number, wire type and value, length included.
    static func pieces(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes
        func varint(_ rest: inout ArraySlice<UInt8>, _ into: inout [UInt8]) -> UInt64 {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while let byte = rest.popFirst() {
                into.append(byte)
                value |= UInt64(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            return value
        }
        while !rest.isEmpty {
            var piece: [UInt8] = []
            let tag = varint(&rest, &piece)
            switch tag & 7 {
            case 0: _ = varint(&rest, &piece)
            case 1:
                piece += rest.prefix(8)
                rest = rest.dropFirst(8)
            default:
                let count = Int(varint(&rest, &piece))
                piece += rest.prefix(count)
                rest = rest.dropFirst(count)
            }
            pieces.append(piece)
        }
        return pieces
    }

    @Test(arguments: (Event.types + Request.types).map { TypeBox($0) })
    func readsFieldsInAnyOrder(_ box: TypeBox) throws { try Self.checkOrder(of: box.type) }

    static func checkOrder<M: Message>(of type: M.Type) throws {
        guard M.kind.protobufName != nil else { return }
        for seed in 0..<4 {
            let body = try Samples.body(type, 226, seed: UInt64(seed))
            let fields = pieces(body[4...])
            // A stable sort by another key than the number: elements of one list keep their order.
            let turned = fields.enumerated().sorted { one, other in
                (Int(one.element[0] >> 3 & 3), one.offset) < (Int(other.element[0] >> 3 & 3), other.offset)
            }
            let mixed = body[..<4] + turned.flatMap(\.element)
            #expect(try read(type, Array(mixed)) == read(type, body), "\(M.kind.name) seed \(seed)")
        }
    }

    static func read<M: Message>(_ type: M.Type, _ body: [UInt8]) throws -> M {
        try body.withUnsafeBytes { bytes in
            var body = try MessageBody(bytes, version: 226)
            return try body.read(type)
        }
    }

    @Test func theLastOfRepeatedFieldsWins() throws {
        // currentTime 1, then 2.
        let time = try Self.read(CurrentTime.self, [0, 0, 0, 249, 0x08, 0x01, 0x08, 0x02])
        let once = try Self.read(CurrentTime.self, [0, 0, 0, 249, 0x08, 0x02])
        #expect(time == once)
        #expect(time != CurrentTime())
    }

    @Test func keepsUnknownFields() throws {
        // tickSize with reqId 7, field 90 (varint 5), and field 91 (text "hi"), the latter before reqId.
        let body: [UInt8] = [0, 0, 0, 202, 0xDA, 0x05, 0x02, 0x68, 0x69, 0x08, 0x07, 0xD0, 0x05, 0x05]
        let inspected = try body.withUnsafeBytes { try InspectedMessage<Event>(frame: $0, version: 226) }
        guard case .tickSize(let tick) = inspected.message else {
            Issue.record("another message")
            return
        }
        #expect(tick.request == 7)
        #expect(inspected.unknown.map(\.number) == [90, 91])
        #expect(inspected.unknown.map(\.bytes) == [[5], [2, 0x68, 0x69]])
    }

    @Test func keepsUnknownFieldsOfParts() throws {
        // marketRule with one increment that holds field 15 (varint 1).
        let body: [UInt8] = [0, 0, 0x01, 0x25, 0x08, 0x05, 0x12, 0x02, 0x78, 0x01]
        let inspected = try body.withUnsafeBytes { try InspectedMessage<Event>(frame: $0, version: 226) }
        #expect(inspected.unknown.map(\.number) == [15])
    }
}
