import TradewindsVocabulary
import TradewindsWire

/// The client's end of the greeting: offer a range of versions, learn which one the gateway chose.
public struct ClientHandshake: Sendable {
    /// What the gateway said.
    public struct Answer: Sendable, Hashable {
        /// The version that both ends speak from now on.
        public var version: ServerVersion
        /// The gateway's time of connection, as it came, such as `20230228 17:24:14 EST`.
        public var connectionTime: String
    }

    /// The versions offered.
    public let versions: ClosedRange<ServerVersion>
    /// Connect options, empty for none.
    public let options: String
    private var buffer = FrameBuffer()

    /// Offers `versions`; versions below `ServerVersion` are refused whatever is offered.
    public init(versions: ClosedRange<ServerVersion> = .floor ... .newest, options: String = "") {
        self.versions = versions
        self.options = options
    }

    /// The bytes to send first.
    public var greeting: [UInt8] {
        var range = "v\(versions.lowerBound)..\(versions.upperBound)"
        if !options.isEmpty { range += " " + options }
        let body = Array(range.utf8)
        let length = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (24 - 8 * $0)) }
        return Array("API\0".utf8) + length + body
    }

    /// Takes bytes as they arrive; returns the answer once it is whole, `nil` before.
    ///
    /// Bytes after the answer are kept: take them with ``remainder()``.
    public mutating func receive(_ bytes: some Sequence<UInt8>) throws(HandshakeError) -> Answer? {
        buffer.append(bytes)
        let body: [UInt8]?
        do { body = try buffer.next() } catch {
            throw HandshakeError.malformedAnswer(Self.printable(buffer.takeAll()))
        }
        guard let body else { return nil }
        let fields = body.split(separator: 0, omittingEmptySubsequences: false)
        guard fields.count >= 2, let number = Int32(String(decoding: fields[0], as: UTF8.self)) else {
            throw .malformedAnswer(Self.printable(body))
        }
        let version = ServerVersion(number)
        if version < max(.floor, versions.lowerBound) { throw .versionTooOld(version) }
        if version > versions.upperBound { throw .versionTooNew(version) }
        return Answer(version: version, connectionTime: String(decoding: fields[1], as: UTF8.self))
    }

    /// Bytes that came after the answer.
    public mutating func remainder() -> [UInt8] { buffer.takeAll() }

    private static func printable(_ bytes: [UInt8]) -> String {
        let text = bytes.prefix(40).map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: ".") }
        return String(decoding: text, as: UTF8.self)
    }
}
