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
                    let sampler = TameSampler(
                        Sampler(
                            form: form, version: version, seed: seed &* 1_000_003 &+ UInt64(index),
                            density: densities[index % densities.count]))
                    output.print(try line(type, sampler))
                } catch { WireProbe.fail("\(type.kind.name): \(error)") }
            }
        }
        output.flush()
    }

    private static func line<M: Message>(_ type: M.Type, _ sampler: TameSampler) throws(WireError) -> String {
        var sampler = sampler
        var message = M()
        try message.walk(&sampler)
        var describer = Describer(form: sampler.form, version: sampler.version)
        try describer.visit(message)
        return describer.line()
    }
}

/// A sampler that gives some fields a value that other clients understand: their decoders read a number, a date or a
/// known kind out of what is an open text or an open number here.
private struct TameSampler: Coder {
    private static let texts = [
        "yieldRedemptionDate": "20301218", "lastTradeDateOrContractMonth": "20301218", "lastTradeDate": "20301218",
        "maturity": "20301218", "side": "BUY", "action": "BUY", "right": "C", "multiplier": "100",
        "auctionStrategy": "1",
    ]
    private static let numbers: [String: Int64] = [
        "percent": 30, "tickType": 4, "volatilityType": 1, "yieldRedemptionDate": 20_301_218,
    ]

    private var inner: Sampler
    var version: ServerVersion { inner.version }
    var form: Form { inner.form }

    init(_ inner: Sampler) { self.inner = inner }

    private static func tame<V: WireValue>(_ name: StaticString, _ value: V) -> V {
        if let text = texts[name.description], let carrier = text as? V.Carrier { return V(carrier: carrier) }
        guard let number = numbers[name.description] else { return value }
        if let carrier = Int32(number) as? V.Carrier { return V(carrier: carrier) }
        if let carrier = number as? V.Carrier { return V(carrier: carrier) }
        if let carrier = ExactDecimal(Int(number)) as? V.Carrier { return V(carrier: carrier) }
        return value
    }

    mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError) {
        try inner.field(number, name, &value)
        value = Self.tame(name, value)
    }
    mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        try inner.field(number, name, &value, unset: unset)
        value = value.map { Self.tame(name, $0) }
    }
    mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        try inner.escaped(number, name, &value)
    }
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G) throws(WireError) {
        try value.walk(&self)
    }
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G?) throws(WireError) {
        guard form == .protobuf, inner.density > 0, inner.density == 1 || inner.source.below(2) == 0 else { return }
        var filled = G()
        try filled.walk(&self)
        value = filled
    }
    mutating func list<G: WireGroup>(_ number: Int, _ name: StaticString, _ values: inout [G]) throws(WireError) {
        try inner.list(number, name, &values)
        for index in values.indices { try values[index].walk(&self) }
    }
    mutating func values<V: WireValue>(_ number: Int, _ name: StaticString, _ values: inout [V]) throws(WireError) {
        try inner.values(number, name, &values)
    }
    mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        try inner.tags(number, name, &values, style)
    }
    mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool {
        try inner.flag(name, isPresent)
    }
    mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {
        try inner.count(name, &elements, of: blank, fields: fields)
    }
    func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError { inner.refusal(name, reason) }
}
