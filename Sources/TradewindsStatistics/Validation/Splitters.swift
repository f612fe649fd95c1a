/// Learn from the past, be judged on the block that follows, move on. The last block ends with the last row.
public struct WalkForward: Sendable, Hashable {
    /// The number of blocks to be judged on.
    public var folds: Int
    /// Rows of each block.
    public var testSize: Int
    /// Rows to learn from at most, the latest ones; `nil` for all that came before.
    public var trainSize: Int?

    /// A walk; the rows before the first block are at least one.
    public init(folds: Int, testSize: Int, trainSize: Int? = nil) {
        self.folds = folds
        self.testSize = testSize
        self.trainSize = trainSize
    }

    /// The splits, oldest first.
    public func splits(_ times: LabelTimes, guarded by: LeakGuard = LeakGuard()) throws(StatisticsError) -> [DataSplit]
    {
        try by.validated()
        try requireRange(folds, "folds", 1...Int.max)
        try requireRange(testSize, "testSize", 1...Int.max)
        try requireRange(trainSize ?? 1, "trainSize", 1...Int.max)
        let (tested, overflow) = folds.multipliedReportingOverflow(by: testSize)
        if overflow || tested >= times.count {
            throw .tooShort(column: "times", count: times.count, needed: overflow ? Int.max : tested + 1)
        }
        return (0..<folds).map { fold in
            let start = times.count - tested + fold * testSize
            let test = Array(start..<(start + testSize))
            let train = by.kept(Array(0..<start), beside: test, times)
            return DataSplit(train: trainSize.map { train.suffix($0) } ?? train, test: test)
        }
    }
}

/// Each block of time is judged once, learning from all others less what would leak.
public struct PurgedKFold: Sendable, Hashable {
    /// The number of blocks, at least 2.
    public var folds: Int

    /// A number of blocks.
    public init(folds: Int) { self.folds = folds }

    /// The splits in the order of their test blocks.
    public func splits(_ times: LabelTimes, guarded by: LeakGuard = LeakGuard()) throws(StatisticsError) -> [DataSplit]
    {
        try CombinatorialPurged(groups: folds, testGroups: 1).splits(times, guarded: by)
    }
}

/// Every choice of some blocks is judged once, learning from the others less what would leak; the choices join to several
/// whole paths through time.
public struct CombinatorialPurged: Sendable, Hashable {
    /// The number of blocks, at least 2.
    public var groups: Int
    /// Blocks judged at once, less than `groups`.
    public var testGroups: Int

    /// Numbers of blocks.
    public init(groups: Int, testGroups: Int) {
        self.groups = groups
        self.testGroups = testGroups
    }

    /// The most splits that are made at once; beyond it the parameters are refused.
    static let mostSplits = 200_000

    /// The splits in lexicographic order of their test blocks.
    public func splits(_ times: LabelTimes, guarded by: LeakGuard = LeakGuard()) throws(StatisticsError) -> [DataSplit]
    {
        try by.validated()
        try validate(rows: times.count)
        let blocks = contiguousBlocks(rows: times.count, count: groups)
        return combinations(groups, choose: testGroups).map { chosen in
            let test = chosen.flatMap { Array(blocks[$0]) }
            let rest = (0..<groups).filter { !chosen.contains($0) }.flatMap { Array(blocks[$0]) }
            return DataSplit(train: by.kept(rest, beside: test, times), test: test)
        }
    }

    /// Joins what was predicted for the test rows of each split to whole paths, each with one value a row.
    /// - `predictions`: for each split, in the order of ``splits(_:guarded:)``, a value for each test row.
    public func paths(_ predictions: [[Double]], rows: Int) throws(StatisticsError) -> [[Double]] {
        try validate(rows: rows)
        let blocks = contiguousBlocks(rows: rows, count: groups)
        let choices = combinations(groups, choose: testGroups)
        try requireRange(predictions.count, "predictions", choices.count...choices.count)
        let count = combinationCount(groups - 1, choose: testGroups - 1) ?? 0
        var paths = [[Double]](repeating: [Double](repeating: 0, count: rows), count: count)
        var used = [Int](repeating: 0, count: groups)
        for (choice, values) in zip(choices, predictions) {
            let needed = choice.reduce(0) { $0 + blocks[$1].count }
            try requireRange(values.count, "values of a split", needed...needed)
            var start = 0
            for group in choice {
                let block = blocks[group]
                paths[used[group]].replaceSubrange(block, with: values[start..<(start + block.count)])
                used[group] += 1
                start += block.count
            }
        }
        return paths
    }

    private func validate(rows: Int) throws(StatisticsError) {
        try requireRange(groups, "groups", 2...max(2, rows))
        try requireRange(rows, "rows", groups...Int.max)
        try requireRange(testGroups, "testGroups", 1...(groups - 1))
        guard let count = combinationCount(groups, choose: testGroups), count <= Self.mostSplits else {
            throw .outOfRange(
                parameter: "groups", value: Double(groups),
                allowed: "a number with at most \(Self.mostSplits) ways to choose \(testGroups) of it")
        }
    }
}
