import Foundation

/// Frames recorded from real gateways, which lie beside the repository.
enum Recorded {
    /// The lines of `shared/recorded/messages.jsonl`, beside the package or beside a folder that holds it.
    static let lines: [String]? = {
        var place = URL(filePath: #filePath)
        while place.path != "/" {
            place.deleteLastPathComponent()
            let file = place.appending(path: "shared/recorded/messages.jsonl")
            if let text = try? String(contentsOf: file, encoding: .utf8) {
                return text.split(separator: "\n").map(String.init)
            }
        }
        return nil
    }()
}
