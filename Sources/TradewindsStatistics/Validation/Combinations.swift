/// Cuts rows into neighbouring blocks; the first ones are longer by a row if they do not divide.
func contiguousBlocks(rows: Int, count: Int) -> [Range<Int>] {
    let (size, longer) = rows.quotientAndRemainder(dividingBy: count)
    var start = 0
    return (0..<count).map { block in
        let end = start + size + (block < longer ? 1 : 0)
        defer { start = end }
        return start..<end
    }
}

/// All ways to choose some of the first numbers, in lexicographic order.
func combinations(_ count: Int, choose size: Int) -> [[Int]] {
    guard (0...count).contains(size) else { return [] }
    var all: [[Int]] = []
    var current = Array(0..<size)
    while true {
        all.append(current)
        guard let place = current.indices.last(where: { current[$0] < count - size + $0 }) else { return all }
        current[place] += 1
        for later in (place + 1)..<max(size, place + 1) { current[later] = current[later - 1] + 1 }
    }
}

/// The number of ways to choose; `nil` if it does not fit.
func combinationCount(_ count: Int, choose size: Int) -> Int? {
    guard (0...count).contains(size) else { return 0 }
    var result = 1
    for step in 0..<min(size, count - size) {
        let (product, overflow) = result.multipliedReportingOverflow(by: count - step)
        if overflow { return nil }
        result = product / (step + 1)
    }
    return result
}
