import ArgumentParser
import Foundation
import TradewindsInspector
import TradewindsWire

/// Prints and records what passes a proxy.
final class ProxyOutput: @unchecked Sendable {
    // Unchecked: everything that changes is used under the lock.
    private let lock = NSLock()
    private var file: CaptureFile?
    private let prints: Bool
    private var redaction: Redaction?

    init(file: CaptureFile?, prints: Bool, redacts: Bool) {
        self.file = file
        self.prints = prints
        self.redaction = redacts ? Redaction() : nil
    }

    func take(_ passage: Proxy.Passage) {
        lock.withLock {
            var passage = passage
            if let masked = redaction?.masked(passage.inspection) { passage.inspection = masked }
            // What has been printed has been recorded.
            record(passage)
            if prints {
                print(passage.json)
                // Whoever reads along, or ends the proxy, has every line.
                fflush(nil)
            }
        }
    }

    /// Records the frame. Where that fails the connections go on, and the rest is not recorded.
    private func record(_ passage: Proxy.Passage) {
        // What cannot be read for want of a whole frame is no line of a capture.
        guard let file, !passage.inspection.body.isEmpty || passage.inspection.error == nil else { return }
        do { try file.write(passage) } catch {
            InspectProxy.say(
                "cannot write to \(file.path): \(error.localizedDescription). Nothing more is recorded; passing goes on."
            )
            self.file = nil
        }
    }
}

/// A capture being written: one JSON line a frame, with its time.
struct CaptureFile {
    let path: String
    private let handle: FileHandle

    /// Makes the file. One that exists is refused unless `replacing`, because a capture cannot be made again.
    init(path: String, replacing: Bool) throws {
        self.path = path
        let place = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let kind = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
        if kind == .typeRegular, !replacing {
            throw ValidationError("\(path) exists. Name another file, or record over it with --force.")
        }
        // Pipes and devices are written to as they are.
        let isThere = kind != nil && kind != .typeRegular
        guard isThere || FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw ValidationError("cannot write \(path): no such folder, or no permission") }
        self.handle = handle
    }

    func write(_ passage: Proxy.Passage) throws {
        let inspection = passage.inspection
        let version = passage.version.map { "\"server_version\":\($0)," } ?? ""
        let line =
            "{\"time\":\(passage.time),\"connection\":\(passage.connection),"
            + "\"direction\":\"\(inspection.direction.rawValue)\",\(version)\"name\":\"\(inspection.name)\","
            + "\"hex\":\"\(Hex.text(inspection.body))\"}\n"
        try handle.write(contentsOf: Data(line.utf8))
    }
}
