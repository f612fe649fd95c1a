/// What kind of trouble an error code tells of.
public enum ErrorCategory: String, Sendable, Hashable, CaseIterable {
    /// An order was refused.
    case order
    /// A message about an order that goes on.
    case message
    /// The request itself is wrong.
    case request
    /// Data that the user may not have.
    case permission
    /// Data that could not be had.
    case data
    /// Too many messages or subscriptions.
    case pacing
    /// The link between client, gateway and broker.
    case connection
    /// A remark about the state of services.
    case notice
    /// Something was ignored.
    case warning
    /// Advisor accounts.
    case advisor
    /// Found by a client before sending.
    case client
}

/// What to do next about an error.
public enum Remedy: String, Sendable, Hashable {
    /// Change the request; the same one fails again.
    case fixRequest
    /// Wait, then send the same again.
    case retryLater
    /// Connect anew.
    case reconnect
    /// Subscribe to the data, or ask for delayed data.
    case subscribe
    /// Nothing: the message only informs.
    case none
}

/// What is known of one error code.
public struct ErrorEntry: Sendable, Hashable {
    /// The code.
    public let code: Int
    /// What kind of trouble.
    public let category: ErrorCategory
    /// Whether the request goes on all the same.
    public let isWarning: Bool
    /// What it means, in a few words.
    public let meaning: String

    /// What to do next.
    public var remedy: Remedy {
        if isWarning { return .none }
        switch category {
        case .order, .request, .advisor, .client: return .fixRequest
        case .data, .pacing: return .retryLater
        case .permission: return .subscribe
        case .connection: return code == 326 ? .fixRequest : .reconnect
        case .message, .notice, .warning: return .none
        }
    }
}

/// The codes that gateways and clients use, with meaning and remedy.
public enum ErrorTable {
    private static let entries: [Int: ErrorEntry] = {
        var entries: [Int: ErrorEntry] = [:]
        for text in [textUpTo500, textUpTo2000, textAbove2000] {
            for line in text.split(separator: "\n") {
                guard let entry = parse(line) else { continue }
                entries[entry.code] = entry
            }
        }
        return entries
    }()

    /// How many codes are known.
    public static var count: Int { entries.count }

    /// What is known of `code`; `nil` for a code without an entry.
    public static func entry(for code: Int) -> ErrorEntry? { entries[code] }

    /// Whether a message with `code` leaves its request or order going.
    ///
    /// An unknown code counts as a failure, except in the ranges 2100 to 2199 that the protocol keeps for notices.
    public static func isWarning(_ code: Int) -> Bool {
        guard let entry = entries[code] else { return (2100..<2200).contains(code) }
        return entry.isWarning || entry.category == .notice || entry.category == .warning
    }

    private static func parse(_ line: Substring) -> ErrorEntry? {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count == 3, let code = Int(words[0]) else { return nil }
        let isWarning = words[1].last == "~"
        let name = isWarning ? words[1].dropLast() : words[1]
        guard let category = ErrorCategory(rawValue: String(name)) else { return nil }
        return ErrorEntry(code: code, category: category, isWarning: isWarning, meaning: String(words[2]))
    }
}
