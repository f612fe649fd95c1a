import Foundation
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// A window on the wire floor for programs in other languages: the differential tests and the fuzzer drive it.
///
///     wire-probe recode                                            frames on standard input, one JSON object a line
///     wire-probe sample --version N --seed S --count K [--density D] [--out]  sampled messages, every type in turn
///     wire-probe fuzz --minutes M | --frames N [--seed S]          mutated frames into every reader
///     wire-probe seeds FOLDER                                      samples for libFuzzer, a file each
@main
struct WireProbe {
    static func main() {
        var arguments = Arguments(CommandLine.arguments.dropFirst())
        switch arguments.command {
        case "recode": Recode.run()
        case "sample":
            Sample.run(
                version: ServerVersion(Int32(arguments.number("version", default: 226))),
                seed: UInt64(arguments.number("seed", default: 1)),
                count: arguments.number("count", default: 4),
                direction: arguments.has("out") ? .toGateway : .toClient)
        case "fuzz":
            var fuzz = Fuzz(seed: UInt64(arguments.number("seed", default: 1)))
            let isSound = fuzz.run(
                minutes: arguments.number("minutes", default: 1), frames: arguments.number("frames", default: 0))
            if !isSound { exit(1) }
        case "seeds":
            var fuzz = Fuzz(seed: 1)
            do { try fuzz.writeSeeds(to: arguments.text ?? ".") } catch { fail("\(error)") }
        default: fail("usage: wire-probe recode | sample | fuzz | seeds FOLDER")
        }
    }

    static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}

/// A command and its options.
private struct Arguments {
    let command: String
    private let rest: [String]

    init(_ arguments: ArraySlice<String>) {
        command = arguments.first ?? ""
        rest = Array(arguments.dropFirst())
    }

    /// The first word that is no option.
    var text: String? { rest.first.flatMap { $0.hasPrefix("-") ? nil : $0 } }

    func has(_ name: String) -> Bool { rest.contains("--" + name) }

    mutating func number(_ name: String, default value: Int) -> Int {
        guard let place = rest.firstIndex(of: "--" + name) else { return value }
        guard place + 1 < rest.count, let number = Int(rest[place + 1]), number >= 0 else {
            WireProbe.fail("--\(name) needs a number from 0")
        }
        return number
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
