/// How often returns fell into each of some bins of equal width, one edge of which is zero.
struct Histogram {
    /// The lower edge of the first bin.
    let start: Double
    let width: Double
    private(set) var counts: [Int]
    /// How many values lie outside and were counted in the first and last bin.
    private(set) var outside = 0

    /// About `bins` bins over the middle 99 percent of `values`; `nil` without values.
    init?(_ values: [Double], bins: Int = 40) {
        let sorted = values.filter(\.isFinite).sorted()
        guard !sorted.isEmpty else { return nil }
        let cut = sorted.count >= 200 ? sorted.count / 200 : 0
        let low = min(sorted[cut], 0)
        let high = max(sorted[sorted.count - 1 - cut], 0)
        width = NumberAxis.niceStep(max(high - low, 1e-6) / Double(bins))
        let first = (low / width).rounded(.down)
        start = first * width
        let count = max(1, Int((high / width).rounded(.down) - first) + 1)
        counts = Array(repeating: 0, count: count)
        for value in sorted {
            let bin = (value / width).rounded(.down) - first
            if bin < 0 || bin >= Double(count) { outside += 1 }
            counts[Int(max(0, min(Double(count - 1), bin)))] += 1
        }
    }
}
