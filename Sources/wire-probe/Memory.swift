import CHeapProbe

/// What the process holds of the heap.
enum Memory {
    /// Bytes handed out and not given back; `nil` where the system cannot say.
    static var held: Int? {
        let bytes = Int(heap_bytes_held())
        return bytes < 0 ? nil : bytes
    }
}
