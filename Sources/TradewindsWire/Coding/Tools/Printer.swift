import TradewindsVocabulary

/// Prints a message as one JSON object: the protocol's field names, in wire order. What captures and inspectors show.
///
/// Exact decimals are strings, so that no digit is lost; unset values are `null`; fields that the form does not carry
/// at this version are absent. Parts and lists are objects and arrays in both forms, although text has neither. No
/// object has a key twice.
public struct Printer: Coder {
    /// The negotiated server version.
    public let version: ServerVersion
    /// The form whose fields are printed.
    public let form: Form
    /// The JSON so far, without the outer braces.
    public var text: String { scope.joined }
    private var scope = Scope()
    /// The scopes around the one being printed, the message's own first.
    private var outer: [Scope] = []

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

    /// An object or an array whose members are being printed. The parts of a text message stand among each other's
    /// fields, so each is printed by itself and put in its place at the end.
    private struct Scope {
        var name = ""
        var isArray = false
        var text = ""
        /// The parts, each with its place in ``text``.
        var parts: [(place: Int, part: Scope)] = []
        /// Which of the parts of the scope around it this is.
        var index = 0

        mutating func key(_ name: String) {
            comma()
            text += "\""
            text += name
            text += "\":"
        }

        mutating func comma() {
            let last = text.utf8.last
            if last != nil, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { text += "," }
        }

        /// The part of this name: entered before, or new.
        mutating func take(_ name: String, isArray: Bool) -> Scope {
            if let index = parts.firstIndex(where: { $0.part.name == name }) {
                var part = Scope()
                swap(&part, &parts[index].part)
                return part
            }
            key(name)
            text += isArray ? "[]" : "{}"
            parts.append((text.utf8.count - 1, Scope()))
            return Scope(name: name, isArray: isArray, index: parts.count - 1)
        }

        /// The members, with each part in its place.
        var joined: String {
            guard !parts.isEmpty else { return text }
            var whole = ""
            var start = text.utf8.startIndex
            for (place, part) in parts {
                let end = text.utf8.index(text.utf8.startIndex, offsetBy: place)
                whole += text[start..<end]
                whole += part.joined
                start = end
            }
            whole += text[start...]
            return whole
        }
    }

    private mutating func key(_ name: StaticString) { scope.key(name.description) }

    private mutating func object<G: WireGroup>(_ value: inout G) throws(WireError) {
        outer.append(scope)
        scope = Scope()
        try value.walk(&self)
        let members = scope.joined
        scope = outer.removeLast()
        scope.text += "{" + members + "}"
    }

    /// The part's fields go into an object of its name.
    public mutating func enter(_ name: StaticString) { open(name.description, isArray: false) }

    /// The element's fields go into an object of their own in the array of that name.
    public mutating func enterElement(of name: StaticString) {
        open(name.description, isArray: true)
        scope.comma()
        outer.append(scope)
        scope = Scope()
    }

    /// Ends the part or the element.
    public mutating func leave() {
        guard var holder = outer.popLast() else { return }
        if holder.isArray {
            holder.text += "{" + scope.joined + "}"
            scope = holder
            return close()
        }
        holder.parts[scope.index].part = scope
        scope = holder
    }

    /// Puts the part back into the scope around it.
    private mutating func close() {
        guard var holder = outer.popLast() else { return }
        holder.parts[scope.index].part = scope
        scope = holder
    }

    private mutating func open(_ name: String, isArray: Bool) {
        let part = scope.take(name, isArray: isArray)
        outer.append(scope)
        scope = part
    }

    /// A value.
    public mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError) {
        key(name)
        value.carrier.print(to: &scope.text)
    }
    /// A value or null.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        key(name)
        if let value { value.carrier.print(to: &scope.text) } else { scope.text += "null" }
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
        scope.text += "["
        for index in values.indices {
            if index > 0 { scope.text += "," }
            var value = values[index]
            try object(&value)
        }
        scope.text += "]"
    }
    /// An array of values.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        key(name)
        scope.text += "["
        for index in values.indices {
            if index > 0 { scope.text += "," }
            values[index].carrier.print(to: &scope.text)
        }
        scope.text += "]"
    }
    /// An object of tags; an array of tags and values where a tag stands there twice.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        key(name)
        let isObject = Set(values.map(\.tag)).count == values.count
        scope.text += isObject ? "{" : "["
        for index in values.indices {
            if index > 0 { scope.text += "," }
            if !isObject { scope.text += "{\"tag\":" }
            values[index].tag.print(to: &scope.text)
            scope.text += isObject ? ":" : ",\"value\":"
            values[index].value.print(to: &scope.text)
            if !isObject { scope.text += "}" }
        }
        scope.text += isObject ? "}" : "]"
    }
    /// Nothing.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    /// Nothing; returns what the caller says.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { isPresent }
    /// An array, empty until its elements are entered. A count of tags is not shown: the tags are.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {
        guard form == .text, Element.self != TagValue.self else { return }
        open(name.description, isArray: true)
        close()
    }
    /// Nothing: it has been printed.
    public mutating func again<V: WireValue>(
        _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {}
    /// An error about a value.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, version: version)
    }
}
