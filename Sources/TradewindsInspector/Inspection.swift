import TradewindsVocabulary
import TradewindsWire

/// What one frame says, ready to print.
public struct Inspection: Sendable, Hashable {
    /// Which way the frame goes.
    public var direction: Direction
    /// The JSON object for the frame, one line.
    public var json: String
    /// Why the frame could not be read; `nil` where it could.
    public var error: WireError?
    /// The protocol's name of the message, empty where it is unknown.
    public var name: String
    /// The accounts that the frame names, in the order found, for redaction.
    public var body: [UInt8]

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
    public static func greeting(_ name: String, _ text: [String], _ direction: Direction, body: [UInt8]) -> Inspection {
        var line = JSONLine()
        line.add("direction", direction.rawValue)
        line.add("name", name)
        line.add(raw: "fields", "[" + text.map(JSONText.quoted).joined(separator: ",") + "]")
        return Inspection(direction: direction, json: line.text, error: nil, name: name, body: body)
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
        if inspected.trailing > 0 { line.add(raw: "trailing", "\(inspected.trailing)") }
        if !inspected.unknown.isEmpty {
            let fields = inspected.unknown.map {
                "{\"number\":\($0.number),\"wire_type\":\($0.wireType),\"hex\":\"\(Hex.text($0.bytes))\"}"
            }
            line.add(raw: "unknown", "[" + fields.joined(separator: ",") + "]")
        }
        return Inspection(direction: S.direction, json: line.text, error: nil, name: kind.name, body: body)
    }

    private static func refused(
        _ error: WireError, _ direction: Direction, _ version: ServerVersion, _ body: [UInt8]
    ) -> Inspection {
        var line = JSONLine()
        line.add("direction", direction.rawValue)
        line.add(raw: "server_version", "\(version)")
        line.add("error", error.description)
        line.add("hex", Hex.text(body.prefix(256)) + (body.count > 256 ? "…" : ""))
        return Inspection(direction: direction, json: line.text, error: error, name: error.message, body: body)
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
