import CHeapProbe

/// What the process takes from the heap.
enum Memory {
    /// The most bytes that `body` held at one time above what was held before, its result included; `nil` where the
    /// system cannot say. Meant for every frame of the fuzzer: it costs a few nanoseconds an allocation.
    static func peak<Value>(_ body: () -> Value) -> (value: Value, bytes: Int?) {
        let start = heap_bytes_held()
        heap_watch()
        let value = body()
        let bytes = withExtendedLifetime(value) { heap_peak(start) }
        return (value, start < 0 ? nil : Int(bytes))
    }
}
