/// Numbers for people, with a true minus sign and groups of three digits.
enum NumberText {
    /// What stands for a number that is not there.
    static let absent = "–"

    /// A number with `digits` digits after the point.
    static func fixed(_ value: Double?, _ digits: Int = 2) -> String {
        guard let value, value.isFinite else { return absent }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        // Beyond this, digits after the point are noise and the product leaves the exact integers.
        guard scaled < 9e15 else { return (value < 0 ? "−" : "") + "\(abs(value))" }
        let whole = Int64(scaled)
        let unit = Int64(scale)
        var text = grouped(whole / unit)
        if digits > 0 {
            let rest = String(whole % unit)
            text += "." + String(repeating: "0", count: digits - rest.count) + rest
        }
        return (value < 0 && whole != 0 ? "−" : "") + text
    }

    /// A fraction as a percentage; without `digits` two after the point, more where it is small.
    static func percent(_ fraction: Double?, _ digits: Int? = nil) -> String {
        guard let fraction, fraction.isFinite else { return absent }
        let size = abs(fraction * 100)
        return fixed(fraction * 100, digits ?? (size == 0 || size >= 0.1 ? 2 : size >= 0.001 ? 4 : 6)) + "%"
    }

    /// A number with as many digits as show about five that count.
    static func ratio(_ value: Double?) -> String {
        guard let value, value.isFinite else { return absent }
        let size = abs(value)
        if size != 0, size < 0.001 { return value < 0 ? "−" + "\(-short(value))" : "\(short(value))" }
        return fixed(value, size >= 1000 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4)
    }

    /// A price: two digits after the point, more where it is small.
    static func price(_ value: Double) -> String {
        let size = abs(value)
        return fixed(value, size >= 20 || size == 0 ? 2 : size >= 0.1 ? 4 : 6)
    }

    /// A label of an axis that reaches to `largest` and whose marks are `step` apart: `1.25M`, `40k`. All labels of an
    /// axis have one unit: the largest that needs few digits after the point.
    static func axis(_ value: Double, step: Double, largest: Double) -> String {
        let units: [(size: Double, letter: String)] = [(1e9, "B"), (1e6, "M"), (1e3, "k")]
        let fitting = units.first { unit in
            largest >= max(unit.size, 1e4) && digits(step / unit.size) <= (unit.size > 1e3 ? 3 : 1)
        }
        let unit = fitting ?? (1, "")
        if value == 0 { return "0" }
        return fixed(value / unit.size, digits(step / unit.size)) + unit.letter
    }

    /// How many digits after the point a multiple of `step` needs.
    static func digits(_ step: Double) -> Int {
        var scaled = step
        for digits in 0..<9 {
            if abs(scaled - scaled.rounded()) < 1e-6 * max(scaled, 1), scaled >= 0.999 { return digits }
            scaled *= 10
        }
        return 9
    }

    private static func short(_ value: Double) -> Double {
        var scale = 1.0
        while abs(value) * scale < 1000, scale < 1e300 { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    private static func grouped(_ whole: Int64) -> String {
        let digits = String(whole)
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }
}
