import TradewindsVocabulary

extension Schema {
    /// The columns of ``tsv()`` and what stands in each.
    public static let columnNotes: [(name: String, note: String)] = [
        ("direction", "out: client to gateway; in: gateway to client"),
        ("id", "the message's id; protobuf adds \(Frame.protobufOffset) on the wire"),
        ("message", "the message's name in the protocol"),
        ("protobuf_message", "the name of its protobuf message, empty where it has none"),
        ("protobuf_from", "the server version from which it is sent as protobuf, empty where it never is"),
        ("form", "text or protobuf; each form of a message has its own rows"),
        ("place", "text: the position, counted over every branch; protobuf: the field number"),
        (
            "field",
            "the names from the message down, joined by points, as tw inspect decode prints them; [] marks the elements "
                + "of a list, (again) a field that stands there a second time; empty where the form has no fields"
        ),
        (
            "type",
            "int32, int64, double, bool, string, decimal (a decimal number as text, exact), tags (names with values), "
                + "count (how many elements follow), flag (whether a part follows), a quoted text (always this text), or "
                + "the name of the protobuf message that is nested there"
        ),
        ("label", "single: absent or empty means the type's empty value; optional: may be unset; repeated"),
        ("since", "the first server version that carries it in this form"),
        ("until", "the last server version that does"),
    ]

    /// The columns of ``tsv()``.
    public static let columns = columnNotes.map(\.name)

    /// A header line, then one line a field, its columns separated by tabs. A form without fields has one line too, its
    /// place, field, type and label empty.
    public func tsv() -> String {
        var lines = [Self.columns.joined(separator: "\t")]
        for entry in entries {
            for row in entry.rows { lines.append((entry.head + row).joined(separator: "\t")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A reference page: how to read it, then a section for each message, a table for each form.
    public func markdown() -> String {
        var text = "# Messages\n\nPrinted by `tw inspect schema --format markdown`. The columns:\n\n"
        for column in Self.columnNotes.dropFirst(6) { text += "- \(column.name): \(column.note)\n" }
        for direction in [Direction.toGateway, .toClient] {
            text += direction == .toGateway ? "\n## Requests\n" : "\n## Events\n"
            for entry in entries where entry.kind.direction == direction { text += entry.markdown }
        }
        return text
    }
}

extension Schema.Entry {
    fileprivate var head: [String] {
        [
            kind.direction.rawValue, String(kind.id), kind.name, kind.protobufName ?? "",
            kind.protobufSince.map { String($0.rawValue) } ?? "",
        ]
    }

    /// The columns from `form` on, for each field of each form.
    fileprivate var rows: [[String]] {
        var rows: [[String]] = []
        for form in Form.allCases {
            guard let versions = versions(of: form) else { continue }
            let fields = fields(of: form)
            rows += fields.enumerated().map { row($1, index: $0) }
            if fields.isEmpty {
                rows.append([
                    form.rawValue, "", "", "", "", versions.lowerBound.description, versions.upperBound.description,
                ])
            }
        }
        return rows
    }

    private func fields(of form: Form) -> [SchemaField] { form == .text ? text : protobuf }

    private func versions(of form: Form) -> ClosedRange<ServerVersion>? {
        form == .text ? textVersions : protobufVersions
    }

    private func row(_ field: SchemaField, index: Int) -> [String] {
        [
            field.form.rawValue, String(field.form == .text ? index + 1 : field.number), field.path,
            field.shape.description, field.label.rawValue, field.since.description, field.until.description,
        ]
    }

    fileprivate var markdown: String {
        var page = "\n### \(kind.name) (\(kind.id))\n"
        if let name = kind.protobufName, let since = kind.protobufSince {
            page += "\nProtobuf message `\(name)` from server version \(since.rawValue), "
            page += "id \(kind.id + Frame.protobufOffset).\n"
        }
        for form in Form.allCases { page += table(form) }
        return page
    }

    private func table(_ form: Form) -> String {
        guard let versions = versions(of: form) else { return "" }
        let fields = fields(of: form)
        let title = form == .text ? "Text" : "Protobuf"
        guard !fields.isEmpty else {
            return "\n\(title), \(versions.lowerBound) to \(versions.upperBound): no fields.\n"
        }
        var page = "\n\(title):\n\n| place | field | type | label | since | until |\n|---|---|---|---|---|---|\n"
        for (index, field) in fields.enumerated() {
            page += "| " + row(field, index: index).dropFirst().joined(separator: " | ") + " |\n"
        }
        return page
    }
}
