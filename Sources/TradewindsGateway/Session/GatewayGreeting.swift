import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// The gateway's end of the greeting: `API`, NUL, a frame with the client's versions; one frame in answer.
///
/// Bytes may arrive in any pieces. The version is the lower of the two highest: some clients always read as their own
/// highest version, whatever is answered.
public struct GatewayGreeting: Sendable {
    /// What the bytes so far lead to.
    public enum Outcome: Sendable, Hashable {
        /// More bytes are needed.
        case waiting
        /// Send the answer; the session begins at this version, with these bytes already received.
        case welcome(ServerVersion, answer: [UInt8], rest: [UInt8])
        /// Send these bytes, if any, and close.
        case refused([UInt8], reason: String)
    }

    private var buffer: [UInt8] = []
    private let newest: ServerVersion

    /// A greeting of a gateway that speaks up to `newest`.
    public init(newest: ServerVersion = .newest) { self.newest = newest }

    /// Takes bytes from the client; `now` is the connection time that the answer tells.
    public mutating func take(_ bytes: some Sequence<UInt8>, now: Timestamp) -> Outcome {
        buffer.append(contentsOf: bytes)
        let prefix = Array("API\0".utf8)
        guard buffer.starts(with: prefix.prefix(buffer.count)) else {
            return .refused([], reason: "the connection does not begin with API and NUL")
        }
        guard buffer.count >= 8 else { return .waiting }
        let length = buffer[4..<8].reduce(0) { $0 << 8 | Int($1) }
        guard length > 0, length <= 1024 else { return .refused([], reason: "a version range of \(length) bytes") }
        guard buffer.count >= 8 + length else { return .waiting }
        let text = String(decoding: buffer[8..<(8 + length)], as: UTF8.self)
        guard let range = Self.versions(text) else { return .refused([], reason: "no version range: \(text)") }
        let version = min(range.upperBound, newest)
        guard version >= .floor else {
            return .refused(
                Self.tooOld(range.upperBound), reason: "the client speaks up to version \(range.upperBound), below 157")
        }
        guard version >= range.lowerBound else {
            return .refused([], reason: "the client needs version \(range.lowerBound), above \(newest)")
        }
        let body = Array("\(version)\u{0}\(ProtocolTime.greeting(now))\u{0}".utf8)
        let frame = withUnsafeBytes(of: UInt32(body.count).bigEndian) { Array($0) } + body
        return .welcome(version, answer: frame, rest: Array(buffer[(8 + length)...]))
    }

    /// `v157..178`, with options after a blank, or one version `v157`.
    private static func versions(_ text: String) -> ClosedRange<ServerVersion>? {
        guard let word = text.split(separator: " ").first, word.first == "v" else { return nil }
        let numbers = word.dropFirst().split(separator: ".").map { Int32($0) }
        guard let first = numbers.first, let low = first, let last = numbers.last, let high = last, low <= high else {
            return nil
        }
        return ServerVersion(low)...ServerVersion(high)
    }

    /// An answer at the client's own version, so that it can read it, and the reason as an error of that time.
    private static func tooOld(_ version: ServerVersion) -> [UInt8] {
        let code = GatewayCode.clientTooOld.rawValue
        let bodies = [
            "\(version)\u{0}\(ProtocolTime.greeting(Timestamp(seconds: 0)))\u{0}",
            "4\u{0}2\u{0}-1\u{0}\(code)\u{0}This gateway needs a client that speaks version 157 or above.\u{0}",
        ]
        return bodies.flatMap { body in
            withUnsafeBytes(of: UInt32(body.utf8.count).bigEndian) { Array($0) } + Array(body.utf8)
        }
    }
}
