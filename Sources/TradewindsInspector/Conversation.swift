import TradewindsVocabulary
import TradewindsWire

/// One connection seen from outside: takes the bytes of both directions as they pass and tells each frame.
///
/// Pure: it holds what is not a whole frame yet and the version once the gateway has answered. Greeting and answer are
/// told by their content, so a conversation may begin with them or in the middle.
public struct Conversation: Sendable {
    private struct Side {
        var frames = FrameSplitter()
        var isLost = false
    }

    private var toGateway = Side()
    private var toClient = Side()
    private var offered: ClosedRange<Int32>?
    /// The version for frames that no answer precedes.
    private let fallback: ServerVersion?
    private var answered: ServerVersion?
    /// The negotiated version; `nil` before it is known.
    public var version: ServerVersion? { answered ?? fallback }

    /// A conversation that begins with its greeting, or in the middle: then `version` is what its frames speak.
    public init(version: ServerVersion? = nil) { fallback = version }

    /// Takes bytes that went in `direction` and gives what they complete.
    ///
    /// After a length that no frame can have, or where the version is not known or too low, the direction cannot be
    /// followed: it gives an error and nothing more.
    public mutating func take(_ bytes: some Sequence<UInt8>, _ direction: Direction) -> [Inspection] {
        var side = direction == .toClient ? toClient : toGateway
        guard !side.isLost else { return [] }
        if direction == .toClient { toClient = Side() } else { toGateway = Side() }
        side.frames.append(bytes)
        var found: [Inspection] = []
        do throws(WireError) {
            while !side.isLost, let piece = try side.frames.next() {
                var told = tell(piece, direction, follows: side.frames.hasPrefix)
                told.frame = piece.number
                told.offset = piece.offset
                side.isLost = told.endsDirection
                found.append(told)
            }
        } catch {
            side.isLost = true
            var told = Inspection.failed(error.description, direction, body: [])
            told.frame = side.frames.count + 1
            told.offset = error.offset
            found.append(told)
        }
        if direction == .toClient { toClient = side } else { toGateway = side }
        return found
    }

    /// Tells that no more bytes come in `direction`, and gives an error where they end amid a frame.
    public mutating func finish(_ direction: Direction) -> Inspection? {
        let side = direction == .toClient ? toClient : toGateway
        guard !side.isLost, let rest = side.frames.rest else { return nil }
        if direction == .toClient { toClient.isLost = true } else { toGateway.isLost = true }
        var told = Inspection.failed(rest, direction, body: [])
        told.frame = side.frames.count + 1
        told.offset = side.frames.offset
        return told
    }

    private mutating func tell(_ piece: FrameSplitter.Piece, _ direction: Direction, follows: Bool) -> Inspection {
        if piece.number == 1 {
            if direction == .toGateway, follows {
                offered = Greeting.range(piece.body)
                if answered == nil, fallback == nil, let offered, offered.count == 1 {
                    answered = ServerVersion(offered.lowerBound)
                }
                return Greeting.offered(piece.body)
            }
            if direction == .toClient, let version = Greeting.version(piece.body) {
                answered = version
                var told = Greeting.answered(piece.body, version)
                told.endsDirection = told.error != nil
                return told
            }
        }
        let problem = version.map { VersionBounds.problem($0) } ?? unknownVersion(direction)
        guard let version, problem == nil else {
            var told = Inspection.failed(problem ?? "", direction, body: piece.body)
            told.endsDirection = true
            return told
        }
        return .frame(piece.body, direction, version: version)
    }

    private func unknownVersion(_ direction: Direction) -> String {
        let cause =
            if direction == .toClient {
                "the first frame is no version answer of a gateway"
            } else if let offered {
                "the client offers \(offered.lowerBound) to \(offered.upperBound), and the gateway's answer goes the other way"
            } else { "there is no greeting" }
        return "the server version is not known: \(cause). Tell it with --version."
    }
}
