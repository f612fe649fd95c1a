import TradewindsVocabulary
import TradewindsWire

/// What one frame says, ready to print.
public struct Inspection: Sendable, Hashable {
    /// Which way the frame goes.
    public var direction: Direction
    /// The protocol's name of the message, empty where it is unknown.
    public var name: String
    /// The frame's body, as it came.
    public var body: [UInt8]
    /// The version that it was read at; `nil` for greetings and for what could not be read.
    public var version: ServerVersion?
    /// Why the frame could not be read; `nil` where it could.
    public var error: String?
    /// What to know about the way it was read.
    public var note: String?
    /// Which frame of its direction it is, from 1; 0 where nobody counts.
    public var frame = 0
    /// Where it begins, in bytes from the beginning of its direction.
    public var offset = 0
    /// Whether nothing after it in its direction can be read.
    var endsDirection = false
    /// Whether it is a greeting, without a message id.
    var isGreeting = false
    private var members: JSONLine

    /// The JSON object for the frame, one line.
    public var json: String { json(after: JSONLine()) }

    /// The JSON object for the frame with `place` in front.
    func json(after place: JSONLine) -> String {
        var line = place
        line.add(members)
        if let note { line.add("note", note) }
        return line.text
    }

    /// Reads the body of one frame (without its length).
    public static func frame(_ body: [UInt8], _ direction: Direction, version: ServerVersion) -> Inspection {
        body.withUnsafeBytes { bytes in
            do throws(WireError) {
                switch direction {
                case .toClient:
                    return try describe(InspectedMessage<Event>(frame: bytes, version: version), version, body)
                case .toGateway:
                    return try describe(InspectedMessage<Request>(frame: bytes, version: version), version, body)
                }
            } catch { return refused(error, direction, version, body) }
        }
    }

    /// Tells a greeting or a version answer, which carry no message id.
    static func greeting(_ name: String, _ text: [String], _ direction: Direction, body: [UInt8]) -> Inspection {
        var line = JSONLine()
        line.add("direction", direction.rawValue)
        line.add("name", name)
        line.add(raw: "fields", JSONLine.array(text))
        var told = Inspection(direction: direction, name: name, body: body, members: line)
        told.isGreeting = true
        return told
    }

    /// Tells why a frame, or the bytes from one on, cannot be read.
    static func failed(
        _ reason: String, _ direction: Direction, body: [UInt8], name: String = "", version: ServerVersion? = nil
    ) -> Inspection {
        var line = JSONLine()
        line.add("direction", direction.rawValue)
        if let version { line.add(raw: "server_version", "\(version)") }
        line.add("error", reason)
        if !body.isEmpty { line.add("hex", Hex.text(body.prefix(256)) + (body.count > 256 ? "…" : "")) }
        var told = Inspection(direction: direction, name: name, body: body, members: line)
        told.error = reason
        told.version = version
        return told
    }

    private init(direction: Direction, name: String, body: [UInt8], members: JSONLine) {
        self.direction = direction
        self.name = name
        self.body = body
        self.members = members
    }

    private static func describe<S: MessageSet>(
        _ inspected: InspectedMessage<S>, _ version: ServerVersion, _ body: [UInt8]
    ) throws(WireError) -> Inspection {
        let kind = inspected.message.kind
        var printer = FieldPrinter(form: inspected.form, version: version)
        try inspected.message.visit(&printer)
        var line = JSONLine()
        line.add("direction", S.direction.rawValue)
        line.add("name", kind.name)
        line.add(raw: "id", "\(kind.id)")
        line.add("form", inspected.form.rawValue)
        line.add(raw: "server_version", "\(version)")
        line.add(raw: "fields", printer.json)
        if inspected.trailing > 0 { line.add(raw: "trailing", JSONLine.array(inspected.trailingFields)) }
        if inspected.trailing > inspected.trailingFields.count {
            line.add(raw: "trailing_count", "\(inspected.trailing)")
        }
        if !inspected.unknown.isEmpty {
            let fields = inspected.unknown.map {
                "{\"number\":\($0.number),\"wire_type\":\($0.wireType),\"hex\":\"\(Hex.text($0.bytes))\"}"
            }
            line.add(raw: "unknown", "[" + fields.joined(separator: ",") + "]")
        }
        var told = Inspection(direction: S.direction, name: kind.name, body: body, members: line)
        told.version = version
        return told
    }

    private static func refused(
        _ error: WireError, _ direction: Direction, _ version: ServerVersion, _ body: [UInt8]
    ) -> Inspection {
        failed(error.description, direction, body: body, name: error.message, version: version)
    }
}

/// Prints the fields of whatever message it is shown.
private struct FieldPrinter: MessageVisitor {
    let form: Form
    let version: ServerVersion
    var json = "{}"

    init(form: Form, version: ServerVersion) {
        self.form = form
        self.version = version
    }

    mutating func visit<M: Message>(_ message: M) throws(WireError) {
        json = try Printer.json(of: message, form: form, version: version)
    }
}
