import Testing
import TradewindsVocabulary
import TradewindsWire

/// The example of the README, compiled and run.
struct ReadMeTests {
    @Test func tenLines() throws {
        var writer = MessageWriter(version: .newest)
        var tick = TickPrice()
        tick.request = RequestID(7)
        tick.price = 101.25
        try writer.write(tick)
        let event = try writer.bytes.withUnsafeBytes { bytes in
            let frame = try Frame.body(in: bytes, from: 0)!
            return try Event(frame: UnsafeRawBufferPointer(rebasing: bytes[frame]), version: .newest)
        }
        #expect(event == .tickPrice(tick))
    }
}
