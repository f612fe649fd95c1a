import TradewindsVocabulary

/// How a simulated market runs.
public struct MarketSettings: Sendable, Hashable {
    /// Where in a recording a replay starts.
    public enum Entry: Sendable, Hashable {
        /// Far enough in for a history: two thirds of the way through daily bars, two fifths through ticks and finer
        /// bars.
        case withHistory
        /// At the first bar or tick: nothing is behind now.
        case beginning
        /// At this recorded time; it lies in one of the recordings at least.
        case at(Timestamp)
    }

    /// The time that the market's clock shows when the run starts.
    public var start: Timestamp
    /// The seed of everything random; the same seed, start and data give the same market.
    public var seed: UInt64
    /// Whether exchange hours count.
    public var hours: MarketHours
    /// What a replay is stamped with.
    public var stamps: ReplayClock.Stamps
    /// Where a replay starts.
    public var entry: Entry
    /// Whether built-in instruments without data get synthetic prices beside a replay.
    public var fillsWithSynthetic: Bool
    /// Contracts of one's own.
    public var contracts: [ContractDescription] = []

    /// Settings for a run that starts at `start`; the rest as `tw gateway` has it without options.
    public init(
        start: Timestamp, seed: UInt64 = 1, hours: MarketHours = .always, stamps: ReplayClock.Stamps = .shifted,
        entry: Entry = .withHistory, fillsWithSynthetic: Bool = true
    ) {
        self.start = start
        self.seed = seed
        self.hours = hours
        self.stamps = stamps
        self.entry = entry
        self.fillsWithSynthetic = fillsWithSynthetic
    }
}

/// A set of data files that cannot be played together.
public enum MarketError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Two files are of the same instrument; remove one.
    case sameInstrument(String, files: [String])
    /// A replay is to start where no file has prices.
    case noPrices(at: Timestamp, spans: [RecordedSpan])

    /// Names the instrument and the files.
    public var description: String {
        switch self {
        case .sameInstrument(let name, let files):
            "more than one file for \(name): \(files.joined(separator: ", ")); keep one"
        case .noPrices(let time, let spans):
            "no file has prices at \(time.utcText): \(spans.map(\.description).joined(separator: ", "))"
        }
    }
}

/// The time that a data file covers.
public struct RecordedSpan: Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// From its first price until its last one is over.
    public var span: Range<Timestamp>

    init(_ recording: Recording) {
        file = recording.file
        let last = recording.end(recording.count - 1)
        // A trade or a quote takes no time.
        span = recording.time(0)..<max(last, recording.time(recording.count - 1) + .nanoseconds(1))
    }

    /// Names the file and both ends.
    public var description: String { "\(file) has \(span.lowerBound.utcText) to \(span.upperBound.utcText)" }
}
