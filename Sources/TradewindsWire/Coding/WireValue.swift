import TradewindsVocabulary

/// The shapes of a single field on the wire.
public enum ScalarShape: String, Sendable, Hashable {
    /// A 32-bit integer.
    case int32
    /// A 64-bit integer.
    case int64
    /// A binary floating-point number.
    case double
    /// True or false.
    case bool
    /// Text.
    case string
    /// An exact decimal number, as text in both forms.
    case decimal
}

/// A Swift value that stands in one field: it says which scalar carries it.
public protocol WireValue: Sendable, Hashable {
    /// The scalar on the wire.
    associatedtype Carrier: WireScalar
    /// The value that the scalar means. Never fails: an unknown value is kept as it came.
    init(carrier: Carrier)
    /// The scalar that means this value.
    var carrier: Carrier { get }
    /// An arbitrary value that both forms can carry; the empty one where that is wanted and allowed.
    static func sampled(from source: inout SampleSource, isEmpty: Bool) -> Self
}

extension WireValue {
    /// Whatever the scalar samples.
    public static func sampled(from source: inout SampleSource, isEmpty: Bool) -> Self {
        Self(carrier: isEmpty ? Carrier.empty : Carrier.sample(from: &source))
    }
}

/// A scalar that every coder can handle.
public protocol WireScalar: WireValue where Carrier == Self {
    /// Its protobuf shape.
    static var shape: ScalarShape { get }
    /// The value of an absent or empty field.
    static var empty: Self { get }
    /// Whether protobuf leaves the value out when it is not optional.
    var isOmitted: Bool { get }

    /// Whether this is the number that stands for unset on the wire.
    var isLargest: Bool { get }

    /// Reads the next text field; `nil` where it is empty.
    static func read(from reader: inout TextReader) throws(WireError) -> Self?
    /// Reads a text field whose first eight bytes stand in `word`, of which `length` (1 to 8; 8 where there are more)
    /// belong to it; `nil` where the spelling is uncommon.
    static func read(from reader: inout QuickTextReader, _ word: UInt64, _ length: Int) -> Self?
    /// Writes itself as the next text field, the end mark included.
    func write(to writer: inout TextWriter)
    /// Writes the unset value in its largest spelling.
    static func writeLargest(to writer: inout TextWriter)
    /// Reads the value of the current protobuf field.
    static func read(from reader: inout ProtobufReader) throws(WireError) -> Self
    /// Reads the value of the current protobuf field; `nil` where it is uncommon.
    static func read(from reader: inout QuickProtobufReader) -> Self?
    /// Writes itself as protobuf field `number`.
    func write(_ number: Int, to writer: inout ProtobufWriter)
    /// Writes itself as one element of a packed list.
    func writePacked(to writer: inout ProtobufWriter)
    /// An arbitrary value that both forms can carry.
    static func sample(from source: inout SampleSource) -> Self
    /// Prints itself as JSON.
    func print(to text: inout String)
}

extension WireScalar {
    /// The scalar itself.
    public init(carrier: Self) { self = carrier }
    /// The scalar itself.
    public var carrier: Self { self }
    /// Only numbers have a value that stands for unset.
    public var isLargest: Bool { false }
    /// Numbers are always written; text and flags redefine this.
    public var isOmitted: Bool { false }
    /// Types without a largest spelling write nothing.
    public static func writeLargest(to writer: inout TextWriter) { writer.endField() }
}

extension NumericIdentifier where Self: WireValue, RawValue: WireScalar {
    /// The identifier with this number.
    public init(carrier: RawValue) { self.init(rawValue: carrier) }
    /// Its number.
    public var carrier: RawValue { rawValue }
}

extension RequestID: WireValue {
    /// Carried as a 32-bit integer.
    public typealias Carrier = Int32
}
extension OrderID: WireValue {
    /// Carried as a 32-bit integer.
    public typealias Carrier = Int32
}
extension PermanentID: WireValue {
    /// Carried as a 64-bit integer.
    public typealias Carrier = Int64
}
extension ClientID: WireValue {
    /// Carried as a 32-bit integer.
    public typealias Carrier = Int32
}
extension ContractID: WireValue {
    /// Carried as a 32-bit integer.
    public typealias Carrier = Int32
}

extension AccountID: WireValue {
    /// The account with this number.
    public init(carrier: String) { self.init(rawValue: carrier) }
    /// Its number.
    public var carrier: String { rawValue }
}

extension OpenText where Self: WireValue {
    /// The value that the text spells.
    public init(carrier: String) { self.init(text: carrier) }
    /// Its text.
    public var carrier: String { text }
}
extension OpenText where Self: WireValue, Carrier == String {
    /// A value with a name mostly, any text sometimes.
    public static func sampled(from source: inout SampleSource, isEmpty: Bool) -> Self {
        if isEmpty { return Self(text: "") }
        let known = known
        return source.below(8) == 0 ? Self(text: source.text()) : known[source.below(known.count)]
    }
}
extension Side: WireValue {}
extension OrderType: WireValue {}
extension TimeInForce: WireValue {}
extension OrderStatus: WireValue {}
extension SecurityType: WireValue {}
extension OptionRight: WireValue {}

/// Order prices are exact here and doubles on the wire: their shortest text is kept.
extension Price: WireValue {
    /// The decimal that the double's shortest text spells; a number beyond 38 digits saturates.
    public init(carrier: Double) {
        self.init(ExactDecimal(carrier) ?? ExactDecimal(approximately: carrier, digits: 15))
    }
    /// The nearest double.
    public var carrier: Double { doubleValue }
}
extension Money: WireValue {
    /// The decimal that the double's shortest text spells; a number beyond 38 digits saturates.
    public init(carrier: Double) {
        self.init(ExactDecimal(carrier) ?? ExactDecimal(approximately: carrier, digits: 15))
    }
    /// The nearest double.
    public var carrier: Double { doubleValue }
}
extension Quantity: WireValue {
    /// The quantity of that many units.
    public init(carrier: ExactDecimal) { self.init(carrier) }
    /// The bare number.
    public var carrier: ExactDecimal { decimal }
}

/// An enumeration of the wire that is a number and may grow: any number is a value, some have names.
public protocol OpenNumber: NumericIdentifier, WireValue where RawValue == Int32, Carrier == Int32 {}
