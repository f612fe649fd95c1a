import TradewindsWire

/// Why two ends could not agree to talk.
public enum HandshakeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The answer holds no server version; the text as it came.
    case malformedAnswer(String)
    /// The gateway chose a version below the lowest spoken here.
    case versionTooOld(ServerVersion)
    /// The gateway chose a version above the highest offered.
    case versionTooNew(ServerVersion)
    /// A client's first bytes are not the greeting.
    case notAGreeting
    /// A greeting whose version range cannot be read; the text as it came.
    case malformedRange(String)
    /// No version is known to both ends.
    case noCommonVersion(offered: ClosedRange<ServerVersion>, spoken: ClosedRange<ServerVersion>)
    /// A frame longer than a greeting or an answer can be.
    case oversized(Int)

    /// One line with the remedy.
    public var description: String {
        switch self {
        case .malformedAnswer(let text):
            "the gateway answered \"\(text)\" instead of a server version: is another program listening on this port?"
        case .versionTooOld(let version):
            "the gateway speaks server version \(version); the lowest supported is \(ServerVersion.floor): update it"
        case .versionTooNew(let version):
            "the gateway chose server version \(version), above the highest offered: update Tradewinds"
        case .notAGreeting: "the first bytes are not the greeting of an API client"
        case .malformedRange(let text): "the greeting offers \"\(text)\" instead of a version range such as v157..226"
        case .noCommonVersion(let offered, let spoken):
            "the client offers server versions \(offered.lowerBound) to \(offered.upperBound); "
                + "\(spoken.lowerBound) to \(spoken.upperBound) are spoken here"
        case .oversized(let length): "a handshake of \(length) bytes is too long"
        }
    }
}
