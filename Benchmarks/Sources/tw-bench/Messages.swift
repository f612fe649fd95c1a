import CAllocationCount
import TradewindsVocabulary
import TradewindsWire

/// Nanoseconds and allocations of the commonest messages, read and written, each form; an order with forty fields;
/// historical bars.
enum MessagesBenchmark {
    private static let copies = 500
    private static let forms: [(name: String, version: ServerVersion)] = [("text", 178), ("protobuf", .newest)]

    static func run() throws {
        for (form, version) in forms {
            for event in CommonMessages.events {
                try measure(event.kind.name, form, version, Event.self, write: { try $0.write(event) })
            }
            for request in CommonMessages.requests {
                try measure(request.kind.name, form, version, Request.self, write: { try $0.write(request) })
            }
            let full = Request.placeOrder(CommonMessages.full)
            try measure("placeOrder, 40 fields", form, version, Request.self, write: { try $0.write(full) })
            let history = Event.historicalData(CommonMessages.history(1000))
            try measure("historical bar", form, version, Event.self, parts: 1000, write: { try $0.write(history) })
        }
    }

    /// Times writing and reading one message; `parts` is into how many the figures are divided.
    private static func measure<S: MessageSet>(
        _ name: String, _ form: String, _ version: ServerVersion, _ set: S.Type, parts: Int = 1,
        write: (inout MessageWriter) throws -> Void
    ) throws {
        var writer = MessageWriter(version: version)
        let copies = max(1, copies / parts)
        let written = try best(copies * parts) {
            writer.removeAll()
            for _ in 0..<copies { try write(&writer) }
        }
        let frames = writer.bytes
        let read = try best(copies * parts) {
            try frames.withUnsafeBytes { bytes in
                var offset = 0
                while let body = try Frame.body(in: bytes, from: offset) {
                    _ = try S(frame: UnsafeRawBufferPointer(rebasing: bytes[body]), version: version)
                    offset = body.upperBound
                }
            }
        }
        JSONLine.print([
            ("benchmark", "\"messages\""), ("message", "\"\(name)\""), ("form", "\"\(form)\""),
            ("bytes", "\(frames.count / (copies * parts))"), ("read_ns", "\(read.nanoseconds)"),
            ("read_allocations", "\(read.allocations)"), ("write_ns", "\(written.nanoseconds)"),
            ("write_allocations", "\(written.allocations)"), ("read_per_second", "\(1e9 / read.nanoseconds)"),
        ])
    }

    /// The fastest of several rounds: nanoseconds and allocations for each of `count` messages.
    private static func best(_ count: Int, _ body: () throws -> Void) throws -> (
        nanoseconds: Double, allocations: Double
    ) {
        let clock = ContinuousClock()
        try body()
        let before = allocation_count()
        try body()
        let allocations = before < 0 ? .nan : Double(allocation_count() - before) / Double(count)
        var best = Double.infinity
        for _ in 0..<60 {
            let time = try clock.measure { try body() }
            best = min(best, Double(time.components.attoseconds) * 1e-9 + Double(time.components.seconds) * 1e9)
        }
        return ((best / Double(count) * 10).rounded() / 10, (allocations * 100).rounded() / 100)
    }
}
