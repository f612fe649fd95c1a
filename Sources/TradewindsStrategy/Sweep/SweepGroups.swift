/// How the points of a sweep are shared out among cores.
public enum SweepGroups {
    /// How many points run side by side on a core, so that prices are read once for all of them: as many as the core's
    /// own memory holds, in whole rounds of all cores, so that these end together.
    ///
    /// - `cores`: How many groups run at a time, at least 1.
    public static func size(_ points: Int, cores: Int) -> Int {
        let (most, fewestRounds) = (32, 4)
        guard points > 0, cores > 0 else { return 1 }
        let rounds = max(fewestRounds, (points + most * cores - 1) / (most * cores))
        return max(1, (points + rounds * cores - 1) / (rounds * cores))
    }
}
