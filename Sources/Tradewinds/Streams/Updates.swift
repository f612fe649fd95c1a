import TradewindsVocabulary

/// A stream from the gateway. Each loop subscribes for itself; leaving the loop cancels at the gateway.
///
/// Throws ``IBError`` where the gateway refuses or the connection is lost; ends without error when its task is cancelled.
public struct Updates<Element: Sendable>: AsyncSequence, Sendable {
    let open: @Sendable () -> (Mailbox<Element>, Lease)

    /// Subscribes.
    public func makeAsyncIterator() -> Iterator {
        let (mailbox, lease) = open()
        return Iterator(mailbox: mailbox, lease: lease)
    }

    /// Reads one subscription.
    public struct Iterator: AsyncIteratorProtocol {
        let mailbox: Mailbox<Element>
        let lease: Lease
        private var batch: [Element] = []
        private var index = 0

        init(mailbox: Mailbox<Element>, lease: Lease) {
            self.mailbox = mailbox
            self.lease = lease
        }

        /// The next element; `nil` at the end.
        public mutating func next() async throws(IBError) -> Element? {
            if index == batch.count {
                batch = try await mailbox.take()
                index = 0
                guard !batch.isEmpty else { return nil }
            }
            defer { index += 1 }
            return batch[index]
        }

        /// The next element; `nil` at the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(IBError) -> Element? {
            if index == batch.count {
                batch = try await mailbox.take()
                index = 0
                guard !batch.isEmpty else { return nil }
            }
            defer { index += 1 }
            return batch[index]
        }
    }
}

/// Ends a subscription when nobody holds it any more.
final class Lease: Sendable {
    private let end: @Sendable () -> Void
    init(_ end: @escaping @Sendable () -> Void) { self.end = end }
    deinit { end() }
}
