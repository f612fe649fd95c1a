import TradewindsVocabulary

/// One field of a message in one of its forms.
public struct SchemaField: Sendable, Hashable {
    /// What stands in the field.
    public enum Shape: Sendable, Hashable {
        /// A single value.
        case scalar(ScalarShape)
        /// A nested protobuf message of this name.
        case message(String)
        /// Tags and values: a map in protobuf, one text in text.
        case tags
        /// Text only: how many elements follow.
        case count
        /// Text only: whether something follows.
        case flag
        /// Text only: always this text.
        case constant(String)
    }

    /// How often the value stands there.
    public enum Label: String, Sendable, Hashable {
        /// Once; absent means its empty value.
        case single
        /// Once or not at all.
        case optional
        /// Any number of times.
        case repeated
    }

    /// The form.
    public var form: Form
    /// The protobuf field number; 0 in text.
    public var number: Int
    /// The protocol's names from the message down, joined by points; `[]` marks the elements of a list.
    public var path: String
    /// The protobuf message that the field belongs to: the message itself or one of its parts.
    public var owner: String
    /// What stands in it.
    public var shape: Shape
    /// How often.
    public var label: Label
    /// The first version that has it in this form.
    public var since: ServerVersion
    /// The last version that has it in this form.
    public var until: ServerVersion

    /// The last part of ``path``.
    public var name: String {
        let last = path.split(separator: ".").last.map(String.init) ?? path
        return last.hasSuffix(Self.againMark) ? String(last.dropLast(Self.againMark.count)) : last
    }

    /// Ends the path of a field that stands in its message a second time.
    static let againMark = " (again)"
}

extension SchemaField.Shape: CustomStringConvertible {
    /// The shape in one word; a constant is quoted.
    public var description: String {
        switch self {
        case .scalar(let shape): shape.rawValue
        case .message(let name): name
        case .tags: "tags"
        case .count: "count"
        case .flag: "flag"
        case .constant(let text): "\"\(text)\""
        }
    }
}
