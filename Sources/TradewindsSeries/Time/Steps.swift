import TradewindsVocabulary

extension Column<Timestamp> {
    /// The distance that most neighbours have, of several the shortest, and how many have it; `nil` where no two times
    /// differ.
    public var usualStep: (length: Duration, count: Int)? {
        let steps = zip(self, dropFirst()).map { $1.nanoseconds - $0.nanoseconds }.filter { $0 > 0 }.sorted()
        var best: (step: Int64, count: Int)?
        var begin = 0
        for place in steps.indices where place + 1 == steps.count || steps[place + 1] != steps[place] {
            let count = place + 1 - begin
            if count > best?.count ?? 0 { best = (steps[place], count) }
            begin = place + 1
        }
        return best.map { (.nanoseconds($0.step), $0.count) }
    }

    /// When rows end that begin at these times and last as long as most of them lie apart: then, or where the next
    /// begins before that. `nil` where no step is that of half of the neighbours, as in bars by volume.
    public var ends: Column<Timestamp>? {
        guard let step = usualStep, 2 * step.count >= count - 1 else { return nil }
        return Column(
            indices.map { row in
                let end = self[row] + step.length
                let next = row + 1 < count ? self[row + 1] : end
                return next > self[row] && next < end ? next : end
            })
    }
}
