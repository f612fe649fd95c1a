import TradewindsVocabulary
import TradewindsWire

/// Finds the account ids that a frame names in its account fields.
struct AccountNames {
    /// The ids, in the order found.
    private(set) var found: [String] = []
    /// The form of the frame; `nil` where it cannot be read.
    private(set) var form: Form?
    /// The protobuf fields that no declaration knows.
    private(set) var unread: [[UInt8]] = []

    /// Reads a frame's body.
    mutating func read(_ body: [UInt8], _ direction: Direction, version: ServerVersion) {
        body.withUnsafeBytes { bytes in
            switch direction {
            case .toClient:
                if let read = try? InspectedMessage<Event>(frame: bytes, version: version) { look(at: read) }
            case .toGateway:
                if let read = try? InspectedMessage<Request>(frame: bytes, version: version) { look(at: read) }
            }
        }
    }

    private mutating func look<S: MessageSet>(at read: InspectedMessage<S>) {
        form = read.form
        unread = read.unknown.map(\.bytes)
        var collector = AccountCollector(form: read.form, version: .newest)
        try? read.message.visit(&collector)
        found = collector.found
    }
}

/// Walks a message and keeps what its account fields say.
private struct AccountCollector: Coder, MessageVisitor {
    let form: Form
    let version: ServerVersion
    var found: [String] = []

    init(form: Form, version: ServerVersion) {
        self.form = form
        self.version = version
    }

    /// Account fields that are texts. Those that are ids tell it by their type.
    private static let names: Set<String> = [
        "accountsList", "clearingAccount", "deltaNeutralClearingAccount", "customerAccount", "accountID", "accountId",
        "acctCode", "accountName", "acctNumber", "account",
    ]

    mutating func visit<M: Message>(_ message: M) throws(WireError) {
        var message = message
        try message.walk(&self)
    }

    private mutating func keep(_ text: String) {
        found += text.split(whereSeparator: { ",; \t\n".contains($0) }).map(String.init)
    }

    private mutating func look<V: WireValue>(_ name: StaticString, _ value: V) {
        if let account = value as? AccountID {
            keep(account.rawValue)
        } else if let text = value as? String, Self.names.contains(name.description) {
            keep(text)
        }
    }

    mutating func field<V: WireValue>(_ number: Int, _ name: StaticString, _ value: inout V) throws(WireError) {
        look(name, value)
    }
    mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        if let value { look(name, value) }
    }
    mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        look(name, value)
    }
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G) throws(WireError) {
        try value.walk(&self)
    }
    mutating func group<G: WireGroup>(_ number: Int, _ name: StaticString, _ value: inout G?) throws(WireError) {
        guard var inner = value else { return }
        try inner.walk(&self)
    }
    mutating func list<G: WireGroup>(_ number: Int, _ name: StaticString, _ values: inout [G]) throws(WireError) {
        for var value in values { try value.walk(&self) }
    }
    mutating func values<V: WireValue>(_ number: Int, _ name: StaticString, _ values: inout [V]) throws(WireError) {
        for value in values { look(name, value) }
    }
    mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {}
    mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { isPresent }
    mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {}
    func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        WireError(reason, field: name.description, version: version)
    }
}
