import TradewindsVocabulary

/// Reads a message from its protobuf form, without an intermediate tree.
///
/// Written for fields in ascending order, which is how official writers emit them; a message whose fields come in any
/// other order is put in order first. Unknown fields are skipped and kept for printing; of repeated occurrences of a
/// single field the last wins.
///
/// - Note: Holds a pointer into the frame and must not outlive the closure that gave it.
public struct ProtobufReader: Coder {
    // Unsafe: a view on the frame's bytes, valid while the caller of the entry point holds the frame. Every access
    // below is bounded by `end`.
    let base: UnsafePointer<UInt8>
    var cursor: Int
    let end: Int
    /// The field number under the cursor; zero at the end of the message.
    var nextNumber = 0
    /// The wire type under the cursor.
    var nextType = 0
    /// The negotiated server version.
    public let version: ServerVersion
    // Unmanaged: keeps the reader a plain value, so that reading a tick counts no references. The inspector that made
    // the collection holds it for as long as it reads.
    let unknown: Unmanaged<UnknownFields>?

    /// Values come in.
    public static var fills: Bool { true }
    /// Always protobuf.
    public var form: Form { .protobuf }
    /// Where the next value begins, in bytes from the start of the frame body.
    public var offset: Int { cursor }
    init(
        base: UnsafePointer<UInt8>, from start: Int, to end: Int, version: ServerVersion,
        unknown: Unmanaged<UnknownFields>? = nil
    ) {
        self.unknown = unknown
        self.base = base
        self.cursor = start
        self.end = end
        self.version = version
    }

    /// Bytes not read yet.
    var left: Int { end - cursor }

    /// Moves to the next field's value.
    mutating func advance() throws(WireError) {
        guard cursor < end else {
            nextNumber = 0
            return
        }
        let byte = base[cursor]
        let tag: UInt64
        if byte < 0x80 {
            cursor += 1
            tag = UInt64(byte)
        } else {
            tag = try varint()
        }
        let number = Int(truncatingIfNeeded: tag >> 3)
        guard tag >> 3 > 0, tag >> 3 <= 0x1FFF_FFFF else { throw WireError(.badTag) }
        if number < nextNumber { throw WireError(.outOfOrder) }
        nextNumber = number
        nextType = Int(truncatingIfNeeded: tag & 7)
    }
    mutating func varint() throws(WireError) -> UInt64 {
        if cursor < end {
            let byte = base[cursor]
            if byte < 0x80 {
                cursor += 1
                return UInt64(byte)
            }
        }
        return try longVarint()
    }
    mutating func longVarint() throws(WireError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while cursor < end {
            let byte = base[cursor]
            cursor += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            guard shift < 70 else { throw WireError(.badTag) }
        }
        throw WireError(.missing)
    }

    /// The bytes of a length-delimited value.
    mutating func span() throws(WireError) -> Range<Int> {
        guard nextType == 2 else { throw WireError(.wireType(nextType)) }
        let length = try varint()
        guard length <= UInt64(left) else {
            throw WireError(.length(Int(clamping: length), left: left))
        }
        let start = cursor
        cursor += Int(length)
        return start..<cursor
    }

    /// Steps over fields below `number`; true when the cursor is at `number`.
    mutating func reach(_ number: Int) throws(WireError) -> Bool {
        while nextNumber < number {
            if nextNumber == 0 { return false }
            try skip()
        }
        return nextNumber == number
    }

    /// Steps over the field under the cursor, which no declaration knows.
    @inline(never)
    mutating func skip() throws(WireError) {
        let start = cursor
        try stepOver()
        if let unknown {
            let bytes = Array(UnsafeBufferPointer(start: base + start, count: cursor - start))
            unknown._withUnsafeGuaranteedRef {
                $0.fields.append(UnknownField(number: nextNumber, wireType: nextType, bytes: bytes))
            }
        }
        try advance()
    }

    /// Steps over the value under the cursor.
    mutating func stepOver() throws(WireError) {
        switch nextType {
        case 0: _ = try varint()
        case 1, 5:
            let count = nextType == 1 ? 8 : 4
            guard left >= count else { throw WireError(.missing) }
            cursor += count
        case 2: _ = try span()
        default: throw WireError(.wireType(nextType))
        }
    }

    /// Reads whatever is left after the declared fields.
    mutating func finish() throws(WireError) {
        while nextNumber != 0 { try skip() }
    }

    @inline(never)
    func located(_ error: WireError, _ name: StaticString) -> WireError {
        var error = error
        if error.field.isEmpty {
            error.field = name.description
            error.offset = cursor
            error.version = version
        }
        return error
    }

    /// An error at the current place.
    public func refusal(_ name: StaticString, _ reason: WireError.Reason) -> WireError {
        located(WireError(reason), name)
    }
}

/// A protobuf field that no declaration knows.
public struct UnknownField: Sendable, Hashable {
    /// The field number.
    public var number: Int
    /// The protobuf wire type.
    public var wireType: Int
    /// The value as it came; length-delimited values include their length.
    public var bytes: [UInt8]
}

/// Collects the unknown fields of a message for printing.
final class UnknownFields {
    var fields: [UnknownField] = []
}
