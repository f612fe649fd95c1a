/// A small dense symmetric matrix, for the eigenvalue problems of a few series.
struct SymmetricMatrix {
    let size: Int
    private(set) var rows: [[Double]]

    init(_ rows: [[Double]]) {
        self.rows = rows
        size = rows.count
    }

    /// The lower triangular factor whose product with its transpose is the matrix.
    func cholesky(what: String) throws(StatisticsError) -> [[Double]] {
        var factor = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for row in 0..<size {
            for column in 0...row {
                var value = rows[row][column]
                for index in 0..<column { value -= factor[row][index] * factor[column][index] }
                if row == column {
                    guard value > 1e-14 * rows[row][row] else { throw .singular(what: what) }
                    factor[row][row] = value.squareRoot()
                } else {
                    factor[row][column] = value / factor[column][column]
                }
            }
        }
        return factor
    }

    /// Eigenvalues, largest first, with their unit vectors (Jacobi's rotations).
    func eigen() -> [(value: Double, vector: [Double])] {
        var matrix = rows
        var vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
        for _ in 0..<100 {
            var outside = 0.0
            for row in 0..<size { for column in 0..<row { outside += matrix[row][column] * matrix[row][column] } }
            if outside < 1e-300 { break }
            for first in 0..<size {
                for second in (first + 1)..<max(size, first + 1) {
                    Self.rotate(&matrix, &vectors, first, second)
                }
            }
        }
        return (0..<size).map { index in (matrix[index][index], vectors.map { $0[index] }) }
            .sorted { $0.0 > $1.0 }
    }

    private static func rotate(_ matrix: inout [[Double]], _ vectors: inout [[Double]], _ p: Int, _ q: Int) {
        guard matrix[p][q] != 0 else { return }
        let theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
        let tangent = (theta < 0 ? -1.0 : 1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for index in matrix.indices {
            let (a, b) = (matrix[index][p], matrix[index][q])
            matrix[index][p] = cosine * a - sine * b
            matrix[index][q] = sine * a + cosine * b
        }
        for index in matrix.indices {
            let (a, b) = (matrix[p][index], matrix[q][index])
            matrix[p][index] = cosine * a - sine * b
            matrix[q][index] = sine * a + cosine * b
        }
        for index in vectors.indices {
            let (a, b) = (vectors[index][p], vectors[index][q])
            vectors[index][p] = cosine * a - sine * b
            vectors[index][q] = sine * a + cosine * b
        }
    }
}

/// Solves with a lower triangular factor.
func forwardSolve(_ factor: [[Double]], _ right: [Double]) -> [Double] {
    var solution = right
    for row in solution.indices {
        for column in 0..<row { solution[row] -= factor[row][column] * solution[column] }
        solution[row] /= factor[row][row]
    }
    return solution
}

/// Solves with the transpose of a lower triangular factor.
func backwardSolve(_ factor: [[Double]], _ right: [Double]) -> [Double] {
    var solution = right
    for row in solution.indices.reversed() {
        for later in (row + 1)..<max(solution.count, row + 1) { solution[row] -= factor[later][row] * solution[later] }
        solution[row] /= factor[row][row]
    }
    return solution
}
