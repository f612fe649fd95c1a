import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// A seeded mutation fuzzer: sampled frames with bytes changed, cut, doubled and joined, into the frame splitter and
/// every reader. A trap or a hang ends the process; what survives is counted.
struct Fuzz {
    private var source: SampleSource
    private var corpus: [Seed] = []

    private struct Seed {
        let body: [UInt8]
        let version: ServerVersion
        let direction: Direction
    }

    init(seed: UInt64) {
        source = SampleSource(seed: seed)
    }

    mutating func run(minutes: Int) {
        fillCorpus()
        let start = ContinuousClock.now
        let end = start + .seconds(60 * minutes)
        var output = LinePrinter()
        var (count, decoded, slowest, second) = (0, 0, Duration.zero, 0)
        while ContinuousClock.now < end {
            let seed = corpus[source.below(corpus.count)]
            let before = ContinuousClock.now
            for _ in 0..<1000 where read(mutated(seed.body), seed) { decoded += 1 }
            slowest = max(slowest, before.duration(to: .now))
            count += 1000
            let passed = Int(start.duration(to: .now).components.seconds)
            if passed / 10 > second {
                second = passed / 10
                output.print("fuzz: \(passed) s, \(count) frames, \(decoded) read, slowest thousand \(slowest)")
                output.flush()
            }
        }
        output.print(
            "fuzz: \(count) frames, \(decoded) read, \(count - decoded) refused, no trap; \(corpus.count) seeds")
        output.flush()
    }

    private mutating func fillCorpus() {
        for version: ServerVersion in [.floor, .rejectDetails, .priceRevision, .executionDays, .protobufStart, .newest]
        {
            for type in Event.types + Request.types {
                guard let form = try? type.kind.form(at: version) else { continue }
                for density in [0.5, 1.0] {
                    var sampler = Sampler(form: form, version: version, seed: source.next(), density: density)
                    guard let body = try? Self.body(type, &sampler) else { continue }
                    corpus.append(Seed(body: body, version: version, direction: type.kind.direction))
                }
            }
        }
    }

    private static func body<M: Message>(_ type: M.Type, _ sampler: inout Sampler) throws(WireError) -> [UInt8] {
        var message = M()
        try message.walk(&sampler)
        var writer = MessageWriter(version: sampler.version)
        try writer.write(message)
        return Array(writer.bytes.dropFirst(Frame.headerLength))
    }

    /// Whether the bytes were a message.
    private func read(_ body: [UInt8], _ seed: Seed) -> Bool {
        body.withUnsafeBytes { bytes in
            do throws(WireError) {
                _ = try Frame.body(in: bytes, from: 0)
            } catch { _ = error }
            do throws(WireError) {
                switch seed.direction {
                case .toClient: _ = try Event(frame: bytes, version: seed.version)
                case .toGateway: _ = try Request(frame: bytes, version: seed.version)
                }
                return true
            } catch { return false }
        }
    }

    private mutating func mutated(_ body: [UInt8]) -> [UInt8] {
        var body = body
        for _ in 0...source.below(4) {
            guard !body.isEmpty else { return body }
            let place = source.below(body.count)
            switch source.below(7) {
            case 0: body[place] = UInt8(truncatingIfNeeded: source.next())
            case 1: body[place] ^= 1 << source.below(8)
            case 2: body.removeSubrange(place...)
            case 3: body.insert(UInt8(truncatingIfNeeded: source.next()), at: place)
            case 4: body[place] = [0, 0x7F, 0x80, 0xFF, 0x30, 0x39, 0x2D, 0x2E][source.below(8)]
            case 5: body.insert(contentsOf: body[place..<min(place + 16, body.count)], at: place)
            default: body.remove(at: place)
            }
        }
        return body
    }
}
