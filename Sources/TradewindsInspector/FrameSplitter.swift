import TradewindsWire

/// Cuts the bytes of one direction of a connection into frames, however they arrive.
struct FrameSplitter: Sendable {
    /// One frame and where it stands.
    struct Piece: Sendable {
        /// Its body, without the length.
        var body: [UInt8]
        /// Which frame of the direction, from 1.
        var number: Int
        /// Where its length begins, in bytes from the beginning of the direction.
        var offset: Int
    }

    /// What a client sends in front of its first frame.
    static let prefix = Array("API\0".utf8)

    private var pending: [UInt8] = []
    private var start = 0
    private var begun = false
    /// Bytes cut off so far.
    private(set) var offset = 0
    /// Frames cut off so far.
    private(set) var count = 0
    /// Whether the direction began with ``prefix``.
    private(set) var hasPrefix = false

    /// Takes what arrived.
    mutating func append(_ bytes: some Sequence<UInt8>) {
        if start > 0 {
            pending.removeFirst(start)
            start = 0
        }
        pending.append(contentsOf: bytes)
    }

    /// The next whole frame; `nil` where not all of it is there.
    ///
    /// - Throws: ``WireError`` where a length is larger than the protocol allows; its offset is that of the length.
    mutating func next() throws(WireError) -> Piece? {
        guard skipPrefix() else { return nil }
        let outcome: Result<Range<Int>?, WireError> = pending.withUnsafeBytes { bytes in
            do throws(WireError) { return .success(try Frame.body(in: bytes, from: start)) } catch {
                return .failure(error)
            }
        }
        do throws(WireError) {
            guard let range = try outcome.get() else { return nil }
            count += 1
            let piece = Piece(body: Array(pending[range]), number: count, offset: offset)
            offset += range.upperBound - start
            start = range.upperBound
            return piece
        } catch {
            var error = error
            error.offset = offset
            throw error
        }
    }

    /// Whether the frames begin: behind the prefix, where there is one.
    private mutating func skipPrefix() -> Bool {
        if begun { return true }
        guard pending.count >= Self.prefix.count else { return false }
        begun = true
        hasPrefix = pending.starts(with: Self.prefix)
        if hasPrefix {
            start = Self.prefix.count
            offset = start
        }
        return true
    }

    /// What is wrong with the end, once no more bytes come; `nil` where it ends with a whole frame.
    var rest: String? {
        let left = pending.count - start
        guard left > 0 else { return nil }
        guard left >= Frame.headerLength else {
            return
                "at byte \(offset) \(left == 1 ? "1 byte is" : "\(left) bytes are") left, too few for a frame's length"
        }
        let length = pending[start..<(start + Frame.headerLength)].reduce(0) { $0 << 8 | Int($1) }
        let there = left - Frame.headerLength
        return "the frame at byte \(offset) says \(length) bytes, \(there) are left: the capture is cut off"
    }
}
