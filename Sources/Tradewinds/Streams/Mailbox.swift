import Synchronization

/// Hands elements from the connection's thread to the one task that reads them, a batch at a time.
final class Mailbox<Element: Sendable>: Sendable {
    enum Policy: Sendable {
        case keepAll
        case newest
    }

    private struct State {
        var buffer: [Element] = []
        var waiter: CheckedContinuation<Void, Never>?
        var isFinished = false
        var error: IBError?
        var isHeld = false
    }

    private let state = Mutex(State())
    private let policy: Policy
    private let limit: Int
    // Tells the connection that a full mailbox has been emptied.
    private let onEmptied: @Sendable () -> Void

    init(_ policy: Policy, limit: Int = .max, onEmptied: @escaping @Sendable () -> Void = {}) {
        self.policy = policy
        self.limit = limit
        self.onEmptied = onEmptied
    }

    /// Puts elements in and empties `batch`; returns whether the mailbox is too full to go on reading.
    func put(_ batch: inout [Element]) -> Bool {
        guard !batch.isEmpty else { return false }
        let (waiter, isFull) = state.withLock { state in
            if !state.isFinished { store(&batch, in: &state) }
            let waiter = state.waiter
            state.waiter = nil
            let isFull = state.buffer.count >= limit && !state.isFinished
            if isFull { state.isHeld = true }
            return (waiter, isFull)
        }
        batch.removeAll(keepingCapacity: true)
        waiter?.resume()
        return isFull
    }

    func put(_ element: Element) {
        var batch = [element]
        _ = put(&batch)
    }

    func finish(_ error: IBError? = nil) {
        let waiter = state.withLock { state in
            guard !state.isFinished else { return nil as CheckedContinuation<Void, Never>? }
            state.isFinished = true
            state.error = error
            let waiter = state.waiter
            state.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    /// All that is there; waits while there is nothing. Empty at the end.
    func take() async throws(IBError) -> [Element] {
        while true {
            let (batch, isFinished, error, wasHeld) = state.withLock { state in
                let batch = state.buffer
                let wasHeld = state.isHeld
                state.buffer = []
                state.isHeld = false
                let error = batch.isEmpty ? state.error : nil
                if batch.isEmpty { state.error = nil }
                return (batch, state.isFinished, error, wasHeld)
            }
            if wasHeld { onEmptied() }
            if !batch.isEmpty { return batch }
            if let error { throw error }
            if isFinished { return [] }
            await wait()
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.isFinished || !state.buffer.isEmpty { return true }
                    state.waiter = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            finish()
        }
    }

    private func store(_ batch: inout [Element], in state: inout State) {
        switch policy {
        case .keepAll:
            if state.buffer.isEmpty { swap(&state.buffer, &batch) } else { state.buffer += batch }
        case .newest:
            if let last = batch.last { state.buffer = [last] }
        }
    }
}
