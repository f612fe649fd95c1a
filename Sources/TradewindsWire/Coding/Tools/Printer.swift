import TradewindsVocabulary

/// Prints a message as one JSON object: the protocol's field names, in wire order. What captures and inspectors show.
///
/// Exact decimals are strings, so that no digit is lost; unset values are `null`; fields that the form does not carry
/// at this version are absent.
public struct Printer: Coder {
    /// The negotiated server version.
    public let version: ServerVersion
    /// The form whose fields are printed.
    public let form: Form
    /// The JSON so far, without the outer braces.
    public private(set) var text = ""
    private var needsComma = false

    /// Prints what `form` carries at `version`.
    public init(form: Form, version: ServerVersion) {
        self.form = form
        self.version = version
    }

    /// The JSON object of `value`.
    public static func json<G: WireGroup>(of value: G, form: Form, version: ServerVersion) throws(WireError) -> String {
        var printer = Printer(form: form, version: version)
        var value = value
        try value.walk(&printer)
        return "{" + printer.text + "}"
    }

    private mutating func key(_ name: StaticString) {
        if needsComma { text += "," }
        needsComma = true
        JSONText.quote(name.description, into: &text)
        text += ":"
    }

    private mutating func object<G: WireGroup>(_ value: inout G) throws(WireError) {
        text += "{"
        needsComma = false
        try value.walk(&self)
        text += "}"
        needsComma = true
    }

    /// A value.
    public mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError) {
        key(name)
        value.carrier.print(to: &text)
    }
    /// A value or null.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        key(name)
        if let value { value.carrier.print(to: &text) } else { text += "null" }
    }
    /// A text.
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        try field(number, name, &value)
    }
    /// A nested object in both forms.
    public mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G) throws(WireError) {
        key(name)
        try object(&value)
    }
    /// A nested object when there is one. Nothing in text.
    public mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G?) throws(WireError) {
        guard form == .protobuf, var inner = value else { return }
        key(name)
        try object(&inner)
    }
    /// An array of objects.
    public mutating func list<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ values: inout [G]
    ) throws(WireError) {
        key(name)
        text += "["
        for index in values.indices {
            if index > 0 { text += "," }
            var value = values[index]
            try object(&value)
        }
        text += "]"
        needsComma = true
    }
    /// An array of values.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        key(name)
        text += "["
        for index in values.indices {
            if index > 0 { text += "," }
            values[index].carrier.print(to: &text)
        }
        text += "]"
    }
    /// An object of tags.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        key(name)
        text += "{"
        for index in values.indices {
            if index > 0 { text += "," }
            values[index].tag.print(to: &text)
            text += ":"
            values[index].value.print(to: &text)
        }
        text += "}"
    }
    /// Nothing.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    /// Nothing; returns what the caller says.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { isPresent }
    /// Nothing.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {}
    /// An error about a value.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, version: version)
    }
}
