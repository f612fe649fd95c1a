import Foundation
import TradewindsVocabulary
import TradewindsWire

/// One line of a capture: a frame with its direction and version.
///
/// `{"direction":"in"|"out","server_version":N,"fields":[…]}` for text, or `"hex"` for the body of a frame in either
/// form. A capture written by the proxy adds `time` (seconds since 1970) and `connection`; other keys are ignored.
public struct CaptureLine: Sendable, Hashable {
    /// Which way the frame goes.
    public var direction: Direction
    /// The negotiated version; `nil` where the line does not say.
    public var version: ServerVersion?
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
        // The key as it stands in captures.
        var server_version: Int32?
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
        let fields: Fields
        do { fields = try JSONDecoder().decode(Fields.self, from: Data(line.utf8)) } catch {
            throw Refusal(description: "not a JSON object with a direction and fields or hex: \(error)")
        }
        guard let direction = Direction(rawValue: fields.direction) else {
            throw Refusal(description: "direction is \"\(fields.direction)\"; use \"in\" or \"out\"")
        }
        self.direction = direction
        self.version = fields.server_version.map { ServerVersion($0) } ?? defaultVersion
        self.time = fields.time
        self.connection = fields.connection ?? 0
        self.name = fields.name ?? fields.message
        if let hex = fields.hex {
            guard let bytes = Hex.bytes(hex) else { throw Refusal(description: "hex holds no hexadecimal digits") }
            self.body = bytes
        } else if let texts = fields.fields {
            self.body = try Self.body(
                texts, rawID: (version ?? .floor) >= .protobufStart || fields.wire == "text-raw-id")
        } else {
            throw Refusal(description: "neither fields nor hex")
        }
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

    /// Reads the frame.
    public func inspect() -> Inspection {
        if let name, ["HANDSHAKE", "HANDSHAKE_REPLY", "handshake", "serverVersion"].contains(name) {
            let text = String(decoding: body, as: UTF8.self).split(separator: "\0").map(String.init)
            return .greeting(direction == .toClient ? "serverVersion" : "handshake", text, direction, body: body)
        }
        return .frame(body, direction, version: max(version ?? .floor, .floor))
    }
}
