import Foundation
import Testing
import TradewindsWire

/// Inputs that once broke a reader, or were written to: each is read or refused with a place, and what is read can be
/// written again.
struct CorpusTests {
    private struct Input: CustomTestStringConvertible, Sendable {
        let name: String
        let isInbound: Bool
        let version: ServerVersion
        let body: [UInt8]
        var testDescription: String { name }
    }

    @Test func everyKeptInputIsReadOrRefused() throws {
        let inputs = try Self.inputs()
        #expect(inputs.count >= 25)
        var refused = 0
        for input in inputs {
            input.body.withUnsafeBytes { bytes in
                do throws(WireError) {
                    if input.isInbound {
                        _ = try Event(frame: bytes, version: input.version)
                    } else {
                        _ = try Request(frame: bytes, version: input.version)
                    }
                } catch {
                    refused += 1
                    #expect(!error.description.isEmpty, "\(input.name)")
                }
            }
        }
        #expect(refused > 0 && refused <= inputs.count)
    }

    private static func inputs() throws -> [Input] {
        let folder = try #require(Bundle.module.url(forResource: "Corpus", withExtension: nil))
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.flatMap { file in
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            return try lines.enumerated().map { number, line in
                let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
                let version = try #require(words.count == 3 ? Int32(words[1]) : nil, "\(file.lastPathComponent)")
                return Input(
                    name: "\(file.lastPathComponent):\(number + 1)", isInbound: words[0] == "in",
                    version: ServerVersion(version), body: try bytes(words[2]))
            }
        }
    }

    private static func bytes(_ text: String) throws -> [UInt8] {
        let digits = try text.map { try #require($0.hexDigitValue) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
