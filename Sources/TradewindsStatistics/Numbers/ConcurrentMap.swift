import Dispatch

/// Computes `count` values, in index order, on at most `workers` threads.
///
/// The value for an index depends on nothing but the index, so the result is the same for any number of workers. This is
/// the only place of the module that starts threads; it returns when all are done.
func concurrentMap<Value: Sendable>(
    _ count: Int, workers: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
    let chunks = max(1, min(workers, count))
    guard chunks > 1 else { return (0..<count).map(value) }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Each index belongs to one chunk, so no two threads touch one element.
        nonisolated(unsafe) let elements = buffer
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            for index in (count * chunk / chunks)..<(count * (chunk + 1) / chunks) {
                elements.initializeElement(at: index, to: value(index))
            }
        }
        initialized = count
    }
}
