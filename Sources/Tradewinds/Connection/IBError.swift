import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// Why a request failed, and what to do next.
public struct IBError: Error, Sendable, Hashable {
    /// What kind of failure.
    public enum Code: Sendable, Hashable {
        /// No connection could be made.
        case unreachable
        /// The two ends could not agree to talk.
        case handshake
        /// The connection is gone.
        case connectionLost
        /// The gateway refused; its code, by the protocol's table.
        case gateway(Int)
        /// No answer came in time.
        case deadline
        /// The task was cancelled.
        case cancelled
        /// The request cannot be sent to this gateway or makes no sense.
        case invalid
        /// The order would go to a live account, which the configuration does not allow.
        case liveTrading
        /// Several or no contracts fit where exactly one is needed.
        case ambiguous
    }

    /// What kind of failure.
    public var code: Code
    /// What happened, in one line; may hold what the gateway said.
    public var text: String
    /// What to do next.
    public var remedy: Remedy
    /// The request that failed.
    public var request: RequestID?

    /// A failure of kind `code`.
    public init(_ code: Code, _ text: String, remedy: Remedy, request: RequestID? = nil) {
        self.code = code
        self.text = text
        self.remedy = remedy
        self.request = request
    }

    init(_ message: ErrorMessage) {
        let entry = ErrorTable.entry(for: Int(message.code))
        self.init(
            .gateway(Int(message.code)), message.text, remedy: entry?.remedy ?? .fixRequest, request: message.request)
    }

    init(_ error: WireError) { self.init(.invalid, error.description, remedy: .fixRequest) }

    static let lost = IBError(.connectionLost, "the connection to the gateway is gone", remedy: .reconnect)
    static let cancelled = IBError(.cancelled, "the task was cancelled", remedy: .none)
}

extension IBError: CustomStringConvertible {
    /// One line: code, text with account numbers masked, remedy.
    public var description: String {
        let name =
            switch code {
            case .gateway(let number): "gateway error \(number)"
            default: "\(code)"
            }
        return "\(name): \(Self.masked(text)) [\(remedy.rawValue)]"
    }

    // Account numbers are one to three capitals and at least five digits.
    private static func masked(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let letters = word.prefix { $0.isASCII && $0.isUppercase }
            let digits = word.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }
            guard (1...3).contains(letters.count), digits.count >= 5 else { return String(word) }
            return letters.prefix(2) + "…" + word.dropFirst(letters.count + digits.count)
        }.joined(separator: " ")
    }
}
