import TradewindsVocabulary
import TradewindsWire

/// Reads a whole capture, in JSON lines or as the raw bytes of one direction, and tells each frame as one JSON object.
///
/// Objects about what cannot be read have an `error` and their place: the line, or the frame and the offset of its
/// length in the file.
public struct CaptureReader: Sendable {
    /// The version of lines that do not say one, and of raw captures without a version answer.
    public var version: ServerVersion?
    /// The direction of a raw capture; `nil` to tell it by its greeting, and in without one.
    public var direction: Direction?
    /// The versions that the capture's own greetings have told, by connection.
    private var answers: [Int: ServerVersion] = [:]

    /// Reads with what is known of the capture.
    public init(version: ServerVersion? = nil, direction: Direction? = nil) {
        self.version = version
        self.direction = direction
    }

    /// Whether `bytes` are JSON lines: the first sign that is no blank is an opening brace.
    public static func isLines(_ bytes: some Collection<UInt8>) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes.dropFirst(0)
        return text.first { !isBlank($0) } == UInt8(ascii: "{")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Reads `bytes` and gives each JSON object to `print`. Returns how many tell an error.
    public mutating func read(_ bytes: some RandomAccessCollection<UInt8>, print: (String) -> Void) -> Int {
        Self.isLines(bytes) ? readLines(bytes, print) : readRaw(bytes, print)
    }

    private mutating func readLines(_ bytes: some Collection<UInt8>, _ print: (String) -> Void) -> Int {
        var failures = 0
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let text = String(decoding: line, as: UTF8.self).drop { $0 == "\u{FEFF}" }
            if text.allSatisfy(\.isWhitespace) { continue }
            var place = JSONLine()
            place.add(raw: "line", "\(number)")
            do throws(CaptureLine.Refusal) {
                let told = try inspect(String(text))
                print(told.error == nil && told.note == nil ? told.json : told.json(after: place))
                if told.error != nil { failures += 1 }
            } catch {
                failures += 1
                place.add("error", error.description)
                print(place.text)
            }
        }
        return failures
    }

    private mutating func inspect(_ text: String) throws(CaptureLine.Refusal) -> Inspection {
        var line = try CaptureLine(text, defaultVersion: version)
        if line.note != nil, version == nil, let answer = answers[line.connection] {
            line = try CaptureLine(text, defaultVersion: answer)
        }
        if let answer = line.answeredVersion, answer >= .floor { answers[line.connection] = answer }
        return line.inspect()
    }

    private func readRaw(_ bytes: some RandomAccessCollection<UInt8>, _ print: (String) -> Void) -> Int {
        let isGreeting = bytes.starts(with: FrameSplitter.prefix)
        if isGreeting, direction == .toClient {
            var line = JSONLine()
            line.add(
                "error", "the capture begins with a client's greeting: these bytes go out, not in (--direction out)")
            print(line.text)
            return 1
        }
        let direction = direction ?? (isGreeting ? .toGateway : .toClient)
        var conversation = Conversation(version: version)
        var failures = 0
        // A version told that is not known is noted where it is first used.
        var note = version.flatMap { VersionBounds.note($0) }
        func tell(_ told: Inspection) {
            var told = told
            if told.version != nil, told.version == version, let text = note { (told.note, note) = (text, nil) }
            var place = JSONLine()
            place.add(raw: "frame", "\(told.frame)")
            place.add(raw: "offset", "\(told.offset)")
            print(told.error == nil && told.note == nil ? told.json : told.json(after: place))
            if told.error != nil { failures += 1 }
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            for told in conversation.take(rest.prefix(1 << 16), direction) { tell(told) }
            rest = rest.dropFirst(1 << 16)
        }
        if let told = conversation.finish(direction) { tell(told) }
        return failures
    }
}
