import Foundation
import TradewindsLive
import TradewindsStrategy
import TradewindsVocabulary

/// What a run was, without the strategy itself: read first, to say what does not fit.
struct StateHeader: Codable, Sendable {
    var strategy: String
    var parameters: [String: String]
    var symbols: [String]
    var barSeconds: Int
    /// What the strategy held on each symbol.
    var positions: [Quantity]
    /// The client that its orders belong to.
    var client: Int32
    var saved: Timestamp
    /// Its orders; `nil` in files of versions that did not keep them.
    var memory: RunMemory?
    /// What losses are measured from; `nil` before any equity was known.
    var losses: LossMarks?
}

/// The file from which a run goes on.
struct StrategyState<S: Codable>: Codable {
    var header: StateHeader
    var state: S

    /// Reads a file; `nil` where there is none.
    ///
    /// - Throws: `Failure` for a file that is damaged or of another run.
    static func load(_ path: String, for plan: StrategyLaunch.Plan) throws -> Self? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else { throw Failure("cannot read \(path)") }
        let header: StateHeader
        do { header = try JSONDecoder().decode(HeaderOnly.self, from: data).header } catch {
            throw Failure("\(path) is no saved strategy; name another --state, or remove it to start anew")
        }
        func differs(_ what: String, _ saved: String, _ given: String) -> Failure {
            Failure("\(path) was saved with \(what) \(saved), not \(given): give the same, or another --state")
        }
        func text(_ values: [String: String]) -> String {
            let words = values.sorted { $0.key < $1.key }.map { "--\($0.key) \($0.value)" }
            return words.isEmpty ? "defaults" : words.joined(separator: " ")
        }
        guard header.strategy == plan.strategy else { throw differs("strategy", header.strategy, plan.strategy) }
        guard header.symbols == plan.symbols, header.positions.count == plan.symbols.count else {
            throw differs("symbols", header.symbols.joined(separator: " "), plan.symbols.joined(separator: " "))
        }
        guard header.parameters == plan.parameters else {
            throw differs("parameters", text(header.parameters), text(plan.parameters))
        }
        guard header.barSeconds == plan.barSeconds else {
            throw differs("bars of", "\(header.barSeconds) s", "\(plan.barSeconds) s")
        }
        do {
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = .convertFromString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
            return try decoder.decode(Self.self, from: data)
        } catch {
            throw Failure("\(path) does not fit this version of \(plan.strategy); remove it to start anew")
        }
    }

    /// Writes the file in one step: a crash leaves the old one or the new one.
    func save(_ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do { try encoder.encode(self).write(to: URL(filePath: path), options: .atomic) } catch {
            throw Failure("cannot write \(path): no such folder, or no permission")
        }
    }

    /// Says at once where a file could not be written, not when there is something to save.
    ///
    /// - Throws: `Failure` with what is wrong.
    static func check(_ path: String) throws {
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let probe = folder.appending(path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard !(isThere && isFolder.boolValue) else {
            throw Failure("--state \(path): that is a folder, name a file in it")
        }
        do { try Data().write(to: probe) } catch {
            throw Failure("--state \(path): no such folder, or no permission to write there")
        }
        try? FileManager.default.removeItem(at: probe)
    }

    private struct HeaderOnly: Codable { var header: StateHeader }
}
