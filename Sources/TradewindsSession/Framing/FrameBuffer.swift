import TradewindsWire

/// Joins the pieces in which frames arrive.
///
/// Holds at most one frame that is not whole yet, and the frames not taken so far.
public struct FrameBuffer: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0

    /// An empty buffer.
    public init() {}

    /// Bytes that have not been taken.
    public var count: Int { bytes.count - start }

    /// Appends what arrived.
    public mutating func append(_ piece: some Sequence<UInt8>) {
        if start > 0, start == bytes.count {
            bytes.removeAll(keepingCapacity: true)
            start = 0
        }
        bytes.append(contentsOf: piece)
    }

    /// Takes the body of the next whole frame; `nil` until all of it is there.
    ///
    /// - Throws: `WireError` where a length exceeds `Frame.largestBody`; close the connection then.
    public mutating func next() throws(WireError) -> [UInt8]? {
        let range: Range<Int>?
        do { range = try bytes.withUnsafeBytes { try Frame.body(in: $0, from: start) } } catch let error as WireError {
            throw error
        } catch { return nil }
        guard let range else { return nil }
        let body = Array(bytes[range])
        start = range.upperBound
        compact()
        return body
    }

    /// Takes all bytes that are left, framed or not.
    public mutating func takeAll() -> [UInt8] {
        let rest = Array(bytes[start...])
        bytes = []
        start = 0
        return rest
    }

    mutating func take(_ count: Int) {
        start = min(start + count, bytes.count)
        compact()
    }

    func prefix(_ count: Int) -> ArraySlice<UInt8> { bytes[start...].prefix(count) }

    private mutating func compact() {
        guard start > 65_536, start * 2 > bytes.count else { return }
        bytes.removeFirst(start)
        start = 0
    }
}
