import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// A window on the wire floor for programs in other languages: the differential tests and the fuzzer drive it.
///
///     wire-probe recode                                            frames on standard input, one JSON object a line
///     wire-probe sample --version N --seed S --count K [--out]  sampled messages, every type in turn
///     wire-probe fuzz --minutes M | --frames N [--seed S]          mutated frames into every reader
///     wire-probe seeds FOLDER                                      samples for libFuzzer, a file each
@main
struct WireProbe {
    private static let usage = """
        usage: wire-probe COMMAND …
          recode                                   frames on standard input, one JSON object a line
          sample --version N --seed S --count K [--out]   sampled messages, every type in turn
          fuzz --minutes M | --frames N [--seed S] mutated frames into every reader
          seeds FOLDER                             samples for libFuzzer, a file each
        """

    static func main() {
        let words = CommandLine.arguments.dropFirst()
        if words.contains(where: { ["--help", "-h", "help"].contains($0) }) { return print(usage) }
        var arguments = Arguments(words)
        switch arguments.command {
        case "recode":
            arguments.finish()
            Recode.run()
        case "sample":
            let (version, seed) = (arguments.number("version", default: 226), arguments.number("seed", default: 1))
            let (count, isOut) = (arguments.number("count", default: 4), arguments.take("out"))
            arguments.finish()
            Sample.run(
                version: ServerVersion(Int32(clamping: version)), seed: UInt64(seed), count: count,
                direction: isOut ? .toGateway : .toClient)
        case "fuzz":
            let (minutes, frames) = (arguments.number("minutes", default: 1), arguments.number("frames", default: 0))
            var fuzz = Fuzz(seed: UInt64(arguments.number("seed", default: 1)))
            arguments.finish()
            if !fuzz.run(minutes: minutes, frames: frames) { exit(1) }
        case "seeds":
            guard let folder = arguments.text() else { fail(usage) }
            arguments.finish()
            var fuzz = Fuzz(seed: 1)
            do { try fuzz.writeSeeds(to: folder) } catch { fail("\(error)") }
        default: fail(usage)
        }
    }

    static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}

/// A command and its options, each taken once.
private struct Arguments {
    let command: String
    private var rest: [String]

    init(_ arguments: ArraySlice<String>) {
        command = arguments.first ?? ""
        rest = Array(arguments.dropFirst())
    }

    /// The next word, where it is no option.
    mutating func text() -> String? {
        guard let first = rest.first, !first.hasPrefix("-") else { return nil }
        return rest.removeFirst()
    }

    mutating func take(_ name: String) -> Bool {
        guard let place = rest.firstIndex(of: "--" + name) else { return false }
        rest.remove(at: place)
        return true
    }

    mutating func number(_ name: String, default value: Int) -> Int {
        guard let place = rest.firstIndex(of: "--" + name) else { return value }
        guard place + 1 < rest.count, let number = Int(rest[place + 1]), number >= 0 else {
            WireProbe.fail("--\(name) needs a number from 0")
        }
        rest.removeSubrange(place...place + 1)
        return number
    }

    /// Refuses what nobody took.
    func finish() {
        if let word = rest.first {
            WireProbe.fail("\(command) does not know \(word); wire-probe --help tells the rest")
        }
    }
}

/// Standard output in large pieces.
struct LinePrinter {
    private var buffer = Data()

    mutating func print(_ line: String) {
        buffer.append(contentsOf: line.utf8)
        buffer.append(0x0A)
        if buffer.count > 1 << 16 { flush() }
    }

    mutating func flush() {
        FileHandle.standardOutput.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
