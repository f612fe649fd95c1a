import Foundation
import TradewindsVocabulary
import TradewindsWire

/// One line of a capture: a frame with its direction and version.
///
/// `{"direction":"in"|"out","server_version":N,"fields":[…]}` for text, or `"hex"` for the body of a frame in either
/// form. A capture written by the proxy adds `time` (seconds since 1970) and `connection`; other keys are ignored.
///
/// A version below the lowest is refused, unless `exact_at` (the lowest and the highest version with the frame's
/// layout) reaches up to one that is read.
public struct CaptureLine: Sendable, Hashable {
    /// Which way the frame goes.
    public var direction: Direction
    /// The negotiated version; `nil` where the line does not say.
    public var version: ServerVersion?
    /// What to know about the version that the frame is read at; `nil` where the line says it.
    public var note: String?
    /// The frame's body.
    public var body: [UInt8]
    /// Seconds since 1970, where the line says.
    public var time: Double?
    /// Which connection of the capture.
    public var connection: Int
    /// The frame's name where the line gives one: a greeting has no id to tell it by.
    public var name: String?

    /// What a line can be refused for.
    public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong and what is expected.
        public var description: String
    }

    private struct Fields: Decodable {
        var direction: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        // The keys as they stand in captures.
        var server_version: Int?
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var exact_at: [Int32]?
        var fields: [String]?
        var hex: String?
        var wire: String?
        var time: Double?
        var connection: Int?
        var name: String?
        var message: String?
    }

    /// Reads a line.
    ///
    /// - Throws: ``Refusal`` that tells what is wrong with it.
    public init(_ line: String, defaultVersion: ServerVersion? = nil) throws(Refusal) {
        let fields = try Self.parse(line)
        guard let direction = Direction(rawValue: fields.direction) else {
            throw Refusal(description: "direction is \"\(fields.direction)\"; use \"in\" or \"out\"")
        }
        self.direction = direction
        self.time = fields.time
        self.connection = fields.connection ?? 0
        self.name = fields.name ?? fields.message
        self.version = try fields.server_version.map(Self.version) ?? defaultVersion
        if let hex = fields.hex {
            if let problem = Hex.problem(hex) { throw Refusal(description: problem) }
            self.body = Hex.bytes(hex) ?? []
        } else if let texts = fields.fields {
            let isRaw = !Self.isGreeting(name) && (version ?? .floor) >= .protobufStart
            self.body = try Self.body(texts, rawID: isRaw || fields.wire == "text-raw-id")
        } else {
            throw Refusal(description: "neither fields nor hex")
        }
        if !isGreeting { try settleVersion(exactAt: fields.exact_at) }
    }

    private static func version(_ number: Int) throws(Refusal) -> ServerVersion {
        guard let version = Int32(exactly: number) else {
            throw Refusal(description: "server_version is \(number), which is no version")
        }
        return ServerVersion(version)
    }

    private static func parse(_ line: String) throws(Refusal) -> Fields {
        do { return try JSONDecoder().decode(Fields.self, from: Data(line.utf8)) } catch let error as DecodingError {
            throw Refusal(description: reason(error))
        } catch { throw Refusal(description: "no JSON object") }
    }

    /// What is wrong, in words of captures.
    private static func reason(_ error: DecodingError) -> String {
        func key(_ context: DecodingError.Context) -> String {
            context.codingPath.first.map { "\"\($0.stringValue)\"" } ?? "the line"
        }
        switch error {
        case .keyNotFound(let key, _): return "no \"\(key.stringValue)\""
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let place = key(context)
            let wanted =
                switch type {
                case is Int32.Type, is Int.Type: "a whole number"
                case is Double.Type: "a number"
                case is String.Type: "a text"
                default: context.codingPath.isEmpty ? "a JSON object" : "a list"
                }
            return "\(place) is not \(wanted)"
        default: return "no JSON object, in which a frame has a direction and fields or hex"
        }
    }

    /// Refuses a version that is not read, and notes what is not as the line says.
    private mutating func settleVersion(exactAt range: [Int32]?) throws(Refusal) {
        let exact = range.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0 : nil }
        guard let version else {
            let assumed = exact.map { min(max(.floor, ServerVersion($0[0])), ServerVersion($0[1])) } ?? .floor
            self.version = max(assumed, .floor)
            note = "the line tells no server version: \(max(assumed, .floor)) is assumed"
            return
        }
        note = VersionBounds.note(version)
        guard let problem = VersionBounds.problem(version) else { return }
        guard let exact, exact[1] >= ServerVersion.floor.rawValue else {
            throw Refusal(
                description: "server_version is \(version); \(ServerVersion.floor) is the lowest that is read")
        }
        self.version = max(.floor, ServerVersion(exact[0]))
        note = "\(problem); its layout is that of \(max(.floor, ServerVersion(exact[0])))"
    }

    private static func body(_ texts: [String], rawID: Bool) throws(Refusal) -> [UInt8] {
        var body: [UInt8] = []
        var rest = texts[...]
        if rawID {
            guard let first = rest.popFirst(), let id = Int32(first) else {
                throw Refusal(description: "the first field is no message id")
            }
            withUnsafeBytes(of: id.bigEndian) { body.append(contentsOf: $0) }
        }
        for text in rest {
            body.append(contentsOf: text.utf8)
            body.append(0)
        }
        return body
    }

    private static func isGreeting(_ name: String?) -> Bool {
        name.map { ["HANDSHAKE", "HANDSHAKE_REPLY", "handshake", "serverVersion"].contains($0) } ?? false
    }

    /// Whether the line is a greeting or a version answer: it says so, or its content does.
    public var isGreeting: Bool {
        if Self.isGreeting(name) { return true }
        return direction == .toClient
            ? Greeting.version(body) != nil : body.starts(with: FrameSplitter.prefix) || Greeting.range(body) != nil
    }

    /// The version that the line answers a client's greeting with; `nil` where it is no such answer.
    public var answeredVersion: ServerVersion? {
        direction == .toClient && isGreeting ? Greeting.version(body) : nil
    }

    /// Reads the frame.
    public func inspect() -> Inspection {
        guard isGreeting else {
            var told = Inspection.frame(body, direction, version: max(version ?? .floor, .floor))
            told.note = note
            return told
        }
        if direction == .toClient {
            guard let answer = Greeting.version(body) else {
                return .greeting("serverVersion", Greeting.fields(body), direction, body: body)
            }
            return Greeting.answered(body, answer)
        }
        // Captures hold the range with or without what the client sends in front of it.
        let isWhole = body.starts(with: FrameSplitter.prefix)
        return Greeting.offered(isWhole ? Array(body.dropFirst(FrameSplitter.prefix.count + Frame.headerLength)) : body)
    }
}
