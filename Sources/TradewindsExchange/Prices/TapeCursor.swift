/// Plays a tape forward, update by update, without an end.
struct TapeCursor: Sendable {
    private let tape: Tape
    private var shift: Int64
    private var index: Int
    private var minutes: [MinutePath] = []
    private var minute = 0
    private var buffer: [TapeUpdate] = []
    private var position = 0

    /// Plays what happens at `time` or later.
    init(_ tape: Tape, from time: Int64) {
        self.tape = tape
        shift = max(floorDivide(time - tape.begins, tape.lap), 0) * tape.lap
        switch tape.source {
        case .bars(let bars):
            index = bars.index(endingAfter: time - shift)
            if index < bars.bars.count {
                minutes = bars.minutes(of: index)
                let passed = (time - shift - bars.bars[index].start) / MinutePath.length
                minute = min(max(Int(passed), 0), minutes.count - 1)
                index += 1
            }
        case .ticks(let ticks): index = ticks.index(from: time - shift)
        }
        fill()
        while let next = nextTime, next < time { _ = self.next() }
    }

    /// When the next update is; `nil` only for a tape without anything on it.
    var nextTime: Int64? { position < buffer.count ? buffer[position].time + shift : nil }

    /// The next update.
    mutating func next() -> TapeUpdate? {
        guard position < buffer.count else { return nil }
        let update = buffer[position].later(by: shift)
        position += 1
        if position == buffer.count { refill() }
        return update
    }

    /// The shift may change with a refill, so the last update of a round is handed out before.
    private mutating func refill() {
        buffer.removeAll(keepingCapacity: true)
        position = 0
        fill()
    }

    private mutating func fill() {
        switch tape.source {
        case .bars(let bars): fill(bars)
        case .ticks(let ticks): fill(ticks)
        }
    }

    private mutating func fill(_ bars: BarTape) {
        guard !bars.bars.isEmpty else { return }
        if minute == minutes.count {
            if index == bars.bars.count {
                index = 0
                shift += tape.lap
            }
            minutes = bars.minutes(of: index)
            minute = 0
            index += 1
        }
        buffer = minutes[minute].updates(bars.traits)
        minute += 1
    }

    private mutating func fill(_ ticks: TickTape) {
        guard ticks.count > 0 else { return }
        if index == ticks.count {
            index = 0
            shift += tape.lap
        }
        let until = min(index + 128, ticks.count)
        while index < until {
            ticks.append(index, to: &buffer)
            index += 1
        }
    }
}
