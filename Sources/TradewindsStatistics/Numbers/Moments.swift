import Foundation

/// The number, or `nil` when it is NaN or infinite.
func defined(_ value: Double) -> Double? { value.isFinite ? value : nil }

/// A quotient that is `nil` for a zero divisor or an undefined operand.
func ratio(_ numerator: Double?, _ denominator: Double?) -> Double? {
    guard let numerator, let denominator, denominator != 0 else { return nil }
    return defined(numerator / denominator)
}

extension [Double] {
    var sum: Double { reduce(0, +) }

    /// Arithmetic mean; `nil` for an empty column.
    var mean: Double? { isEmpty ? nil : defined(sum / Double(count)) }

    /// The sum of the products of deviations, a power of the deviation at a time.
    func centralSum(power: Int, about center: Double) -> Double {
        var total = 0.0
        for value in self {
            let deviation = value - center
            var product = deviation
            for _ in 1..<power { product *= deviation }
            total += product
        }
        return total
    }

    /// Variance with `count - ddof` as divisor; exactly 0 for a column of equal values.
    func variance(ddof: Int = 1) -> Double? {
        guard count > ddof, let mean else { return nil }
        guard contains(where: { $0 != self[0] }) else { return 0 }
        return defined(centralSum(power: 2, about: mean) / Double(count - ddof))
    }

    /// Standard deviation with `count - ddof` as divisor.
    func deviation(ddof: Int = 1) -> Double? { variance(ddof: ddof)?.squareRoot() }

    /// Skewness, adjusted for the size of the sample (the G1 of most statistics programs).
    var skewness: Double? {
        guard count > 2, let mean, let second = variance(ddof: 0), second > 0 else { return nil }
        let n = Double(count)
        let third = centralSum(power: 3, about: mean) / n
        return defined((n * (n - 1)).squareRoot() / (n - 2) * third / (second * second.squareRoot()))
    }

    /// Excess kurtosis, adjusted for the size of the sample (G2); 0 for a normal distribution.
    var excessKurtosis: Double? {
        guard count > 3, let mean, let second = variance(ddof: 0), second > 0 else { return nil }
        let n = Double(count)
        let fourth = centralSum(power: 4, about: mean) / n / (second * second)
        return defined((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * fourth - 3 * (n - 1)))
    }

    /// The quantile of a fraction in 0…1, interpolated linearly between neighbours (numpy's default).
    func quantile(_ fraction: Double) -> Double? { sorted().sortedQuantile(fraction) }

    /// The quantile of a column that is already sorted upwards.
    func sortedQuantile(_ fraction: Double) -> Double? {
        guard !isEmpty else { return nil }
        let position = fraction * Double(count - 1)
        let below = Swift.min(Int(position), count - 1)
        let above = Swift.min(below + 1, count - 1)
        return self[below] + (self[above] - self[below]) * (position - Double(below))
    }

    /// The product of (1 + value).
    var compounded: Double { reduce(1) { $0 * (1 + $1) } }
}

/// The sum of the products of deviations of two columns of one length.
func centralProduct(_ first: [Double], _ second: [Double]) -> Double {
    guard let firstMean = first.mean, let secondMean = second.mean else { return 0 }
    var total = 0.0
    for index in first.indices { total += (first[index] - firstMean) * (second[index] - secondMean) }
    return total
}

/// Pearson's correlation of two columns of one length; `nil` if one of them does not move.
func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    guard let firstVariance = first.variance(ddof: 0), let secondVariance = second.variance(ddof: 0) else { return nil }
    let scale = (firstVariance * secondVariance).squareRoot() * Double(first.count)
    return ratio(centralProduct(first, second), scale)
}

/// The longest run of elements for which a condition holds.
func longestRun(_ column: [Double], where holds: (Double) -> Bool) -> Int {
    var longest = 0
    var current = 0
    for value in column {
        current = holds(value) ? current + 1 : 0
        longest = max(longest, current)
    }
    return longest
}
