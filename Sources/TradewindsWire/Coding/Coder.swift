import TradewindsVocabulary

/// The two forms that a message can have on the wire.
public enum Form: String, Sendable, Hashable, CaseIterable {
    /// NUL-separated text fields.
    case text
    /// One protobuf message.
    case protobuf
}

/// How a text field without a value is written. Readers accept every way.
public enum UnsetText: Sendable, Hashable {
    /// As nothing.
    case empty
    /// As the largest number of its type, the way the official client does in some requests.
    case largest
}

/// How a list of tags stands in a text message. In protobuf it is always a map.
public enum TagStyle: Sendable, Hashable {
    /// One field: `tag=value;tag=value;`.
    case joined
    /// A count, then a field for each tag and each value.
    case counted
}

/// What walks a message: a reader, a writer, a printer, a sampler, a schema collector.
///
/// A message declares its fields once, in `walk`, by calling these in wire order. What a call does is the coder's
/// business: a reader fills the value, a writer only looks at it.
///
/// Numbers are protobuf field numbers; text form ignores them. Names are the protocol's own names.
public protocol Coder {
    /// Whether values come in (readers, samplers) rather than go out.
    static var fills: Bool { get }
    /// The negotiated server version.
    var version: ServerVersion { get }
    /// The form being walked.
    var form: Form { get }

    /// A plain value. Absent in protobuf or empty in text means the type's empty value (0, false, "").
    mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError)
    /// A value that may be unset.
    mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError)
    /// A text whose non-ASCII characters travel as backslash escapes in text form.
    mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError)
    /// A nested message in protobuf; the same fields inline in text.
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G) throws(WireError)
    /// A nested message that may be absent. Protobuf only: in text say ``flag(_:_:)`` first and walk what is there.
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G?) throws(WireError)
    /// A repeated nested message in protobuf; a count and that many groups in text.
    mutating func list<G: WireGroup>(_ number: Int, _ name: StaticString, _ values: inout [G]) throws(WireError)
    /// A repeated scalar in protobuf; a count and that many fields in text.
    mutating func values<V: WireValue>(_ number: Int, _ name: StaticString, _ values: inout [V]) throws(WireError)
    /// A list of tags.
    mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError)

    /// Text only: a field that always holds the same text, such as a message's own version or a dead slot.
    mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError)
    /// Text only: the message's own version, where older ones left fields out. A reader returns the one that came; the
    /// others write and return `newest`.
    mutating func revision(_ newest: Int32) throws(WireError) -> Int32
    /// Text only: a field that says whether something follows. Returns what it says.
    mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool
    /// Text only: a count that stands before (or apart from) its elements, of which each has at least `fields` fields.
    /// A filling coder makes that many elements.
    mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError)
    /// Text only: the fields up to ``leave()`` belong to the part `name`, which protobuf nests. A part may be entered
    /// again after others.
    mutating func enter(_ name: StaticString)
    /// Text only: the fields up to ``leave()`` are the next element of the list `name`, which has been counted.
    mutating func enterElement(of name: StaticString)
    /// Ends the part or the element entered last.
    mutating func leave()
    /// Text only: a field that stands in the message a second time; what is read here counts.
    mutating func again<V: WireValue>(
        _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError)
    /// Stops with an error that names `name`, for a value that no field rule can refuse.
    func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError
}

extension Coder {
    /// Most coders only look at the values.
    public static var fills: Bool { false }

    /// Whether the negotiated version has `gate`.
    public func speaks(_ gate: ServerVersion) -> Bool { version >= gate }

    /// Whether the form is text.
    public var isText: Bool { form == .text }

    /// A value that may be unset and is then empty in text.
    @inline(__always)
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?
    ) throws(WireError) {
        try field(number, name, &value, unset: .empty)
    }

    /// A number; a text that is none is read as unset, because the message that it comes with matters more.
    public mutating func numberOrNothing<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText = .empty
    ) throws(WireError) {
        do throws(WireError) { try field(number, name, &value, unset: unset) } catch {
            guard Self.fills, case .malformed = error.reason else { throw error }
            value = nil
        }
    }

    /// Protobuf has no such field, and a printer does not show it.
    public mutating func revision(_ newest: Int32) throws(WireError) -> Int32 { newest }

    /// Text has no parts: only printers and collectors of schemas see them.
    @inline(__always)
    public mutating func enter(_ name: StaticString) {}
    /// Text has no parts: only printers and collectors of schemas see them.
    @inline(__always)
    public mutating func enterElement(of name: StaticString) {}
    /// Text has no parts: only printers and collectors of schemas see them.
    @inline(__always)
    public mutating func leave() {}

    /// As any other field.
    @inline(__always)
    public mutating func again<V: WireValue>(
        _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) { try field(0, name, &value, unset: unset) }

    /// Text only: the message's own version, which readers skip.
    @inline(__always)
    public mutating func textVersion(_ text: StaticString) throws(WireError) {
        if form == .text { try constant("version", text) }
    }
}

/// Fields that belong together: a message, or a part of one that is nested in protobuf.
public protocol WireGroup: Sendable, Hashable {
    /// All fields unset.
    init()
    /// Declares the fields, in wire order, to whatever coder walks them.
    mutating func walk<C: Coder>(_ coder: inout C) throws(WireError)
}

/// A tag and its value: algorithm parameters, request options.
public struct TagValue: Sendable, Hashable {
    /// The name.
    public var tag: String
    /// The value, as text.
    public var value: String
    /// Pairs a name with its value.
    public init(_ tag: String, _ value: String) {
        self.tag = tag
        self.value = value
    }
}
