import Foundation
import TradewindsStrategy
import TradewindsVocabulary

/// What a sweep found, for people and for programs.
struct SweepOutput {
    let outcomes: [SweepOutcome]
    /// Points whose values do not fit together.
    let unfit: Int
    let clock: SweepClock
    let judgement: SweepJudgement
    /// Tells the ends of bars as the files tell their beginnings.
    let labels: BarLabels

    private var names: [String] { outcomes.first?.values.keys.sorted() ?? [] }
    private var yearly: Double { clock.partsPerYear.squareRoot() }

    func printJSON() {
        let points = outcomes.map { Cell.object(row($0) + events($0)) }
        let judged: [(String, Cell)] = [
            ("walk_forward", .list(judgement.walkForward.map { .object(row($0)) })),
            ("k_fold", .list(judgement.kFold.map { .object(row($0)) })),
            ("combinatorial", .list(judgement.combinatorial.map { .object(row($0)) })),
            ("path_sharpes", .list(judgement.paths.map { Cell($0.map { $0 * yearly }) })),
            ("reasons", .object(reasons.map { ($0.name, Cell($0.text)) })),
        ]
        Swift.print(Table.object([("points", .list(points)), ("judgement", .object(totals + judged))]))
    }

    /// - `best`: How many of the best points.
    func print(best: Int) {
        let ranked = outcomes.sorted { ($0.sharpe ?? -.infinity, $1.place) > ($1.sharpe ?? -.infinity, $0.place) }
        if best > 0 {
            var table = Table(ranked.first.map { row($0).map(\.0) } ?? [])
            table.rows = ranked.prefix(best).map { row($0).map(\.1) }
            table.print(json: false, empty: "no point could be run")
            Swift.print("")
        }
        for line in remarks { Swift.print(line) }
        let reasons = reasons
        for (name, cell) in totals {
            let reason = cell == .none ? reasons.first { $0.name == name } : nil
            Swift.print("\(name): \(cell.plain)\(reason.map { " (\($0.text))" } ?? "")")
        }
        guard let first = judgement.walkForward.first else { return }
        Swift.print("\nwalk forward: the best point of all parts before a block, in the block")
        var walk = Table(row(first).map(\.0))
        walk.rows = judgement.walkForward.map { row($0).map(\.1) }
        walk.print(json: false, empty: "")
    }

