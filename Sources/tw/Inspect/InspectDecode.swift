import ArgumentParser
import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

struct InspectDecode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Print each frame of a capture as one JSON object.",
        discussion: """
            Reads JSON lines ({"direction":"in"|"out","server_version":N,"fields":[…]} or "hex") or, when the file does \
            not begin with "{", the raw bytes of one direction of a connection. A frame that cannot be decoded is \
            printed with where and why; decoding goes on and the exit code is 1.
            """
    )

    @Option(help: "The server version of lines that do not say one, or of a raw capture without its greeting.")
    var version: Int32?

    @Option(help: "The direction of a raw capture: in (gateway to client) or out.")
    var direction = "in"

    @Argument(help: "The capture; standard input where none is named.", completion: .file())
    var file: String?

    func run() throws {
        let data: Data
        if let file, file != "-" {
            guard let contents = FileManager.default.contents(atPath: file) else {
                throw ValidationError("cannot read \(file): no such file, or no permission")
            }
            data = contents
        } else {
            data = FileHandle.standardInput.readDataToEndOfFile()
        }
        let failures = data.first == UInt8(ascii: "{") ? decodeLines(data) : try decodeRaw(data)
        if failures > 0 { throw ExitCode(1) }
    }

    private func decodeLines(_ data: Data) -> Int {
        var failures = 0
        var number = 0
        for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let text = String(decoding: line, as: UTF8.self)
            if text.allSatisfy(\.isWhitespace) { continue }
            do throws(CaptureLine.Refusal) {
                let inspection = try CaptureLine(text, defaultVersion: version.map { ServerVersion($0) }).inspect()
                print(inspection.json)
                if inspection.error != nil { failures += 1 }
            } catch {
                failures += 1
                print(#"{"line":\#(number),"error":"\#(error.description.replacing("\"", with: "'"))"}"#)
            }
        }
        return failures
    }

    private func decodeRaw(_ data: Data) throws -> Int {
        guard let direction = Direction(rawValue: direction) else {
            throw ValidationError("--direction is in or out, not \(direction)")
        }
        var conversation = Conversation(version: version.map { ServerVersion($0) })
        var failures = 0
        for inspection in conversation.take(data, direction) {
            print(inspection.json)
            if inspection.error != nil { failures += 1 }
        }
        return failures
    }
}
