import TradewindsVocabulary

extension Schema {
    /// The columns of ``tsv()``.
    public static let columns = [
        "direction", "id", "message", "protobuf_message", "protobuf_from", "form", "place", "field", "type", "label",
        "since", "until",
    ]

    /// A header line, then one line a field, its columns separated by tabs.
    ///
    /// `place` is the position in text, counted over every branch, and the field number in protobuf. A message without
    /// fields has one line with these columns empty.
    public func tsv() -> String {
        var lines = [Self.columns.joined(separator: "\t")]
        for entry in entries {
            let head = entry.head
            if entry.text.isEmpty, entry.protobuf.isEmpty {
                lines.append((head + Array(repeating: "", count: 7)).joined(separator: "\t"))
            }
            for field in entry.placed { lines.append((head + field).joined(separator: "\t")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A reference page: a section for each message, a table for each form.
    public func markdown() -> String {
        var text = "# Messages\n"
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

    /// The columns from `form` on, for each field.
    fileprivate var placed: [[String]] {
        var rows: [[String]] = []
        for (index, field) in text.enumerated() { rows.append(row(field, place: index + 1)) }
        for field in protobuf { rows.append(row(field, place: field.number)) }
        return rows
    }

    private func row(_ field: SchemaField, place: Int) -> [String] {
        [
            field.form.rawValue, String(place), field.path, field.shape.description, field.label.rawValue,
            String(field.since.rawValue), String(field.until.rawValue),
        ]
    }

    fileprivate var markdown: String {
        var page = "\n### \(kind.name) (\(kind.id))\n"
        if let name = kind.protobufName, let since = kind.protobufSince {
            page += "\nProtobuf message `\(name)` from server version \(since.rawValue), "
            page += "id \(kind.id + Frame.protobufOffset).\n"
        }
        page += table("Text", text, place: "Position")
        page += table("Protobuf", protobuf, place: "Number")
        return page
    }

    private func table(_ title: String, _ fields: [SchemaField], place: String) -> String {
        guard !fields.isEmpty else { return "" }
        var page = "\n\(title):\n\n| \(place) | Field | Type | Label | Since | Until |\n|---|---|---|---|---|---|\n"
        for (index, field) in fields.enumerated() {
            let cells = row(field, place: field.form == .text ? index + 1 : field.number).dropFirst()
            page += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return page
    }
}
