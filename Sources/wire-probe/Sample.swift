import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// Prints sampled messages: every type that exists at the version, each `count` times, from empty to full.
enum Sample {
    private static let densities = [0.0, 0.5, 0.8, 1.0]

    static func run(version: ServerVersion, seed: UInt64, count: Int, direction: Direction) {
        var output = LinePrinter()
        for type in direction == .toClient ? Event.types : Request.types {
            guard let form = try? type.kind.form(at: version) else { continue }
            for index in 0..<count {
                do throws(WireError) {
                    let sampler = Sampler(
                        form: form, version: version, seed: seed &* 1_000_003 &+ UInt64(index),
                        density: densities[index % densities.count])
                    output.print(try line(type, sampler))
                } catch { WireProbe.fail("\(type.kind.name): \(error)") }
            }
        }
        output.flush()
    }

    private static func line<M: Message>(_ type: M.Type, _ sampler: Sampler) throws(WireError) -> String {
        var sampler = sampler
        var message = M()
        try message.walk(&sampler)
        var describer = Describer(form: sampler.form, version: sampler.version)
        try describer.visit(message)
        return describer.line()
    }
}
