import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// A seeded mutation fuzzer: sampled frames with bytes changed, cut, doubled and joined, into the frame splitter and
/// every reader and the session's machines. A trap or a hang ends the process, its input kept by ``FailureKeeper``; what
/// survives is counted.
struct Fuzz {
    private var source: SampleSource
    private var corpus: [Seed] = []
    private var session = SessionFuzz()
    private var mostHeld = 0
    private var mostRelative = 0.0
    /// What is wrong with the frame that was read last.
    private var problem: String?

    private struct Seed {
        let body: [UInt8]
        let version: ServerVersion
        let direction: Direction
    }

    init(seed: UInt64) {
        source = SampleSource(seed: seed)
    }

    /// A message may hold so many bytes for each of its input …
    private static let mostBytes = 16
    /// … beside the fixed size of the largest messages with a few texts: an order's box is made however short its frame.
    private static let fixedBytes = 16 << 10
    private static func most(_ count: Int) -> Int { mostBytes * count + fixedBytes }

    /// Runs for `minutes`, or until `frames` where that is above zero.
    mutating func run(minutes: Int, frames: Int) -> Bool {
        FailureKeeper.watch()
        fillCorpus()
        let start = ContinuousClock.now
        let end = start + .seconds(60 * minutes)
        var output = LinePrinter()
        var (count, decoded, second, failures) = (0, 0, 0, 0)
        var slowest = Duration.zero
        while frames > 0 ? count < frames : ContinuousClock.now < end {
            let seed = corpus[source.below(corpus.count)]
            let before = ContinuousClock.now
            alarm(FailureKeeper.patience)
            for _ in 0..<1000 {
                if read(mutated(seed.body), seed) { decoded += 1 }
                if let problem {
                    fail(problem, &output)
                    failures += 1
                }
            }
            if let problem = lookAtSession(seed) {
                fail(problem, &output)
                failures += 1
            }
            slowest = max(slowest, before.duration(to: .now))
            count += 1000
            let passed = Int(start.duration(to: .now).components.seconds)
            if passed / 10 > second {
                second = passed / 10
                output.print(
                    "fuzz: \(passed) s, \(count) frames, \(decoded) read, slowest thousand \(slowest), \(memory)")
                output.flush()
            }
        }
        alarm(0)
        output.print(
            "fuzz: \(count) frames, \(decoded) read, \(count - decoded) refused, no trap, no hang; "
                + "\(failures) failures; \(memory); \(corpus.count) seeds; \(start.duration(to: .now))")
        output.flush()
        return failures == 0
    }

    private var memory: String {
        "at most \(mostHeld) bytes of memory for a frame, \((100 * mostRelative).rounded() / 100) a byte above the fixed "
            + "size"
    }

    private func fail(_ problem: String, _ output: inout LinePrinter) {
        output.print("fuzz: \(problem)")
        FailureKeeper.write()
    }

    /// Weighs what reading a frame took at its peak; every frame is weighed.
    private mutating func weigh(_ bytes: Int, _ count: Int) {
        mostHeld = max(mostHeld, bytes)
        mostRelative = max(mostRelative, Double(bytes - Self.fixedBytes) / Double(max(1, count)))
        problem = bytes > Self.most(count) ? "\(bytes) bytes held for a frame of \(count)" : nil
    }

    /// The session's machines take a mutated frame, and a stream of good ones cut anywhere.
    private mutating func lookAtSession(_ seed: Seed) -> String? {
        let body = mutated(seed.body)
        FailureKeeper.remember(body, seed.direction, seed.version)
        SessionFuzz.hostile(body, &source)
        let bodies = (0..<4).map { _ in corpus[source.below(corpus.count)].body }
        return SessionFuzz.split(bodies, &source)
    }

    private enum Held {
        case event(Event)
        case request(Request)
    }

    private func message(_ body: [UInt8], _ seed: Seed) -> Held? {
        body.withUnsafeBytes { bytes in
            do throws(WireError) {
                switch seed.direction {
                case .toClient: return .event(try Event(frame: bytes, version: seed.version))
                case .toGateway: return .request(try Request(frame: bytes, version: seed.version))
                }
            } catch { return nil }
        }
    }

    /// Writes the seeds for libFuzzer: a byte for direction and version, then the body.
    mutating func writeSeeds(to folder: String) throws {
        fillCorpus()
        let versions: [ServerVersion] = [157, 163, 176, 178, 187, 195, 200, 203, 206, 213, 220, 226]
        for (number, seed) in corpus.enumerated() {
            guard let place = versions.lastIndex(where: { $0 <= seed.version }) else { continue }
            let choice = UInt8(place << 1) | (seed.direction == .toClient ? 0 : 1)
            try Data([choice] + seed.body).write(to: URL(filePath: folder).appending(path: "seed-\(number)"))
        }
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
    private mutating func read(_ body: [UInt8], _ seed: Seed) -> Bool {
        FailureKeeper.remember(body, seed.direction, seed.version)
        body.withUnsafeBytes { bytes in
            do throws(WireError) { _ = try Frame.body(in: bytes, from: 0) } catch { _ = error }
        }
        var (found, bytes) = Memory.peak { message(body, seed) }
        // The language's runtime may have taken memory for good, for a type that it met for the first time.
        if let first = bytes, first > Self.most(body.count) { bytes = Memory.peak { message(body, seed) }.bytes }
        if let bytes { weigh(bytes, body.count) }
        guard let found else { return false }
        if case .event(let event) = found { session.take(event, &source) }
        return true
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
