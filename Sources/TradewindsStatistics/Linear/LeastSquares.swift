/// Least squares by Householder reflections on columns.
///
/// One decomposition gives the fits of the first regressor, the first two and so on as well (`residualSum(first:)`), which
/// is what the choice of a lag needs.
struct LeastSquares {
    let rows: Int
    let columns: Int
    /// Upper triangle, by columns.
    private let triangle: [[Double]]
    /// The response, rotated: its first `columns` elements belong to the regressors, the rest is unexplained.
    private let rotated: [Double]

    /// Decomposes; throws if there are fewer rows than columns or a column depends on those before it.
    init(_ regressors: [[Double]], response: [Double], what: String) throws(StatisticsError) {
        rows = response.count
        columns = regressors.count
        guard rows > columns else { throw .tooShort(column: what, count: rows, needed: columns + 1) }
        var matrix = regressors
        var target = response
        for pivot in 0..<columns {
            let size = matrix[pivot].reduce(0) { $0 + $1 * $1 }.squareRoot()
            var rest = 0.0
            for row in pivot..<rows { rest += matrix[pivot][row] * matrix[pivot][row] }
            let length = rest.squareRoot()
            guard length > 1e-11 * size, length > 0 else { throw .singular(what: what) }
            let head = matrix[pivot][pivot] > 0 ? -length : length
            var reflector = Array(matrix[pivot][pivot...])
            reflector[0] -= head
            let scale = 1 / (length * (length + abs(matrix[pivot][pivot])))
            for other in (pivot + 1)..<max(columns, pivot + 1) {
                Self.reflect(&matrix[other], reflector, scale, from: pivot)
            }
            Self.reflect(&target, reflector, scale, from: pivot)
            matrix[pivot][pivot] = head
        }
        triangle = matrix
        rotated = target
    }

    private static func reflect(_ column: inout [Double], _ reflector: [Double], _ scale: Double, from pivot: Int) {
        var product = 0.0
        for index in reflector.indices { product += reflector[index] * column[pivot + index] }
        let step = product * scale
        for index in reflector.indices { column[pivot + index] -= step * reflector[index] }
    }

    /// The coefficients of all regressors.
    var coefficients: [Double] { solve(Array(rotated[0..<columns])) }

    /// The residual sum of squares using only the first `count` regressors.
    func residualSum(first count: Int) -> Double {
        var total = 0.0
        for row in count..<rows { total += rotated[row] * rotated[row] }
        return total
    }

    /// The size of the t statistic of the last of the first `count` regressors, when only those are used.
    func lastT(first count: Int) -> Double {
        let variance = residualSum(first: count) / Double(rows - count)
        return abs(rotated[count - 1]) / variance.squareRoot()
    }

    /// The diagonal of the inverse of the regressors' products: times the residual variance, the coefficients' variances.
    var inverseDiagonal: [Double] {
        var diagonal = [Double](repeating: 0, count: columns)
        for index in 0..<columns {
            // A row of the inverse triangle: forward substitution of a unit vector in the transpose.
            var unit = [Double](repeating: 0, count: columns)
            unit[index] = 1
            let column = solve(unit)
            for row in 0..<columns { diagonal[row] += column[row] * column[row] }
        }
        return diagonal
    }

    private func solve(_ right: [Double]) -> [Double] {
        var solution = right
        for row in stride(from: columns - 1, through: 0, by: -1) {
            var value = solution[row]
            for column in (row + 1)..<max(columns, row + 1) { value -= triangle[column][row] * solution[column] }
            solution[row] = value / triangle[row][row]
        }
        return solution
    }

    /// What the regressors do not explain of a response.
    static func residuals(
        of response: [Double], on regressors: [[Double]], what: String
    ) throws(StatisticsError) -> [Double] {
        guard !regressors.isEmpty else { return response }
        let fit = try LeastSquares(regressors, response: response, what: what)
        return subtract(regressors, fit.coefficients, from: response)
    }

    static func subtract(_ regressors: [[Double]], _ coefficients: [Double], from response: [Double]) -> [Double] {
        var rest = response
        for (column, coefficient) in zip(regressors, coefficients) {
            for row in rest.indices { rest[row] -= coefficient * column[row] }
        }
        return rest
    }
}
