import ArgumentParser
import Foundation
import TradewindsStrategy
import TradewindsVocabulary

/// Runs the points of a sweep in groups, several groups at a time. A point's outcome depends on nothing but the point.
struct SweepRun: Sendable {
    let strategy: String
    let points: [[String: Double]]
    let tape: MarketTape
    let frame: BacktestFrame
    let clock: SweepClock
    let cores: Int

    /// - `parts`: How many parts of the time points are judged by.
    init(
        strategy: String, points: [[String: Double]], tape: MarketTape, frame: BacktestFrame, parts: Int, cores: Int
    ) {
        self.strategy = strategy
        self.points = points
        self.tape = tape
        self.frame = frame
        self.cores = cores
        clock = SweepClock(of: frame.plan(on: tape), parts: parts)
    }

    /// The outcomes in order of the points, and how many points were left out because their values do not fit together.
    func run(store: SweepStore?) async throws -> (outcomes: [SweepOutcome], unfit: Int) {
        var outcomes = [SweepOutcome?](repeating: nil, count: points.count)
        for outcome in store?.finished ?? [] where points.indices.contains(outcome.place) {
            outcomes[outcome.place] = outcome
        }
        var left = points.indices.filter { outcomes[$0] == nil }[...]
        var progress = SweepProgress(total: points.count, done: points.count - left.count)
        var unfit = 0
        let size = SweepGroups.size(left.count, cores: cores)
        func next() -> [Int] {
            defer { left = left.dropFirst(size) }
            return Array(left.prefix(size))
        }
        try await withThrowingTaskGroup(of: [(Int, SweepOutcome?)].self) { group in
            for _ in 0..<cores {
                let places = next()
                if !places.isEmpty { group.addTask { try self.outcomes(places) } }
            }
            while let finished = try await group.next() {
                for (place, outcome) in finished {
                    outcomes[place] = outcome
                    if let outcome { try store?.keep(outcome) } else { unfit += 1 }
                    progress.step()
                }
                let places = next()
                if !places.isEmpty { group.addTask { try self.outcomes(places) } }
            }
        }
        progress.end()
        return (outcomes.compactMap { $0 }, unfit)
    }

    /// What the points gave; `nil` where values do not fit together.
    private func outcomes(_ places: [Int]) throws -> [(Int, SweepOutcome?)] {
        var plan = frame.plan(on: tape)
        plan.clock = clock
        let results = try StrategyCatalogue.backtests(strategy, places.map { points[$0] }, plan)
        return zip(places, results).map { place, result in
            (place, result.map { SweepOutcome(place: place, values: points[place], result: $0, clock: clock) })
        }
    }
}

/// A bar on the terminal; nothing where the errors go elsewhere.
private struct SweepProgress {
    let total: Int
    var done: Int
    private let isShown = isatty(STDERR_FILENO) == 1

    init(total: Int, done: Int) { (self.total, self.done) = (total, done) }

    mutating func step() {
        done += 1
        guard isShown else { return }
        let filled = 40 * done / max(1, total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 40 - filled)
        FileHandle.standardError.write(Data("\r[\(bar)] \(done)/\(total)".utf8))
    }

    func end() { if isShown { FileHandle.standardError.write(Data("\n".utf8)) } }
}

/// Finished points in a file: a line that names the sweep, then a line for each.
final class SweepStore {
    /// What a line holds; files of another one belong to another version.
    static let layout = 2

    let finished: [SweepOutcome]
    private let handle: FileHandle

    /// Opens or makes the file; an empty one is begun. A last line that was cut off by a kill is dropped.
    init(file: String, key: String) throws {
        let header = "{\"sweep\":\"\(key)\"}"
        let size = (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? UInt64
        if size ?? 0 == 0 {
            guard FileManager.default.createFile(atPath: file, contents: Data((header + "\n").utf8)) else {
                throw ValidationError("--resume \(file): cannot be made; give a file in a folder that is there")
            }
        }
        guard let handle = FileHandle(forUpdatingAtPath: file), let bytes = try handle.readToEnd() else {
            throw ValidationError("--resume \(file): cannot be read and written; give a file that may be, or a new one")
        }
        let whole = bytes.prefix(upTo: bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.startIndex)
        let lines = whole.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.elementsEqual(header.utf8) else {
            throw ValidationError(
                "--resume \(file): it belongs to another sweep (other values, data or models) or version; name another file or remove it"
            )
        }
        let decoder = JSONDecoder()
        finished = try lines.dropFirst().enumerated().map { place, line in
            do { return try decoder.decode(SweepOutcome.self, from: Data(line)) } catch {
                throw ValidationError("--resume \(file):\(place + 2): no outcome of a sweep; remove the line")
            }
        }
        try handle.truncate(atOffset: UInt64(whole.count))
        try handle.seekToEnd()
        self.handle = handle
    }

    func keep(_ outcome: SweepOutcome) throws {
        var line = try JSONEncoder().encode(outcome)
        line.append(UInt8(ascii: "\n"))
        try handle.write(contentsOf: line)
    }
}
