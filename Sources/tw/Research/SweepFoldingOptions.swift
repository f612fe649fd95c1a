import ArgumentParser
import TradewindsStrategy

private let usual = SweepFolding()

/// How the time of a sweep is cut.
struct SweepFoldingOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: "Equal parts of the time whose returns everything but the deflated Sharpe ratio looks at.")
    var parts = SweepClock.usualParts

    @Option(parsing: .unconditional, help: "Blocks of walk-forward and of purged k-fold cross-validation.")
    var folds = usual.folds

    @Option(parsing: .unconditional, help: "Blocks of combinatorial purged cross-validation.")
    var groups = usual.groups

    @Option(parsing: .unconditional, help: "How many of these blocks are judged at once.")
    var judgedGroups = usual.judgedGroups

    @Option(
        parsing: .unconditional,
        help: "Parts left out of learning on both sides of a block that is judged.")
    var purge = usual.purge

    @Option(parsing: .unconditional, help: "Parts left out behind it in addition.")
    var embargo = usual.embargo

    var folding: SweepFolding {
        SweepFolding(folds: folds, groups: groups, judgedGroups: judgedGroups, purge: purge, embargo: embargo)
    }

    func validate() throws {
        guard (1...SweepClock.mostParts).contains(parts) else {
            throw ValidationError("--parts \(parts): 1 to \(SweepClock.mostParts)")
        }
        guard (2...100).contains(folds) else { throw ValidationError("--folds \(folds): 2 to 100") }
        guard (2...20).contains(groups) else { throw ValidationError("--groups \(groups): 2 to 20") }
        guard (1..<groups).contains(judgedGroups) else {
            throw ValidationError("--judged-groups \(judgedGroups): 1 to \(groups - 1), fewer than --groups")
        }
        guard (0...parts).contains(purge), (0...parts).contains(embargo) else {
            throw ValidationError("--purge \(purge) --embargo \(embargo): 0 to \(parts), the number of parts")
        }
    }
}
