import Testing
import TradewindsVocabulary
import TradewindsWire

/// Frames that arrive in pieces, glued together, empty, or lying about their length.
@Suite
struct FramingTests {
    @Test func valuesStaySmall() {
        // An option's eight numbers fit beside their ids, so that no tick needs a box.
        #expect(MemoryLayout<Event>.size <= 80)
        #expect(MemoryLayout<Request>.size <= 64)
    }

    @Test(arguments: [ServerVersion(157), 200, 206, 226])
    func splitAtEveryByte(_ version: ServerVersion) throws {
        var writer = MessageWriter(version: version)
        var ends: [Int] = []
        for seed in 0..<3 {
            for type in Event.types where (try? type.kind.form(at: version)) != nil {
                try Samples.write(type, seed: UInt64(seed), to: &writer)
                ends.append(writer.bytes.count)
                if ends.count.isMultiple(of: 40) { break }
            }
        }
        try writer.bytes.withUnsafeBytes { bytes in
            for cut in 0...bytes.count {
                let part = UnsafeRawBufferPointer(rebasing: bytes[..<cut])
                var start = 0
                var found: [Int] = []
                while let body = try Frame.body(in: part, from: start) {
                    start = body.upperBound
                    found.append(start)
                }
                #expect(found == ends.filter { $0 <= cut })
            }
        }
    }

    @Test(arguments: [ServerVersion(157), 226])
    func refusesAnEmptyFrame(_ version: ServerVersion) throws {
        let length: [UInt8] = [0, 0, 0, 0]
        let body = try length.withUnsafeBytes { try Frame.body(in: $0, from: 0) }
        #expect(body == 4..<4)
        let error = #expect(throws: WireError.self) { try Samples.event([], version) }
        #expect(error?.reason == .empty)
    }

    @Test(arguments: 0..<4)
    func refusesHalfAMessageID(_ count: Int) {
        let error = #expect(throws: WireError.self) { try Samples.event(Array(repeating: 0, count: count), 226) }
        #expect(error?.reason == .empty)
    }

    @Test func refusesAnOversizedFrame() {
        for header: [UInt8] in [[1, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0]] {
            let error = #expect(throws: WireError.self) {
                try header.withUnsafeBytes { bytes in _ = try Frame.body(in: bytes, from: 0) }
            }
            guard case .oversized = error?.reason else {
                Issue.record("\(header): \(String(describing: error))")
                continue
            }
        }
    }

    @Test func waitsForTheLargestFrame() throws {
        let header: [UInt8] = [0, 0xFF, 0xFF, 0xFF, 1]
        #expect(try header.withUnsafeBytes { try Frame.body(in: $0, from: 0) } == nil)
    }

    @Test func refusesAnUnknownMessage() {
        let error = #expect(throws: WireError.self) { try Samples.event(Array("9999\u{0}1\u{0}".utf8), 178) }
        #expect(error?.reason == .unknownMessage(id: 9999))
    }
}

enum Samples {
    static func write<M: Message>(_ type: M.Type, seed: UInt64, to writer: inout MessageWriter) throws {
        let form = try M.kind.form(at: writer.version)
        var sampler = Sampler(form: form, version: writer.version, seed: seed, density: 0.7)
        var message = M()
        try message.walk(&sampler)
        try writer.write(message)
    }

    static func body<M: Message>(_ type: M.Type, _ version: ServerVersion, seed: UInt64) throws -> [UInt8] {
        var writer = MessageWriter(version: version)
        try write(type, seed: seed, to: &writer)
        return Array(writer.bytes.dropFirst(Frame.headerLength))
    }

    static func event(_ body: [UInt8], _ version: ServerVersion) throws -> Event {
        try body.withUnsafeBytes { try Event(frame: $0, version: version) }
    }

    static func request(_ body: [UInt8], _ version: ServerVersion) throws -> Request {
        try body.withUnsafeBytes { try Request(frame: $0, version: version) }
    }
}
