import ArgumentParser
import Foundation
import Tradewinds
import TradewindsVocabulary

struct KillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kill",
        abstract: "The kill switch: stop running strategies and close what is theirs; where none runs, everything.",
        discussion: """
            Running `tw strategy run`s are told to cancel their orders, close their positions and stop, and it is waited for.
            What others have at their gateways stays, and is named. Where no run answers, the gateway is told itself: every
            order of every client is cancelled and every position of every account closed at the market. So the rest is
            closed by --port once more, when no run is left there. Without --host, --port or --state every run of this user
            is meant.
            """)

    @Option(help: "Only runs on this gateway; it is told itself where none answers.")
    var host: String?

    @Option(help: "Its port.")
    var port: Int?

    @Option(help: "Only the run with this file of state.", completion: .file())
    var state: String?

    @Option(help: "Seconds to wait for a run, and for orders and positions to go.")
    var patience = 25

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @Flag(help: "Print JSON, one object a line.")
    var json = false

    @Flag(help: "Allow it on accounts that are not paper accounts; runs need no flag, they have it.")
    var live = false

    func run() async throws {
        guard patience > 0 else { throw ValidationError("--patience is above zero") }
        let path = state.map { URL(filePath: $0).standardizedFileURL.path() }
        let isAnywhere = host == nil && port == nil
        let (host, port) = (host ?? "127.0.0.1", port ?? 4002)
        let meant = RunFolder.all().filter { run in
            if let path { return run.record.state == path }
            return isAnywhere || (run.record.port == port && Self.isSame(run.record.host, host))
        }
        var silent: [RunEntry] = []
        var stopped: [RunRecord] = []
        for run in meant {
            if run.isAlive, try await stop(run) { stopped.append(run.record) } else { silent.append(run) }
        }
        let answered = stopped.count
        if let path, answered == 0, isAnywhere {
            throw Failure("no run with \(path) answers; --port names the gateway to close everything on")
        }
        if answered == 0, silent.isEmpty { return try await close(host, port) }
        // Several runs may have been at one gateway; it is told once.
        var told: Set<String> = []
        for run in silent {
            let gateway = "\(run.record.host):\(run.record.port)"
            if told.insert(gateway).inserted { try await close(run) }
            if !dryRun, !run.isAlive { run.forget() }
        }
        for record in stopped where told.insert("\(record.host):\(record.port)").inserted && !dryRun {
            try await Remainder(host: record.host, port: record.port, json: json).show()
        }
        let living = silent.filter(\.isAlive).map { "\($0.record.process)" }
        guard living.isEmpty || dryRun else {
            throw Failure("process \(living.joined(separator: ", ")) did not answer and may order again; end it")
        }
    }

    /// Closes everything on the gateway of a run that is over or does not answer; its own simulated one is gone with it.
    private func close(_ run: RunEntry) async throws {
        do {
            try await close(run.record.host, run.record.port)
        } catch let error as Failure where error.isUnreachable && !run.isAlive {
            say(run.record, "over, and so is its gateway")
        }
    }

    private func close(_ host: String, _ port: Int) async throws {
        try await Flattening(host: host, port: port, patience: patience, live: live, dryRun: dryRun, json: json).run()
    }

    /// Asks a run to stop and waits for its answer.
    private func stop(_ run: RunEntry) async throws -> Bool {
        let record = run.record
        if dryRun {
            say(record, "would cancel, close and stop")
            return true
        }
        guard run.askToStop() else { throw Failure("cannot write beside \(run.file)") }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(patience)
        while clock.now < end {
            try await Task.sleep(for: .milliseconds(100))
            let phase = run.now?.record.phase
            guard phase != .running || !run.isAlive else { continue }
            switch phase {
            case .flat:
                say(record, "flat")
                run.forget()
                return true
            case .notFlat:
                say(record, "stopped, not everything is closed")
                return false
            case .running, nil:
                // It ended by itself meanwhile: what it left is not known.
                say(record, "ended without an answer")
                return false
            }
        }
        say(record, "no answer")
        return false
    }

    private func say(_ record: RunRecord, _ outcome: String) {
        if json {
            print(
                Table.object([
                    ("run", Cell(Int(record.process))), ("strategy", Cell(record.strategy)),
                    ("symbols", .list(record.symbols.map { Cell($0) })),
                    ("gateway", Cell("\(record.host):\(record.port)")), ("outcome", Cell(outcome)),
                ]))
        } else {
            print("run \(record.process), \(record.strategy) on \(record.symbols.joined(separator: ", ")): \(outcome)")
        }
        fflush(nil)
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        func plain(_ host: String) -> String { ["localhost", "::1"].contains(host) ? "127.0.0.1" : host }
        return plain(left) == plain(right)
    }
}
