import TradewindsVocabulary

/// That a recording is over: its prices stand still until it starts over.
public struct ReplayEnd: Sendable, Hashable, CustomStringConvertible {
    /// The instrument.
    public let symbol: String
    /// The data file.
    public let file: String
    /// After its last price.
    public let time: Timestamp
    /// When it starts over.
    public let resumes: Timestamp

    /// The end of the round that is under way at `start`, or is the next then.
    init(_ symbol: String, _ file: String, _ tape: Tape, from start: Int64) {
        self.symbol = symbol
        self.file = file
        var shift = max(floorDivide(start - tape.begins, tape.lap), 0) * tape.lap
        if tape.ends + shift <= start { shift += tape.lap }
        time = Timestamp(nanoseconds: tape.ends + shift)
        resumes = Timestamp(nanoseconds: tape.begins + shift + tape.lap)
    }

    /// One line with file, instrument and times.
    public var description: String {
        "\(file) has ended at \(time.utcText); \(symbol) stands still until it starts over at \(resumes.utcText)"
    }
}

extension Timestamp {
    /// `yyyy-MM-ddTHH:mm:ssZ`.
    var utcText: String {
        let second = utcSecondOfDay
        let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(utcDate)T\(clock.joined(separator: ":"))Z"
    }
}
