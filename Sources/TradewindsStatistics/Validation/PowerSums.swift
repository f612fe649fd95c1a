/// Moments of returns that are seen one at a time and not kept.
///
/// Plain sums of powers: right to some twelve digits for returns, whose mean is small beside their spread. A column
/// that is at hand is better asked itself (``SharpeMoments/init(_:deviation:)``).
public struct PowerSums: Sendable, Hashable {
    /// Returns so far.
    @inlinable public var count: Int { seen }
    @usableFromInline var seen = 0
    @usableFromInline var first = 0.0
    @usableFromInline var second = 0.0
    @usableFromInline var third = 0.0
    @usableFromInline var fourth = 0.0

    /// None yet.
    public init() {}

    /// Adds a return.
    @inlinable @inline(__always)
    public mutating func add(_ value: Double) {
        let square = value * value
        seen &+= 1
        first += value
        second += square
        third += square * value
        fourth += square * square
    }

    /// Adds a return of zero.
    @inlinable @inline(__always)
    public mutating func addNothing() { seen &+= 1 }

    /// The moments; `nil` for fewer than four returns, or where they do not vary.
    public var moments: SharpeMoments? {
        guard count > 3 else { return nil }
        let n = Double(count)
        let mean = first / n
        let variance = second / n - mean * mean
        guard variance > 0 else { return nil }
        let cubes = third / n - 3 * mean * second / n + 2 * mean * mean * mean
        let fourths =
            fourth / n - 4 * mean * third / n + 6 * mean * mean * second / n - 3 * mean * mean * mean * mean
        let skew = (n * (n - 1)).squareRoot() / (n - 2) * cubes / (variance * variance.squareRoot())
        let excess = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * fourths / (variance * variance) - 3 * (n - 1))
        return SharpeMoments(sharpe: mean / variance.squareRoot(), skew: skew, kurtosis: excess + 3, count: count)
    }
}
