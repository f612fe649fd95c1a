/// Frames: a 4-byte big-endian length and that many bytes.
///
/// The pure part of framing: finding the next whole frame in bytes that may hold half of one, or many.
public enum Frame {
    /// Bytes of the length in front of each frame.
    public static let headerLength = 4
    /// The largest body that the protocol allows, in bytes.
    public static let largestBody = 0xFF_FFFF
    /// What protobuf messages add to their id.
    public static let protobufOffset = 200

    /// The body of the frame that begins at `start`, or `nil` when not all of it is there yet.
    ///
    /// - Throws: ``WireError`` where the length exceeds ``largestBody``; the stream cannot be trusted after that.
    /// - Complexity: Constant.
    public static func body(in bytes: UnsafeRawBufferPointer, from start: Int) throws(WireError) -> Range<Int>? {
        guard bytes.count - start >= headerLength else { return nil }
        let length = Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
        guard length <= largestBody else { throw WireError(.oversized(length), offset: start) }
        let first = start + headerLength
        guard bytes.count - first >= length else { return nil }
        return first..<(first + length)
    }
}
