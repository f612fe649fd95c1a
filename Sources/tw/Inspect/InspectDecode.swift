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
            Reads JSON lines ({"direction":"in"|"out","server_version":N,"fields":[…]} or "hex") or, when the first sign \
            of the file is not "{", the raw bytes of one direction of a connection. A frame that cannot be decoded is \
            printed with where and why (line, or frame and offset in the file); decoding goes on and the exit code is 1.

            A raw capture may begin with the client's greeting or the gateway's version answer, which then counts. The \
            client's side of a connection does not hold the version that was agreed on: tell it with --server-version \
            (or --version N). Versions 157 to 226 are read; a higher one is read as 226 and noted.
            """
    )

    @Option(help: "The server version of lines that do not say one, and of a raw capture without a version answer.")
    var serverVersion: Int32?

    @Option(name: .customLong("version"), help: .hidden)
    var version: Int32?

    @Option(help: "The direction of a raw capture: in (gateway to client) or out. A greeting tells it; otherwise in.")
    var direction: String?

    @Argument(help: "The capture, a file or a pipe; standard input where none is named.", completion: .file())
    var file: String?

    func validate() throws {
        if let version = serverVersion ?? version, version < ServerVersion.floor.rawValue {
            throw ValidationError("--server-version \(version): \(ServerVersion.floor) is the lowest that is read")
        }
        if let direction, Direction(rawValue: direction) == nil {
            throw ValidationError("--direction is in or out, not \(direction)")
        }
    }

    func run() throws {
        let data = try CaptureInput.read(file)
        var reader = CaptureReader(
            version: (serverVersion ?? version).map { ServerVersion($0) },
            direction: direction.flatMap(Direction.init(rawValue:)))
        let failures = reader.read(data) { print($0) }
        if failures > 0 { throw ExitCode(1) }
    }
}

/// The file that a command reads: a path, a pipe, or standard input.
enum CaptureInput {
    static func read(_ file: String?) throws -> Data {
        guard let file, file != "-" else { return FileHandle.standardInput.readDataToEndOfFile() }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
            throw ValidationError("cannot read \(file): it is a folder")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw ValidationError("cannot read \(file): no such file, or no permission")
        }
        do { return try handle.readToEnd() ?? Data() } catch {
            throw ValidationError("cannot read \(file): \(error.localizedDescription)")
        }
    }
}
