import TradewindsVocabulary
import TradewindsWire

/// The gateway's end of the greeting: read what a client offers, choose a version.
public struct GatewayHandshake: Sendable {
    /// What the client offered and what was chosen.
    public struct Greeting: Sendable, Hashable {
        /// The highest version that both ends know.
        public var version: ServerVersion
        /// The versions that the client offered.
        public var offered: ClosedRange<ServerVersion>
        /// The client's connect options, empty for none.
        public var options: String
    }

    /// The versions spoken here.
    public let versions: ClosedRange<ServerVersion>
    private var buffer = FrameBuffer()
    private static let opening = Array("API\0".utf8)
    private static let longestGreeting = 4096

    /// Speaks `versions`.
    public init(versions: ClosedRange<ServerVersion> = .floor ... .newest) { self.versions = versions }

    /// Takes bytes as they arrive; returns the greeting once it is whole, `nil` before.
    ///
    /// Bytes after the greeting (a client may send its start at once) are kept: take them with ``remainder()``.
    public mutating func receive(_ bytes: some Sequence<UInt8>) throws(HandshakeError) -> Greeting? {
        buffer.append(bytes)
        let head = Array(buffer.prefix(8))
        guard head.prefix(4).elementsEqual(Self.opening.prefix(head.count)) else { throw .notAGreeting }
        guard head.count == 8 else { return nil }
        let length = head[4...].reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.longestGreeting else { throw .oversized(length) }
        guard buffer.count >= 8 + length else { return nil }
        let text = String(decoding: buffer.prefix(8 + length).dropFirst(8), as: UTF8.self)
        buffer.take(8 + length)
        return try choose(text)
    }

    /// Bytes that came after the greeting.
    public mutating func remainder() -> [UInt8] { buffer.takeAll() }

    /// The answer to send, in one piece; nothing may follow it until the client's start has arrived.
    public static func answer(version: ServerVersion, connectionTime: String) -> [UInt8] {
        let body = Array("\(version)\0\(connectionTime)\0".utf8)
        return (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (24 - 8 * $0)) } + body
    }

    private func choose(_ text: String) throws(HandshakeError) -> Greeting {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let range = words.first, range.first == "v", let offered = Self.range(range.dropFirst()) else {
            throw .malformedRange(text)
        }
        let version = min(offered.upperBound, versions.upperBound)
        guard version >= max(offered.lowerBound, versions.lowerBound) else {
            throw .noCommonVersion(offered: offered, spoken: versions)
        }
        return Greeting(version: version, offered: offered, options: words.count > 1 ? words[1] : "")
    }

    // A single version is a range of one.
    private static func range(_ text: Substring) -> ClosedRange<ServerVersion>? {
        let dots = text.firstIndex(of: ".")
        let low = Int32(text[..<(dots ?? text.endIndex)])
        let high = dots.map { Int32(text[$0...].drop { $0 == "." }) } ?? low
        guard let low, let high, low >= 0, low <= high else { return nil }
        return ServerVersion(low)...ServerVersion(high)
    }
}
