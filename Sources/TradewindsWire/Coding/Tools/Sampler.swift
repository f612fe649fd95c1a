import TradewindsVocabulary

/// Fills a message with arbitrary values, exactly the fields that one form carries at one version.
///
/// Because it walks the message's own declaration, every message has a round-trip property for nothing.
public struct Sampler: Coder {
    /// Values come in.
    public static var fills: Bool { true }
    /// The negotiated server version.
    public let version: ServerVersion
    /// The form whose fields are filled.
    public let form: Form
    /// Where the values come from.
    public var source: SampleSource
    /// How likely an optional field is set: 0 never, 1 always.
    public var density: Double

    /// Fills what `form` carries at `version`.
    public init(form: Form, version: ServerVersion, seed: UInt64, density: Double = 0.5) {
        self.form = form
        self.version = version
        self.source = SampleSource(seed: seed)
        self.density = density
    }

    private mutating func chance() -> Bool { Double(source.next() >> 11) / Double(1 << 53) < density }

    /// An arbitrary value, or the empty one.
    public mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError) {
        value = V.sampled(from: &source, isEmpty: !chance())
    }
    /// An arbitrary value, or none.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        guard chance() else {
            value = nil
            return
        }
        var sample = V.sampled(from: &source, isEmpty: false)
        // An optional text that is empty cannot be told from none.
        while sample.carrier.isOmitted, V.Carrier.shape == .string { sample = V.sampled(from: &source, isEmpty: false) }
        value = sample
    }
    /// An arbitrary text, beyond 7 bits too.
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        value = chance() ? source.text() + ["", "é", "\n", "日本", "\\", "\"", "😀"][source.below(7)] : ""
    }
    /// The group's fields.
    public mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G) throws(WireError) {
        try value.walk(&self)
    }
    /// A group, or none. Nothing in text.
    public mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G?) throws(WireError) {
        guard form == .protobuf, chance() else { return }
        var inner = G()
        try inner.walk(&self)
        value = inner
    }
    /// Up to three groups.
    public mutating func list<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ values: inout [G]
    ) throws(WireError) {
        values = []
        for _ in 0..<sampledCount() {
            var value = G()
            try value.walk(&self)
            values.append(value)
        }
    }
    /// Up to three values.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        values = (0..<sampledCount()).map { _ in V.sampled(from: &source, isEmpty: false) }
    }
    /// Up to three tags of different names.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        values = (0..<sampledCount()).map { TagValue(source.tag($0), source.text()) }
    }
    /// Nothing.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    /// Either, in text; what the caller says in protobuf.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool {
        form == .text ? chance() : isPresent
    }
    /// Up to three blank elements, in text.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {
        if form == .text { elements = Array(repeating: blank, count: sampledCount()) }
    }
    /// An error about the value just made.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, version: version)
    }

    private mutating func sampledCount() -> Int { density == 0 ? 0 : density == 1 ? 2 : source.below(4) }
}
