extension ProtobufReader {
    /// Reads a whole message into `value`.
    mutating func message<G: WireGroup>(_ value: inout G) throws(WireError) {
        let start = cursor
        let mark = unknown?._withUnsafeGuaranteedRef { $0.fields.count } ?? 0
        do throws(WireError) {
            try advance()
            try value.walk(&self)
            try finish()
        } catch {
            guard error.reason == .outOfOrder else { throw error }
            unknown?._withUnsafeGuaranteedRef { $0.fields.removeSubrange(mark...) }
            try messageInAnyOrder(&value, from: start)
        }
    }

    /// The slow way: the fields are sorted into a copy, stably, and read from there. So seldom that one copy of the code
    /// must do for all messages.
    @inline(never)
    @_semantics("optimize.sil.specialize.generic.never")
    mutating func messageInAnyOrder<G: WireGroup>(_ value: inout G, from start: Int) throws(WireError) {
        let sorted = try FieldSorter.sorted(UnsafeRawBufferPointer(start: base + start, count: end - start))
        let (version, unknown) = (version, unknown)
        let outcome: Result<G, WireError> = sorted.withUnsafeBufferPointer { bytes in
            var value = G()
            guard let base = bytes.baseAddress else { return .success(value) }
            var reader = ProtobufReader(base: base, from: 0, to: bytes.count, version: version, unknown: unknown)
            do throws(WireError) {
                try reader.advance()
                try value.walk(&reader)
                try reader.finish()
            } catch { return .failure(error) }
            return .success(value)
        }
        value = try outcome.get()
        cursor = end
        nextNumber = 0
    }

    /// A plain value; an absent field leaves the type's own default.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V
    ) throws(WireError) {
        do throws(WireError) {
            guard try reach(number) else { return }
            repeat {
                value = V(carrier: try V.Carrier.read(from: &self))
                try advance()
            } while nextNumber == number
        } catch { throw located(error, name) }
    }

    /// A value that may be unset.
    public mutating func field<V: WireValue>(
        _ number: Int, _ name: StaticString, _ value: inout V?, unset: UnsetText
    ) throws(WireError) {
        do throws(WireError) {
            guard try reach(number) else { return }
            repeat {
                let carrier = try V.Carrier.read(from: &self)
                value = carrier.isLargest ? nil : V(carrier: carrier)
                try advance()
            } while nextNumber == number
        } catch { throw located(error, name) }
    }

    /// A text; protobuf needs no escapes.
    public mutating func escaped(_ number: Int, _ name: StaticString, _ value: inout String) throws(WireError) {
        try field(number, name, &value)
    }
    mutating func nested<G: WireGroup>(_ value: inout G) throws(WireError) {
        let range = try span()
        var inner = ProtobufReader(
            base: base, from: range.lowerBound, to: range.upperBound, version: version, unknown: unknown)
        try inner.message(&value)
    }

    /// A nested message; absent leaves it as it is.
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G
    ) throws(WireError) {
        do throws(WireError) {
            guard try reach(number) else { return }
            repeat {
                try nested(&value)
                try advance()
            } while nextNumber == number
        } catch { throw located(error, name) }
    }

    /// A nested message that may be absent.
    public mutating func group<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ value: inout G?
    ) throws(WireError) {
        do throws(WireError) {
            guard try reach(number) else { return }
            repeat {
                var inner = value ?? G()
                try nested(&inner)
                value = inner
                try advance()
            } while nextNumber == number
        } catch { throw located(error, name) }
    }

    /// A repeated nested message.
    public mutating func list<G: WireGroup>(
        _ number: Int, _ name: StaticString, _ values: inout [G]
    ) throws(WireError) {
        do throws(WireError) {
            values.removeAll(keepingCapacity: true)
            guard try reach(number) else { return }
            repeat {
                var value = G()
                try nested(&value)
                values.append(value)
                try advance()
            } while nextNumber == number
        } catch { throw located(error, name) }
    }

    /// A repeated scalar; packed numbers are accepted too.
    public mutating func values<V: WireValue>(
        _ number: Int, _ name: StaticString, _ values: inout [V]
    ) throws(WireError) {
        do throws(WireError) {
            values.removeAll(keepingCapacity: true)
            guard try reach(number) else { return }
            repeat {
                if nextType == 2, V.Carrier.shape != .string {
                    let range = try span()
                    var inner = ProtobufReader(
                        base: base, from: range.lowerBound, to: range.upperBound, version: version)
                    inner.nextNumber = number
                    inner.nextType = V.Carrier.shape == .double ? 1 : 0
                    while inner.left > 0 { values.append(V(carrier: try V.Carrier.read(from: &inner))) }
                } else {
                    values.append(V(carrier: try V.Carrier.read(from: &self)))
                }
                try advance()
            } while nextNumber == number
        } catch { throw located(error, name) }
    }

    /// A map of text to text, in the order that it came.
    public mutating func tags(
        _ number: Int, _ name: StaticString, _ values: inout [TagValue], _ style: TagStyle
    ) throws(WireError) {
        var entries: [TagEntry] = []
        try list(number, name, &entries)
        values = entries.map { TagValue($0.key, $0.value) }
    }

    /// Nothing: text only.
    public mutating func constant(_ name: StaticString, _ text: StaticString) throws(WireError) {}
    /// What the caller says: text only.
    public mutating func flag(_ name: StaticString, _ isPresent: Bool) throws(WireError) -> Bool { isPresent }
    /// Nothing: text only.
    public mutating func count<Element>(
        _ name: StaticString, _ elements: inout [Element], of blank: Element, fields: Int
    ) throws(WireError) {}
}

/// One entry of a protobuf map.
struct TagEntry: WireGroup {
    var key = ""
    var value = ""
    init() {}
    init(_ pair: TagValue) {
        key = pair.tag
        value = pair.value
    }
    mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "key", &key)
        try coder.field(2, "value", &value)
    }
}

/// Puts the fields of a message in ascending order, keeping the order of equal numbers.
enum FieldSorter {
    static func sorted(_ bytes: UnsafeRawBufferPointer) throws(WireError) -> [UInt8] {
        guard let address = bytes.baseAddress else { return [] }
        var reader = ProtobufReader(
            base: address.assumingMemoryBound(to: UInt8.self), from: 0, to: bytes.count, version: .floor)
        var fields: [(number: Int, range: Range<Int>)] = []
        while reader.cursor < reader.end {
            let start = reader.cursor
            reader.nextNumber = 0
            try reader.advance()
            let number = reader.nextNumber
            try reader.stepOver()
            fields.append((number, start..<reader.cursor))
        }
        let order = fields.indices.sorted {
            (fields[$0].number, $0) < (fields[$1].number, $1)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in order { result.append(contentsOf: bytes[fields[index].range]) }
        return result
    }
}
