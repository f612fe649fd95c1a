import TradewindsStatistics
import TradewindsVocabulary

/// The values of a strategy's parameters that a sweep tries.
public struct ParameterSpace: Sendable, Hashable {
    /// One parameter and its values, ascending in the order given.
    public struct Axis: Sendable, Hashable {
        /// The parameter.
        public let parameter: NamedParameter
        /// What it takes, at least one value.
        public let values: [Double]
    }

    /// The parameters that vary; the others keep their defaults or what is fixed beside the space.
    public let axes: [Axis]

    /// More points than this are refused: name fewer values, or draw points.
    public static let largestCount = 1_000_000

    /// Reads `fast=5:50:5,slow=20:200:20`: from, to and step; or `fast=5|8|13` for single values.
    ///
    /// - Throws: ``CatalogueError``: a name that the strategy does not have, a value outside its range, a step that is not
    ///   above zero, too many points.
    public init(grid text: String, of parameters: [NamedParameter]) throws(CatalogueError) {
        var axes: [Axis] = []
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else {
                throw .conflict("--grid \(part): write name=from:to:step, such as fast=5:50:5, or name=5|8|13")
            }
            guard let parameter = parameters.first(where: { $0.name == sides[0] }) else {
                throw .parameter(.unknownParameter(sides[0], known: parameters.map(\.name)))
            }
            guard !axes.contains(where: { $0.parameter == parameter }) else {
                throw .conflict("--grid: \(sides[0]) stands there twice")
            }
            let values = try Self.values(sides[1], of: parameter)
            if let twice = values.indices.first(where: { values[..<$0].contains(values[$0]) }) {
                throw .conflict("--grid \(part): \(values[twice]) stands there twice; name each value once")
            }
            axes.append(Axis(parameter: parameter, values: values))
        }
        guard !axes.isEmpty else { throw .conflict("--grid: name at least one parameter, such as fast=5:50:5") }
        self.axes = axes
        guard axes.reduce(1.0, { $0 * Double($1.values.count) }) <= Double(Self.largestCount) else {
            throw .conflict("--grid: more than \(Self.largestCount) points; take larger steps, or draw some of them")
        }
    }

    private static func values(_ text: String, of parameter: NamedParameter) throws(CatalogueError) -> [Double] {
        func number(_ text: some StringProtocol) throws(CatalogueError) -> Double {
            guard let value = Double(text), value.isFinite else {
                throw .parameter(.notANumber(parameter.name, String(text)))
            }
            guard parameter.range.contains(value) else { throw .parameter(.outOfRange(parameter, value)) }
            guard !parameter.isWhole || value == value.rounded() else { throw .parameter(.notWhole(parameter, value)) }
            return value
        }
        let bounds = text.split(separator: ":", omittingEmptySubsequences: false)
        guard bounds.count > 1 else {
            var values: [Double] = []
            for single in text.split(separator: "|") { values.append(try number(single)) }
            guard !values.isEmpty else { throw .parameter(.notANumber(parameter.name, text)) }
            return values
        }
        let (from, to) = (try number(bounds[0]), try number(bounds[1]))
        let step = bounds.count > 2 ? Double(bounds[2]) ?? 0 : parameter.step
        guard bounds.count <= 3, step > 0, step.isFinite, from <= to else {
            throw .conflict("\(parameter.name)=\(text): write from:to:step with from up to to and a step above zero")
        }
        let count = ((to - from) / step + 1e-9).rounded(.down)
        guard count < Double(largestCount) else { throw .conflict("\(parameter.name)=\(text): too many values") }
        // Whole steps from the beginning, so that 0.1 three times is 0.3 and not a little more.
        var values: [Double] = []
        for place in 0...Int(count) {
            values.append(try number("\(((from + Double(place) * step) * 1e12).rounded() / 1e12)"))
        }
        return values
    }

    /// Every combination; the last parameter changes fastest.
    public var grid: [[String: Double]] {
        axes.reduce([[:]]) { points, axis in
            points.flatMap { point in axis.values.map { point.merging([axis.parameter.name: $0]) { $1 } } }
        }
    }

    /// So many different points of the grid, drawn without preference; all where there are no more.
    public func random(_ count: Int, seed: UInt64) -> [[String: Double]] {
        let grid = grid
        var generator = SeededGenerator(seed: seed)
        return generator.permutation(grid.count).prefix(max(0, count)).sorted().map { grid[$0] }
    }

    /// A Latin hypercube: each parameter's values are cut into as many layers as there are points, and each layer is used
    /// once. Points that fall together, as they may where a parameter has fewer values than layers, are one: a point that
    /// is tried twice is no second trial.
    public func latinHypercube(_ count: Int, seed: UInt64) -> [[String: Double]] {
        guard count > 0 else { return [] }
        var generator = SeededGenerator(seed: seed)
        var points = [[String: Double]](repeating: [:], count: count)
        for axis in axes {
            for (point, layer) in generator.permutation(count).enumerated() {
                let place = (Double(layer) + generator.unit()) / Double(count) * Double(axis.values.count)
                points[point][axis.parameter.name] = axis.values[min(Int(place), axis.values.count - 1)]
            }
        }
        var seen: Set<[String: Double]> = []
        return points.filter { seen.insert($0).inserted }
    }
}
