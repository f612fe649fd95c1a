import TradewindsVocabulary

/// Why bytes are not a message, or a message cannot be written, with the place.
public struct WireError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// The message ends before the field.
        case missing
        /// The text is not of the field's type.
        case malformed(expected: String)
        /// A protobuf field has another wire type than the declared one.
        case wireType(Int)
        /// A varint runs over ten bytes, or a field number is zero or too large.
        case badTag
        /// Protobuf fields are not in ascending order: the reader then sorts them, so a caller never sees this.
        case outOfOrder
        /// A length reaches beyond the end of the message.
        case length(Int, left: Int)
        /// A declared count cannot fit in the bytes that are left.
        case count(Int, left: Int)
        /// No message has this id.
        case unknownMessage(id: Int)
        /// A frame claims to be longer than the protocol allows.
        case oversized(Int)
        /// A frame is too short to hold a message id.
        case empty
        /// The message does not exist at this server version.
        case unavailable(since: ServerVersion)
        /// The message has no such form.
        case form(Form)
        /// Text holds a byte that the protocol cannot carry.
        case unprintable(byte: UInt8)
    }

    private struct Fields: Hashable {
        var reason: Reason
        var message: String
        var field: String
        var offset: Int
        var version: ServerVersion
    }

    // In a box, so that an error takes one register: every field of every message passes errors on, and code that moves
    // five values there would be a fifth of the module.
    private indirect enum Box: Hashable { case fields(Fields) }
    private var box: Box

    private var fields: Fields {
        get {
            switch box {
            case .fields(let fields): fields
            }
        }
        set { box = .fields(newValue) }
    }

    /// What is wrong.
    public var reason: Reason {
        get { fields.reason }
        set { fields.reason = newValue }
    }
    /// The protocol's name of the message, empty before it is known.
    public var message: String {
        get { fields.message }
        set { fields.message = newValue }
    }
    /// The protocol's name of the field, empty where no field is concerned.
    public var field: String {
        get { fields.field }
        set { fields.field = newValue }
    }
    /// Where in the frame body, in bytes.
    public var offset: Int {
        get { fields.offset }
        set { fields.offset = newValue }
    }
    /// The negotiated server version.
    public var version: ServerVersion {
        get { fields.version }
        set { fields.version = newValue }
    }

    /// Tells what is wrong and where.
    public init(
        _ reason: Reason, message: String = "", field: String = "", offset: Int = 0, version: ServerVersion = .floor
    ) {
        box = .fields(Fields(reason: reason, message: message, field: field, offset: offset, version: version))
    }
}

extension WireError: CustomStringConvertible {
    /// One line: message, field, place, version, reason.
    public var description: String {
        let place = [message, field].filter { !$0.isEmpty }.joined(separator: ".")
        // A frame's length is the same at every version.
        if case .oversized = reason, place.isEmpty { return "frame at byte \(offset): \(reasonText)" }
        return "\(place.isEmpty ? "frame" : place) at byte \(offset), server version \(version): \(reasonText)"
    }

    private var reasonText: String {
        switch reason {
        case .missing: "the message ends before this field"
        case .malformed(let expected): "not \(expected)"
        case .wireType(let type): "wire type \(type) does not fit the field"
        case .badTag: "a malformed varint or field number"
        case .outOfOrder: "fields out of order"
        case .length(let length, let left): "a length of \(length) with \(left) bytes left"
        case .count(let count, let left): "a count of \(count) with \(left) bytes left"
        case .unknownMessage(let id): "no message has the id \(id)"
        case .oversized(let length): "a frame of \(length) bytes; the largest is \(Frame.largestBody)"
        case .empty: "the frame holds no message id"
        case .unavailable(let since): "this message needs server version \(since)"
        case .form(let form): "this message has no \(form.rawValue) form"
        case .unprintable(let byte): "byte \(byte) cannot be sent; use printable ASCII, tab or line ends"
        }
    }
}
