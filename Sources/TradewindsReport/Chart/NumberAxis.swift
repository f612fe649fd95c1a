/// An axis of numbers with marks at round values.
struct NumberAxis {
    let low: Double
    let high: Double
    let step: Double

    /// An axis that holds `values`, widened to round values; about `count` marks.
    init(_ values: (low: Double, high: Double), count: Int = 5, includesZero: Bool = false) {
        var low = values.low
        var high = values.high
        if includesZero {
            low = min(low, 0)
            high = max(high, 0)
        }
        if !(low.isFinite && high.isFinite) { (low, high) = (0, 1) }
        if high - low <= abs(high) * 1e-9 {
            let margin = max(abs(high) * 0.01, 1e-6)
            low = includesZero && low == 0 ? 0 : low - margin
            high = includesZero && high == 0 ? 0 : high + margin
            if low == high { high = 1 }
        }
        step = Self.niceStep((high - low) / Double(count))
        self.low = (low / step + 1e-9).rounded(.down) * step
        self.high = (high / step - 1e-9).rounded(.up) * step
    }

    /// The values to be marked.
    var marks: [Double] {
        let first = (low / step).rounded()
        let count = Int(((high - low) / step).rounded())
        return (0...max(0, min(count, 50))).map { (first + Double($0)) * step }
    }

    /// A value of the axis as text.
    func text(_ value: Double) -> String { NumberText.axis(value, step: step, largest: max(abs(low), abs(high))) }

    /// Where a value stands: 0 at the low end, 1 at the high end.
    func place(_ value: Double) -> Double { (value - low) / (high - low) }

    /// The least of 1, 2, 2.5 and 5 times a power of ten that is not below `step`.
    static func niceStep(_ step: Double) -> Double {
        guard step.isFinite, step > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= step, power < 1e300 { power *= 10 }
        while power > step, power > 1e-300 { power /= 10 }
        for factor in [1, 2, 2.5, 5] where power * factor >= step * 0.999999 { return power * factor }
        return power * 10
    }
}

extension Sequence where Element == Double {
    /// The lowest and highest value; zero to one where there is none.
    var extent: (low: Double, high: Double) {
        var extent: (low: Double, high: Double)?
        for value in self {
            extent = extent.map { (Swift.min($0.low, value), Swift.max($0.high, value)) } ?? (value, value)
        }
        return extent ?? (0, 1)
    }
}
