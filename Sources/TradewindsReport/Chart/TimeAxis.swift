import TradewindsVocabulary

/// An axis of wall-clock time with marks at round moments.
struct TimeAxis {
    struct Mark {
        let time: Double
        let label: String
    }

    let start: Double
    let end: Double

    /// An axis from the first to the last of `times`; a day around the only one.
    init(_ times: [Double]) {
        let first = times.first ?? 0
        let last = times.last ?? first
        start = last > first ? first : first - 43_200
        end = last > first ? last : first + 43_200
    }

    /// Where a moment stands: 0 at the start, 1 at the end.
    func place(_ time: Double) -> Double { (time - start) / (end - start) }

    /// At most about nine moments to be marked.
    var marks: [Mark] {
        let span = end - start
        if span > 100 * 86_400 { return monthMarks(span) }
        let steps: [Double] = [
            1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600,
        ]
        let step = steps.first { span / $0 <= 9 } ?? 1_209_600
        var marks: [Mark] = []
        var time = (start / step).rounded(.up) * step
        while time <= end, marks.count < 12 {
            marks.append(Mark(time: time, label: Self.label(time, step: step)))
            time += step
        }
        return marks
    }

    private func monthMarks(_ span: Double) -> [Mark] {
        let months = [1, 3, 6, 12, 24, 60, 120, 240, 600].first { span / 2_629_800 / Double($0) <= 9 } ?? 1200
        let first = CivilDate(daysSince1970: Int((start / 86_400).rounded(.down)))
        var index = (Int(first.year) * 12 + Int(first.month) - 1) / months * months
        var marks: [Mark] = []
        while marks.count < 12 {
            guard let date = CivilDate(year: index / 12, month: index % 12 + 1, day: 1) else { break }
            let time = Double(date.daysSince1970) * 86_400
            if time > end { break }
            let name = months >= 12 ? "\(date.year)" : "\(TimeText.months[index % 12]) \(date.year)"
            if time >= start { marks.append(Mark(time: time, label: name)) }
            index += months
        }
        return marks
    }

    private static func label(_ time: Double, step: Double) -> String {
        let second = Int(time) - Int((time / 86_400).rounded(.down)) * 86_400
        let date = CivilDate(daysSince1970: Int((time / 86_400).rounded(.down)))
        if step >= 86_400 || second == 0 { return "\(date.day) \(TimeText.months[Int(date.month) - 1])" }
        return TimeText.timeOfDay(second)
    }
}
