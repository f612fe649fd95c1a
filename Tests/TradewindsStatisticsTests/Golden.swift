import Foundation
import Testing

/// Values of the references, as `Tools/oracles/statistics_goldens` wrote them.
enum Golden {
    static func load<Values: Decodable>(_ name: String, as type: Values.Type = Values.self) throws -> Values {
        let place = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Golden"),
            "no Golden/\(name).json: run make oracles")
        return try JSONDecoder().decode(File<Values>.self, from: Data(contentsOf: place)).values
    }

    private struct File<Values: Decodable>: Decodable {
        let values: Values
    }

    /// The input columns.
    struct Inputs: Decodable {
        let own, benchmark, idle, monthly, rising, walk, spread, partner, third: [Double]
        let models: [[Double]]

        func column(_ name: String) -> [Double] {
            switch name {
            case "own": own
            case "benchmark": benchmark
            case "idle": idle
            case "monthly": monthly
            case "rising": rising
            case "walk": walk
            case "spread": spread
            case "partner": partner
            case "third": third
            default: preconditionFailure("a golden file names only columns of inputs.json, not \(name)")
            }
        }
    }

    static func inputs() throws -> Inputs { try load("inputs") }
}

/// Whether a number equals the reference's to 1e-9 of its size (or to 1e-12 near zero); two undefined ones are equal.
func agrees(_ own: Double?, _ reference: Double?, tolerance: Double = 1e-9) -> Bool {
    guard let own, let reference else { return own == nil && reference == nil }
    return abs(own - reference) <= max(tolerance * abs(reference), 1e-12)
}

/// Whether two columns agree element by element.
func agree(_ own: [Double], _ reference: [Double], tolerance: Double = 1e-9) -> Bool {
    own.count == reference.count && zip(own, reference).allSatisfy { agrees($0, $1, tolerance: tolerance) }
}
