/// An enumeration of the wire that is written as text and may grow: an unknown value is kept as it came.
///
/// Conforming types list what they know in ``known``; everything else becomes their `other` case and is written back
/// unchanged.
public protocol OpenText: Hashable, Sendable, CustomStringConvertible {
    /// The values with a name here, in a stable order.
    static var known: [Self] { get }
    /// The text on the wire.
    var text: String { get }
    /// The value that `text` spells; never fails.
    init(text: String)
}

extension OpenText {
    /// The text on the wire.
    public var description: String { text }
}
