import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// Reads frames, prints what they say, and writes them again.
///
/// A line in is a ``CaptureLine``; a line out holds `name`, `form`, `fields`, `hex` (the body written again), or `error`.
enum Recode {
    static func run() {
        var output = LinePrinter()
        while let line = readLine() {
            if line.isEmpty { continue }
            do throws(CaptureLine.Refusal) {
                let capture = try CaptureLine(line)
                output.print(answer(capture))
            } catch { output.print(#"{"error":\#(JSONText.quoted(error.description))}"#) }
        }
        output.flush()
    }

    private static func answer(_ capture: CaptureLine) -> String {
        let version = max(capture.version ?? .floor, .floor)
        do throws(WireError) {
            switch capture.direction {
            case .toClient: return try recode(Event.self, capture.body, version)
            case .toGateway: return try recode(Request.self, capture.body, version)
            }
        } catch { return #"{"error":\#(JSONText.quoted(error.description))}"# }
    }

    private static func recode<S: MessageSet>(
        _ set: S.Type, _ body: [UInt8], _ version: ServerVersion
    ) throws(WireError) -> String {
        let inspected = try inspect(set, body, version)
        var describer = Describer(form: inspected.form, version: version)
        try inspected.message.visit(&describer)
        return describer.line(trailing: inspected.trailing, unknown: inspected.unknown.count)
    }

    private static func inspect<S: MessageSet>(
        _ set: S.Type, _ body: [UInt8], _ version: ServerVersion
    ) throws(WireError) -> InspectedMessage<S> {
        var result: Result<InspectedMessage<S>, WireError> = .failure(WireError(.empty))
        body.withUnsafeBytes { bytes in
            do throws(WireError) {
                result = .success(try InspectedMessage(frame: bytes, version: version))
            } catch { result = .failure(error) }
        }
        return try result.get()
    }
}

/// Prints a message of whatever type and writes it.
struct Describer: MessageVisitor {
    let form: Form
    let version: ServerVersion
    private var name = ""
    private var fields = ""
    private var hex = ""

    init(form: Form, version: ServerVersion) {
        self.form = form
        self.version = version
    }

    mutating func visit<M: Message>(_ message: M) throws(WireError) {
        name = M.kind.name
        fields = try Printer.json(of: message, form: form, version: version)
        var writer = MessageWriter(version: version)
        try writer.write(message, as: form)
        hex = Hex.text(writer.bytes.dropFirst(Frame.headerLength))
    }

    func line(trailing: Int = 0, unknown: Int = 0) -> String {
        #"{"name":"\#(name)","form":"\#(form.rawValue)","version":\#(version),"trailing":\#(trailing),"#
            + #""unknown":\#(unknown),"fields":\#(fields),"hex":"\#(hex)"}"#
    }
}
