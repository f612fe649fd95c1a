import TradewindsExchange
import TradewindsVocabulary

/// Tells times of a backtest on bars as the files tell them: by the beginning of the bar in which something happened.
///
/// An exchange that is driven by bars knows no time within a bar, so that a fill and the equity after it are stamped
/// with the bar's end.
struct BarLabels {
    /// Whether all bars are days: then labels are dates.
    let isDaily: Bool
    private let ends: [[Timestamp]]
    private let begins: [[Timestamp]]

    /// The labels of recordings of bars of one length; of others times are told as they are.
    init(_ recordings: [Recording]) {
        isDaily = recordings.allSatisfy { $0.kind == .bars && $0.isDaily }
        // By the beginnings of bars of several lengths time would run backwards.
        let isOneLength = Set(recordings.map(\.barLength)).count == 1
        let bars = recordings.map { $0.kind == .bars && isOneLength ? 0..<$0.count : 0..<0 }
        let daily = isDaily
        ends = zip(recordings, bars).map { recording, rows in rows.map { recording.end($0) } }
        begins = zip(recordings, bars).map { recording, rows in
            rows.map { row in
                guard daily else { return recording.time(row) }
                // Midnight on the exchange's wall clock, a few hours from that of UTC.
                return (recording.time(row) + .seconds(43_200)).utcDate.midnightUTC
            }
        }
    }

    /// The beginning of the bar of an instrument that ended at `time`; of any instrument where none is named. Of daily
    /// bars midnight of UTC of its date.
    func time(_ time: Timestamp, of instrument: InstrumentIndex? = nil) -> Timestamp {
        // An order may be given when no bar of its own instrument ended.
        let own = instrument.flatMap { begin(time, $0.rawValue) }
        return own ?? ends.indices.compactMap { begin(time, $0) }.max() ?? time
    }

    private func begin(_ time: Timestamp, _ place: Int) -> Timestamp? {
        guard ends.indices.contains(place) else { return nil }
        var (low, high) = (0, ends[place].count)
        while low < high {
            let middle = (low + high) / 2
            if ends[place][middle] < time { low = middle + 1 } else { high = middle }
        }
        return low < ends[place].count && ends[place][low] == time ? begins[place][low] : nil
    }

    /// The same as a text: a date where bars are days.
    func text(_ time: Timestamp, of instrument: InstrumentIndex? = nil) -> String {
        let label = self.time(time, of: instrument)
        return isDaily && label.utcSecondOfDay == 0 ? "\(label.utcDate)" : HistoryCommand.text(label)
    }
}
