/// A list that grows by blocks: nothing is copied when it grows, so it never needs twice its memory for a moment.
///
/// Made for what is kept for the whole of a run, such as orders: large elements, many of them, changed in place.
struct BlockList<Element: Sendable>: Sendable, RandomAccessCollection, MutableCollection {
    private var blocks: [[Element]] = []
    private(set) var count = 0

    // Elements a block, as a power of two.
    private static var shift: Int { 9 }
    private static var mask: Int { (1 << shift) - 1 }

    init() {}

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(position: Int) -> Element {
        // Lent, not copied: most readers look at one field of a large element.
        _read { yield blocks[position >> Self.shift][position & Self.mask] }
        _modify { yield &blocks[position >> Self.shift][position & Self.mask] }
    }

    mutating func append(_ element: Element) {
        if count & Self.mask == 0 {
            blocks.append([])
            blocks[blocks.count - 1].reserveCapacity(1 << Self.shift)
        }
        blocks[blocks.count - 1].append(element)
        count += 1
    }
}