    /// The returns of all parts, a column for each point under its values.
    var returns: String {
        let heads = outcomes.map { Cell.text(ofPoint: $0.values) }
        let rows = (0..<judgement.parts).map { part in
            ([text(part + 1)] + outcomes.map { "\($0.returns[part])" }).joined(separator: ",")
        }
        return ([(["time"] + heads).joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    private func row(_ outcome: SweepOutcome) -> [(String, Cell)] {
        values(outcome) + [
            ("trades", Cell(outcome.trades)), ("profit", Cell(outcome.profit)), ("fees", Cell(outcome.fees)),
            ("sharpe", Cell(outcome.sharpe)), ("maximum_drawdown", Cell(outcome.maximumDrawdown)),
        ]
    }

    /// What kept a point from doing what it would have done.
    private func events(_ outcome: SweepOutcome) -> [(String, Cell)] {
        let stopped = outcome.stopped.map { stop in
            Cell.object([
                ("time", Cell(labels.text(stop.time))), ("reason", Cell(stop.reason)), ("text", Cell(stop.text)),
            ])
        }
        return [
            ("refused_orders", Cell(outcome.refusals.reduce(0) { $0 + $1.count })),
            ("refusals_by_reason", .object(outcome.refusals.map { ($0.reason, Cell($0.count)) })),
            ("stopped", stopped ?? .none), ("margin_calls", Cell(outcome.marginCalls)),
            ("ruined", outcome.ruined.map { Cell(labels.text($0)) } ?? .none),
        ]
    }

    /// The same of all points, a line for each kind that there was.
    private var remarks: [String] {
        func line(_ name: String, _ points: [SweepOutcome], _ more: String) -> String? {
            points.isEmpty ? nil : "\(name): \(points.count) of \(outcomes.count) points, \(more)"
        }
        func list(_ names: [String]) -> String { Set(names).sorted().joined(separator: ", ") }
        let refused = outcomes.filter { !$0.refusals.isEmpty }
        let counts = refused.flatMap(\.refusals)
        let orders = counts.reduce(0) { $0 + $1.count }
        let called = outcomes.filter { $0.marginCalls > 0 }
        let stopped = outcomes.filter { $0.stopped != nil }
        return [
            line("refused", refused, "\(orders) orders by \(list(counts.map(\.reason)))"),
            line("stopped", stopped, "by \(list(stopped.compactMap(\.stopped?.reason)))"),
            line("margin calls", called, "\(called.reduce(0) { $0 + $1.marginCalls }) times"),
            line("ruined", outcomes.filter { $0.ruined != nil }, "whose value was not above zero: no Sharpe ratio"),
            line("no trades", outcomes.filter { $0.trades == 0 }, "where no trade ended"),
        ].compactMap(\.self)
    }

    private func values(_ outcome: SweepOutcome) -> [(String, Cell)] {
        names.map { ($0, Cell(parameter: outcome.values[$0])) }
    }

    private func row(_ fold: SweepFold) -> [(String, Cell)] {
        let blocks = fold.judged.reduce(into: [ClosedRange<Int>]()) { blocks, part in
            if let last = blocks.last, last.upperBound == part - 1 {
                blocks[blocks.count - 1] = last.lowerBound...part
            } else {
                blocks.append(part...part)
            }
        }
        let spans = blocks.map { Cell("\(text($0.lowerBound)) to \(text($0.upperBound + 1))") }
        return [("judged", spans.count == 1 ? spans[0] : .list(spans)), ("parts_learned", Cell(fold.learned.count))]
            + values(outcomes[fold.best]) + [
                ("sharpe_learned", Cell(fold.inSample.map { $0 * yearly })),
                ("sharpe_judged", Cell(fold.outOfSample.map { $0 * yearly })), ("return_judged", Cell(fold.growth)),
            ]
    }

    private func text(_ mark: Int) -> String { labels.text(clock.marks[mark]) }

    private var totals: [(String, Cell)] {
        let learned = Self.mean(judgement.combinatorial.map(\.inSample))
        let judged = Self.mean(judgement.combinatorial.map(\.outOfSample))
        return [
            ("points", Cell(outcomes.count)), ("left_out", Cell(unfit)), ("parts", Cell(judgement.parts)),
            ("deflated_sharpe", Cell(judgement.deflatedSharpe)),
            ("probability_of_overfitting", Cell(judgement.overfitting)),
            ("reality_check", Cell(judgement.superiority?.realityCheck)),
            ("superior_predictive_ability", Cell(judgement.superiority?.hansen)),
            ("walk_forward_sharpe", Cell(judgement.walkForwardSharpe.map { $0 * yearly })),
            ("k_fold_sharpe", Cell(judgement.kFoldSharpe.map { $0 * yearly })),
            ("combinatorial_sharpe_learned", Cell(learned.map { $0 * yearly })),
            ("combinatorial_sharpe_judged", Cell(judged.map { $0 * yearly })),
        ]
    }

    /// Why totals have no value, by their names.
    private var reasons: [(name: String, text: String)] {
        let measures: [(String, SweepMeasure)] = [
            ("deflated_sharpe", .deflatedSharpe), ("probability_of_overfitting", .overfitting),
            ("reality_check", .superiority), ("superior_predictive_ability", .superiority),
            ("walk_forward_sharpe", .walkForward), ("k_fold_sharpe", .kFold),
            ("combinatorial_sharpe_learned", .combinatorial), ("combinatorial_sharpe_judged", .combinatorial),
        ]
        let blank = Set(totals.filter { $0.1 == .none }.map(\.0))
        return measures.filter { blank.contains($0.0) }.compactMap { name, measure in
            judgement.gap(measure).map { (name, "\($0)") }
        }
    }

    /// The mean of ratios, which are 0 of returns that do not vary; `nil` where none do.
    private static func mean(_ values: [Double?]) -> Double? {
        values.allSatisfy { $0 == nil } ? nil : values.reduce(0) { $0 + ($1 ?? 0) } / Double(values.count)
    }
}
