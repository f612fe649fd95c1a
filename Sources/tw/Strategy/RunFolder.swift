import Foundation

/// What a running strategy says about itself, for `tw kill` to find it.
struct RunRecord: Codable, Sendable {
    enum Phase: String, Codable, Sendable {
        case running
        /// It was killed and holds nothing.
        case flat
        /// It was killed and could not close everything.
        case notFlat
    }

    var process: Int32
    var strategy: String
    var symbols: [String]
    var host: String
    var port: Int
    var account: String
    /// The file of its state.
    var state: String?
    var phase = Phase.running
}

/// The folder of running strategies: a file for each, locked as long as it lives, and beside it a file that kills it.
///
/// A lock goes with its process whatever ends it, so a file without a lock tells of a run that is over.
enum RunFolder {
    /// `TRADEWINDS_RUN`, or `.tradewinds/run` in the home folder.
    static var path: String {
        ProcessInfo.processInfo.environment["TRADEWINDS_RUN"]
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".tradewinds/run").path()
    }

    /// Every run that left a file, the living and those that ended without a word.
    static func all() -> [RunEntry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { RunEntry(file: path + "/" + $0) }
    }

    static func killFile(of file: String) -> String { String(file.dropLast("json".count)) + "kill" }
}

/// A run as another process sees it.
struct RunEntry: Sendable {
    let file: String
    let record: RunRecord

    init?(file: String) {
        guard let data = FileManager.default.contents(atPath: file),
            let record = try? JSONDecoder().decode(RunRecord.self, from: data)
        else { return nil }
        self.file = file
        self.record = record
    }

    /// Whether its process lives.
    var isAlive: Bool {
        let descriptor = open(file, O_RDWR)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// What it says of itself now; `nil` where it left.
    var now: RunEntry? { RunEntry(file: file) }

    /// Asks it to cancel, close and stop.
    func askToStop() -> Bool {
        FileManager.default.createFile(atPath: RunFolder.killFile(of: file), contents: Data())
    }

    func forget() {
        for name in [file, RunFolder.killFile(of: file)] { try? FileManager.default.removeItem(atPath: name) }
    }
}

/// The file of this process's run.
final class RunFile: Sendable {
    let file: String
    private let descriptor: Int32

    /// - Throws: `Failure` where the folder cannot be written.
    init(_ record: RunRecord) throws {
        let folder = RunFolder.path
        file = folder + "/\(record.process).json"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // What a process of the same number left means nothing any more.
        try? FileManager.default.removeItem(atPath: RunFolder.killFile(of: file))
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw Failure(
                "cannot write \(file): `tw kill` would not find this run; TRADEWINDS_RUN names another folder")
        }
        try write(record)
    }

    /// Whether `tw kill` asked for the end.
    var isKillAsked: Bool { FileManager.default.fileExists(atPath: RunFolder.killFile(of: file)) }

    /// Says how the killing ended; the file stays for whoever asked.
    func tell(_ record: RunRecord) throws {
        try write(record)
        try? FileManager.default.removeItem(atPath: RunFolder.killFile(of: file))
    }

    /// Nobody waits for it: the run ended by itself.
    func remove() { try? FileManager.default.removeItem(atPath: file) }

    deinit { close(descriptor) }

    private func write(_ record: RunRecord) throws {
        let data = try JSONEncoder().encode(record)
        // In place: a file put in the place of another would not have its lock.
        let written = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard written == data.count, ftruncate(descriptor, off_t(data.count)) == 0 else {
            throw Failure("cannot write \(file)")
        }
    }
}
