import TradewindsVocabulary

/// What every message looks like on the wire, read off the declarations: ids, forms, fields, versions.
///
/// The reference page and `tw inspect schema` print it; a test holds it against tables of the protocol.
public struct Schema: Sendable {
    /// One message and its fields.
    public struct Entry: Sendable {
        /// Ids, name and forms.
        public let kind: MessageKind
        /// The fields of the text form, in wire order; fields of branches that exclude each other stand one after the
        /// other.
        public let text: [SchemaField]
        /// The fields of the protobuf form, parts behind the field that holds them.
        public let protobuf: [SchemaField]
    }

    /// Requests first, then events, each by ascending id.
    public let entries: [Entry]

    /// Reads every declaration at every version.
    ///
    /// - Complexity: Each message is walked many times at each version, so that all its branches are met: about a
    ///   million walks. Collect once and keep the value.
    public static func collect() throws(WireError) -> Schema {
        var entries: [Entry] = []
        for type in Request.types + Event.types { entries.append(try entry(of: type)) }
        return Schema(entries: entries)
    }

    /// Reads one declaration at every version.
    public static func entry(of type: any Message.Type) throws(WireError) -> Entry {
        var text: [SchemaField] = []
        var protobuf: [SchemaField] = []
        for raw in ServerVersion.floor.rawValue...ServerVersion.newest.rawValue {
            let version = ServerVersion(raw)
            guard let form = try? type.kind.form(at: version) else { continue }
            switch form {
            case .text: try extend(&text, with: type, form, version)
            case .protobuf: try extend(&protobuf, with: type, form, version)
            }
        }
        return Entry(kind: type.kind, text: text, protobuf: protobuf)
    }

    /// Walks that together meet every field that sampling finds at `version`; each is one way in which the fields can
    /// stand together.
    public static func walks(
        of type: any Message.Type, _ form: Form, at version: ServerVersion
    ) throws(WireError) -> [[SchemaField]] {
        var walks: [[SchemaField]] = []
        var known: Set<SchemaField> = []
        var quiet = 0
        var seed = 0
        while quiet < patience {
            let fields = try walk(type, form, version, seed: seed)
            let count = known.count
            known.formUnion(fields)
            if known.count > count || walks.isEmpty {
                walks.append(fields)
                quiet = 0
            } else {
                quiet += 1
            }
            seed += 1
        }
        return walks
    }

    /// How many walks without a new field are enough: every kind of contract or order has had its turn twice.
    private static let patience = 80

    private static func extend(
        _ fields: inout [SchemaField], with type: any Message.Type, _ form: Form, _ version: ServerVersion
    ) throws(WireError) {
        for walk in try walks(of: type, form, at: version) { merge(walk, into: &fields) }
    }

    private static func walk<M: Message>(
        _ type: M.Type, _ form: Form, _ version: ServerVersion, seed: Int
    ) throws(WireError) -> [SchemaField] {
        do throws(WireError) {
            return try walk(type, form, version, seed: seed, numbersTakeTurns: true)
        } catch { return try walk(type, form, version, seed: seed, numbersTakeTurns: false) }
    }

    private static func walk<M: Message>(
        _ type: M.Type, _ form: Form, _ version: ServerVersion, seed: Int, numbersTakeTurns: Bool
    ) throws(WireError) -> [SchemaField] {
        var collector = SchemaCollector(
            form: form, version: version, owner: SchemaCollector.protocolName(of: M.self), seed: seed,
            numbersTakeTurns: numbersTakeTurns)
        var message = M()
        try message.walk(&collector)
        return collector.fields
    }

    /// Puts each field of `walk` in its place: where it is known already, or behind the one before it.
    private static func merge(_ walk: [SchemaField], into fields: inout [SchemaField]) {
        var place = 0
        for field in walk {
            if let known = fields[place...].firstIndex(where: { $0.isSame(as: field) }) {
                fields[known].since = min(fields[known].since, field.since)
                fields[known].until = max(fields[known].until, field.until)
                place = known + 1
            } else {
                fields.insert(field, at: place)
                place += 1
            }
        }
    }
}
