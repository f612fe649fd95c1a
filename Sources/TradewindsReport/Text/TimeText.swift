import TradewindsVocabulary

/// Moments of the wall clock for people.
enum TimeText {
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `2026-03-12`, with `14:30` or `14:30:05` behind it unless only the date is asked for.
    static func moment(_ wall: Double, dateOnly: Bool) -> String {
        let second = Int(wall.rounded(.down))
        let days = (wall / 86_400).rounded(.down)
        let date = CivilDate(daysSince1970: Int(days)).description
        return dateOnly ? date : date + " " + timeOfDay(second - Int(days) * 86_400)
    }

    /// `14:30`, or `14:30:05` where there are seconds.
    static func timeOfDay(_ second: Int) -> String {
        let minutes = two(second / 3600) + ":" + two(second / 60 % 60)
        return second % 60 == 0 ? minutes : minutes + ":" + two(second % 60)
    }

    /// A length of time in its largest unit.
    static func length(_ seconds: Double) -> String {
        switch seconds {
        case 172_800...: NumberText.fixed(seconds / 86_400, 0) + " days"
        case 7_200...: NumberText.fixed(seconds / 3600, 1) + " h"
        case 120...: NumberText.fixed(seconds / 60, 1) + " min"
        default: NumberText.fixed(seconds, 0) + " s"
        }
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
