/// Notices that nothing arrives any more: asks after a silence, gives up after another.
public struct Liveness: Sendable {
    /// What to do now.
    public enum Action: Sendable, Hashable {
        /// Look again at this time.
        case wait(until: Duration)
        /// Ask for anything, and look again at this time.
        case probe(until: Duration)
        /// The peer is gone.
        case dead
    }

    /// How long a silence may last before asking, and again before giving up.
    public let patience: Duration
    private var heard: Duration
    private var asked: Duration?

    /// Starts listening at `now`.
    public init(patience: Duration, now: Duration) {
        self.patience = patience
        self.heard = now
    }

    /// Something arrived.
    public mutating func heard(at now: Duration) {
        heard = now
        asked = nil
    }

    /// What to do at `now`.
    public mutating func check(at now: Duration) -> Action {
        if let asked {
            return now - asked >= patience ? .dead : .wait(until: asked + patience)
        }
        guard now - heard >= patience else { return .wait(until: heard + patience) }
        asked = now
        return .probe(until: now + patience)
    }
}
