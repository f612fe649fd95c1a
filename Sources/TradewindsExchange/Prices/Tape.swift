/// The recorded or synthetic prices of one instrument, from behind now to far ahead, and round again at the end.
///
/// A tape that has ended starts over, moved by its ``lap``: prices jump to those of its beginning, time goes on.
struct Tape: Sendable {
    /// Where the prices come from.
    enum Source: Sendable {
        case bars(BarTape)
        case ticks(TickTape)
    }

    var source: Source
    /// The time from one round to the next, nanoseconds, at least the tape's length.
    var lap: Int64

    init(_ source: Source, lap: Int64) {
        self.source = source
        let length = Self.ends(source) - Self.begins(source)
        self.lap = max(lap, length, 1)
    }

    var begins: Int64 { Self.begins(source) }
    var ends: Int64 { Self.ends(source) }

    var traits: TapeTraits {
        switch source {
        case .bars(let tape): tape.traits
        case .ticks(let tape): tape.traits
        }
    }

    private static func begins(_ source: Source) -> Int64 {
        switch source {
        case .bars(let tape): tape.begins
        case .ticks(let tape): tape.begins
        }
    }

    private static func ends(_ source: Source) -> Int64 {
        switch source {
        case .bars(let tape): tape.ends
        case .ticks(let tape): tape.ends
        }
    }

    /// The rounds that a span of time touches: how far each is moved, and its part of the span in the tape's own time.
    func rounds(in span: Range<Int64>) -> [(shift: Int64, span: Range<Int64>)] {
        var result: [(shift: Int64, span: Range<Int64>)] = []
        var shift = max(floorDivide(span.lowerBound - begins, lap), 0) * lap
        while begins + shift < span.upperBound {
            let from = max(span.lowerBound - shift, begins)
            let until = min(span.upperBound - shift, begins + lap)
            if from < until { result.append((shift, from..<until)) }
            shift += lap
        }
        return result
    }
}
