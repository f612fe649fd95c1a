import TradewindsVocabulary

/// Lists the fields that a message walks.
///
/// Fills the message with arbitrary values on the way, so that branches which depend on a value are taken sooner or
/// later; several walks with different seeds, merged, give the whole message. Lists hold one element at most, so that
/// a text message names each field once.
struct SchemaCollector: Coder {
    let version: ServerVersion
    let form: Form
    /// The fields met so far, in wire order. Parts of a message stand behind the field that holds them.
    private(set) var fields: [SchemaField] = []
    private var sampler: Sampler
    /// Which of the values of a closed set has its turn.
    private let turn: Int
    /// Whether numbers do so too; some messages refuse numbers that mean nothing.
    private let numbersTakeTurns: Bool
    /// The path and the type of what is being walked.
    private var path = ""
    private var owner: String
    /// The paths around the part entered last.
    private var outerPaths: [String] = []

    /// Walks for `form` at `version`; `owner` is the protobuf message's name.
    init(form: Form, version: ServerVersion, owner: String, seed: Int, numbersTakeTurns: Bool) {
        self.form = form
        self.version = version
        self.owner = owner
        self.turn = seed / 2
        self.numbersTakeTurns = numbersTakeTurns
        let density = seed.isMultiple(of: 2) ? 1 : seed % 4 == 1 ? 0 : 0.5
        self.sampler = Sampler(form: form, version: version, seed: UInt64(seed), density: density)
    }

    private mutating func note(
        _ number: Int, _ name: String, _ shape: SchemaField.Shape, _ label: SchemaField.Label = .single
    ) {
        fields.append(
            SchemaField(
                form: form, number: number, path: path + name, owner: owner, shape: shape, label: label, since: version,
                until: version))
    }

    /// The value of a closed set that has its turn: branches depend on those.
    private func chosen<V>(_ type: V.Type, _ name: StaticString) -> V? {
        // Any text and any number, but these make fields follow.
        if name.description == "exchange", let exchange = "IBKRATS" as? V { return exchange }
        if name.description == "competeAgainstBestOffset", let offset = Double.infinity as? V { return offset }
        if let text = type as? any OpenText.Type { return known(text) as? V }
        if numbersTakeTurns, let number = type as? any OpenNumber.Type { return numbered(number) as? V }
        return nil
    }
    private func known<T: OpenText>(_ type: T.Type) -> T? {
        let known = T.known
        return known.isEmpty ? nil : known[turn % known.count]
    }
    private func numbered<T: OpenNumber>(_ type: T.Type) -> T { T(carrier: Int32(turn % 12)) }

    private mutating func within<G: WireGroup>(
        _ name: String, _ group: inout G
    ) throws(WireError) {
        let outer = (path, owner)
        path += name + "."
        owner = Self.protocolName(of: G.self)
        try group.walk(&self)
        (path, owner) = outer
    }

    /// Parts whose type has a name of its own here.
    private static let protocolNames = [
        "ConfigWarning": "UpdateConfigWarning", "DepthExchange": "DepthMarketDataDescription",
        "HistogramEntry": "HistogramDataEntry", "HistoricalBar": "HistoricalDataBar",
        "QuoteTickAttributes": "TickAttribBidAsk", "ScannerRow": "ScannerDataElement",
        "TradeTickAttributes": "TickAttribLast",
    ]

    /// The protocol's name of a message or a part.
    static func protocolName<G>(of type: G.Type) -> String {
        if let message = type as? any Message.Type { return message.kind.protobufName ?? message.kind.name }
        let name = String(describing: type)
        return protocolNames[name] ?? name
    }

    mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError) {
        note(number, name.description, .scalar(V.Carrier.shape))
        try sampler.field(number, name, &value)
        if sampler.density == 1, let chosen = chosen(V.self, name) { value = chosen }
    }
    mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        note(number, name.description, .scalar(V.Carrier.shape), .optional)
        try sampler.field(number, name, &value, unset: unset)
        if sampler.density == 1, let chosen = chosen(V.self, name) { value = chosen }
    }
    mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        note(number, name.description, .scalar(.string))
        try sampler.escaped(number, name, &value)
    }
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G) throws(WireError) {
        if form == .protobuf { note(number, name.description, .message(Self.protocolName(of: G.self))) }
        try within(name.description, &value)
    }
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G?) throws(WireError) {
        guard form == .protobuf else { return }
        note(number, name.description, .message(Self.protocolName(of: G.self)), .optional)
        var inner = G()
        try within(name.description, &inner)
        value = inner
    }
    mutating func list<G: WireGroup>(_ number: Int, _ name: StaticString, _ values: inout [G]) throws(WireError) {
        if form == .protobuf {
            note(number, name.description, .message(Self.protocolName(of: G.self)), .repeated)
        } else {
            note(number, name.description, .count)
        }
        values = []
        if sampler.density == 0 { return }
        var inner = G()
        try within(name.description + "[]", &inner)
        values = [inner]
    }
    mutating func values<V: WireValue>(_ number: Int, _ name: StaticString, _ values: inout [V]) throws(WireError) {
        if form == .text { note(number, name.description, .count) }
        note(number, name.description + (form == .text ? "[]" : ""), .scalar(V.Carrier.shape), .repeated)
        values = sampler.density == 0 ? [] : [V.sampled(from: &sampler.source, isEmpty: false)]
    }
    mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        if form == .text, style == .counted {
            note(number, name.description, .count)
            note(number, name.description + "[].tag", .scalar(.string), .repeated)
            note(number, name.description + "[].value", .scalar(.string), .repeated)
        } else {
            note(number, name.description, .tags, .repeated)
        }
        try sampler.tags(number, name, &values, style)
    }
    mutating func enter(_ name: StaticString) {
        outerPaths.append(path)
        path += name.description + "."
    }
    mutating func enterElement(of name: StaticString) {
        outerPaths.append(path)
        path += name.description + "[]."
    }
    mutating func leave() { path = outerPaths.popLast() ?? "" }
    mutating func again<V: WireValue>(
        _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        // A path of its own, so that the field stands in the list twice.
        note(0, name.description + SchemaField.againMark, .scalar(V.Carrier.shape), .optional)
        try sampler.field(0, name, &value, unset: unset)
    }
    mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {
        if form == .text { note(0, name.description, .constant(text.description)) }
    }
    mutating func revision(_ newest: Int32) throws(WireError) -> Int32 {
        if form == .text { note(0, "version", .constant(newest.description)) }
        return newest
    }
    mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool {
        if form == .text { note(0, name.description, .flag) }
        return try sampler.flag(name, isPresent)
    }
    mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {
        guard form == .text else { return }
        note(0, name.description, .count)
        elements = sampler.density == 0 ? [] : [blank]
    }
    func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, version: version)
    }
}
