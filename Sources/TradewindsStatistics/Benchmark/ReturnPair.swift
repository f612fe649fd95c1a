import Foundation

/// Two columns of returns of one length, for what is computed on subsets of their periods.
struct ReturnPair {
    let own: [Double]
    let reference: [Double]

    init(_ own: [Double], _ reference: [Double]) {
        self.own = own
        self.reference = reference
    }

    /// The periods in which the reference fulfils a condition.
    func filtered(_ holds: (Double) -> Bool) -> ReturnPair {
        let rows = reference.indices.filter { holds(reference[$0]) }
        return ReturnPair(rows.map { own[$0] }, rows.map { reference[$0] })
    }

    var beta: Double? {
        guard reference.count > 1, let variance = reference.variance(ddof: 0), variance >= 1e-30 else { return nil }
        return defined(centralProduct(own, reference) / Double(own.count) / variance)
    }

    var correlation: Double? { TradewindsStatistics.correlation(own, reference) }

    /// Mean return of a period beyond beta times the reference's, both above the riskless return.
    func unexplained(riskFree: Double) -> Double? {
        guard let beta, let ownMean = own.mean, let referenceMean = reference.mean else { return nil }
        return (ownMean - riskFree) - beta * (referenceMean - riskFree)
    }

    /// Annual returns of both; `nil` after a loss of more than everything.
    func annual(_ periodsPerYear: Double) -> (Double, Double)? {
        guard !own.isEmpty, own.compounded >= 0, reference.compounded >= 0 else { return nil }
        let exponent = periodsPerYear / Double(own.count)
        return (pow(own.compounded, exponent) - 1, pow(reference.compounded, exponent) - 1)
    }

    func capture(_ periodsPerYear: Double) -> Double? {
        annual(periodsPerYear).flatMap { ratio($0, $1) }
    }

    /// How far the returns at the reference's extremes lie above the return at its median.
    var fragility: Double? {
        guard own.count > 2 else { return nil }
        let order = reference.indices.sorted { (reference[$0], $0) < (reference[$1], $1) }
        let (low, middle, high) = (order[0], order[order.count / 2], order[order.count - 1])
        let range = reference[high] - reference[low]
        var lowWeight = 0.5
        var highWeight = 0.5
        if range != 0 {
            lowWeight = (reference[high] - reference[middle]) / range
            highWeight = (reference[middle] - reference[low]) / range
        }
        return defined(lowWeight * own[low] + highWeight * own[high] - own[middle])
    }
}
