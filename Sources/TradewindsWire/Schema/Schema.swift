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
        /// The versions that send it as text; `nil` where none does.
        public let textVersions: ClosedRange<ServerVersion>?
        /// The versions that send it as protobuf; `nil` where none does.
        public let protobufVersions: ClosedRange<ServerVersion>?
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
        var orders = [Form.text: FieldOrder(), .protobuf: FieldOrder()]
        var versions: [Form: ClosedRange<ServerVersion>] = [:]
        for raw in ServerVersion.floor.rawValue...ServerVersion.newest.rawValue {
            let version = ServerVersion(raw)
            guard let form = try? type.kind.form(at: version) else { continue }
            versions[form] = (versions[form]?.lowerBound ?? version)...version
            for walk in try walks(of: type, form, at: version) { orders[form]?.add(walk) }
        }
        return Entry(
            kind: type.kind, text: orders[.text]?.sorted ?? [], protobuf: orders[.protobuf]?.sorted ?? [],
            textVersions: versions[.text], protobufVersions: versions[.protobuf])
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
}
