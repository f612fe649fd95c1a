import TradewindsVocabulary
import TradewindsWire

/// One connection seen from outside: takes the bytes of both directions as they pass and tells each frame.
///
/// Pure: it holds what is not a whole frame yet and the version once the gateway has answered.
public struct Conversation: Sendable {
    private var pending: [Direction: [UInt8]] = [.toGateway: [], .toClient: []]
    private var greeted: Set<Direction> = []
    /// The negotiated version; `nil` before the gateway's answer.
    public private(set) var version: ServerVersion?
    private var isLost = false

    /// A conversation from its greeting on, or from the middle when `version` is told.
    public init(version: ServerVersion? = nil) {
        self.version = version
        if version != nil { greeted = [.toGateway, .toClient] }
    }

    /// Takes bytes that went in `direction` and gives what they complete.
    ///
    /// After a length that no frame can have, the direction cannot be followed and gives nothing more.
    public mutating func take(_ bytes: some Sequence<UInt8>, _ direction: Direction) -> [Inspection] {
        guard !isLost else { return [] }
        var buffer = pending[direction] ?? []
        buffer.append(contentsOf: bytes)
        var offset = 0
        var found: [Inspection] = []
        if direction == .toGateway, !greeted.contains(.toGateway) {
            guard buffer.count >= 4 else {
                pending[direction] = buffer
                return []
            }
            if buffer.starts(with: "API\0".utf8) { offset = 4 }
        }
        do throws(WireError) {
            while let frame = try Self.body(buffer, from: offset) {
                found.append(tell(Array(buffer[frame]), direction))
                offset = frame.upperBound
            }
        } catch {
            isLost = true
            found.append(
                Inspection(
                    direction: direction, json: "{\"error\":\(JSONText.quoted(error.description))}", error: error,
                    name: "", body: []))
        }
        if offset > 0, greeted.contains(direction) || offset > 4 { buffer.removeFirst(offset) }
        pending[direction] = buffer
        return found
    }

    private static func body(_ buffer: [UInt8], from offset: Int) throws(WireError) -> Range<Int>? {
        let outcome: Result<Range<Int>?, WireError> = buffer.withUnsafeBytes { bytes in
            do throws(WireError) { return .success(try Frame.body(in: bytes, from: offset)) } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private mutating func tell(_ body: [UInt8], _ direction: Direction) -> Inspection {
        if greeted.insert(direction).inserted {
            let text = String(decoding: body, as: UTF8.self)
            if direction == .toGateway { return .greeting("handshake", [text], direction, body: body) }
            let fields = text.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
            if let number = fields.first.flatMap({ Int32($0) }) { version = ServerVersion(number) }
            return .greeting("serverVersion", fields.filter { !$0.isEmpty }, direction, body: body)
        }
        return .frame(body, direction, version: version ?? .floor)
    }
}
