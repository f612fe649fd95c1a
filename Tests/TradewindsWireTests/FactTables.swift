import Foundation
import Testing
import TradewindsVocabulary
import TradewindsWire

/// The tables of protocol facts, which lie beside the repository.
enum FactTables {
    /// The folder `shared/protocol` beside the package, or beside a folder that holds it.
    static let folder: URL? = {
        var place = URL(filePath: #filePath)
        while place.path != "/" {
            place.deleteLastPathComponent()
            let candidate = place.appending(path: "shared/protocol")
            if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        }
        return nil
    }()

    static func rows(_ name: String) throws -> [[String: String]] {
        let folder = try #require(folder)
        return try rows(at: folder.appending(path: name))
    }

    static func rows(at url: URL) throws -> [[String: String]] {
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: true)
        let header = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, cells))
        }
    }
}

/// Differences between declarations and tables that are judged right, each with its evidence.
enum KnownDifferences {
    static func lines(of check: String) throws -> Set<String> {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "known-table-differences.tsv")
        let rows = try FactTables.rows(at: url).filter { $0["check"] == check }
        for row in rows { #expect(row["evidence"]?.isEmpty == false, "\(row) gives no evidence") }
        return Set(rows.compactMap { $0["difference"] })
    }

    /// Fails for each difference that is not known, and for each known one that is no more.
    static func expect(_ found: Set<String>, of check: String) throws {
        let known = try lines(of: check)
        for line in found.subtracting(known).sorted() { Issue.record("\(check): \(line)") }
        for line in known.subtracting(found).sorted() { Issue.record("\(check): no longer a difference: \(line)") }
    }
}
