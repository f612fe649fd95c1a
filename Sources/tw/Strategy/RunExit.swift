import ArgumentParser

/// How the process of a run ends where it ran to its end and something is to be seen to. The command's help tells them.
enum RunExit {
    /// A limit stopped it; everything is closed.
    static let limit = ExitCode(3)
    /// Not everything is cancelled or closed.
    static let notClosed = ExitCode(4)
}
