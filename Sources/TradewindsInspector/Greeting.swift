import TradewindsVocabulary
import TradewindsWire

/// The two frames without a message id that a connection begins with, told by their content.
enum Greeting {
    /// The versions that a client offers: `v100..226`, or `v176` for one alone, connect options behind.
    static func range(_ body: [UInt8]) -> ClosedRange<Int32>? {
        let text = String(decoding: body, as: UTF8.self)
        guard text.first == "v" else { return nil }
        let words = text.dropFirst().prefix { $0 != " " && $0 != "\0" }
        let ends = words.split(separator: ".", omittingEmptySubsequences: true).map { Int32($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
            return nil
        }
        return first...last
    }

    /// The version of a gateway's answer: two fields, a number from 100 to 999 and a time that begins with its date.
    static func version(_ body: [UInt8]) -> ServerVersion? {
        let fields = fields(body)
        guard fields.count == 2, fields[0].count == 3, let number = Int32(fields[0]), number >= 100 else { return nil }
        let date = fields[1].utf8.prefix(8)
        return date.count == 8 && date.allSatisfy { (0x30...0x39).contains($0) } ? ServerVersion(number) : nil
    }

    /// The NUL-ended fields of a body.
    static func fields(_ body: [UInt8]) -> [String] {
        var pieces = body.split(separator: 0, omittingEmptySubsequences: false)
        if pieces.last?.isEmpty == true { pieces.removeLast() }
        return pieces.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Tells a client's greeting.
    static func offered(_ body: [UInt8]) -> Inspection {
        .greeting("handshake", [String(decoding: body, as: UTF8.self)], .toGateway, body: body)
    }

    /// Tells a gateway's answer; an error where its version is below the lowest.
    static func answered(_ body: [UInt8], _ version: ServerVersion) -> Inspection {
        var told = Inspection.greeting("serverVersion", fields(body), .toClient, body: body)
        if let problem = VersionBounds.problem(version) { return .failed(problem, .toClient, body: body) }
        told.note = VersionBounds.note(version)
        return told
    }
}

/// The server versions that are read, and what is said of others.
package enum VersionBounds {
    /// Why frames of `version` cannot be read; `nil` where they can.
    package static func problem(_ version: ServerVersion) -> String? {
        version < .floor ? "server version \(version) is below \(ServerVersion.floor), the lowest that is read" : nil
    }

    /// What to know about frames of `version` that are read.
    package static func note(_ version: ServerVersion) -> String? {
        version > .newest
            ? "server version \(version) is newer than \(ServerVersion.newest), the newest known, and is read as that"
            : nil
    }
}
