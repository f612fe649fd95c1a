/// Adds up exposure and turnover period by period, without keeping the columns.
public struct ActivityMeter: Sendable, Hashable {
    private var periods = 0
    private var exposed = 0
    private var solvent = 0
    private var gross = 0.0
    private var net = 0.0
    private var largest: Double?
    private var equity = 0.0
    private var traded = 0.0

    /// Nothing yet.
    public init() {}

    /// Adds a period: equity, gross and net exposure at its end, and the notional traded in it, in one currency.
    public mutating func add(equity: Double, gross: Double, net: Double, traded: Double) {
        periods += 1
        if gross != 0 { exposed += 1 }
        self.equity += equity
        self.traded += traded
        guard equity > 0 else { return }
        solvent += 1
        if gross == 0 {
            largest = largest ?? 0
            return
        }
        let exposure = gross / equity
        self.gross += exposure
        // All long or all short, as with one instrument, needs no second division.
        self.net += net.magnitude == gross ? (net < 0 ? -exposure : exposure) : net / equity
        largest = Swift.max(largest ?? 0, exposure)
    }

    /// The part of the periods at whose end something was held, 0 to 1; 0 without periods.
    public var exposureTime: Double { periods == 0 ? 0 : Double(exposed) / Double(periods) }

    /// Exposure and turnover of the periods so far.
    ///
    /// - Throws: Where `periodsPerYear` is out of range.
    public func statistics(periodsPerYear: Double) throws(StatisticsError) -> ActivityStatistics {
        _ = try ReturnConvention(periodsPerYear: periodsPerYear).validated()
        let mean = ratio(equity, Double(periods))
        return ActivityStatistics(
            exposureTime: ratio(Double(exposed), Double(periods)), averageExposure: ratio(gross, Double(solvent)),
            maximumExposure: largest, averageNetExposure: ratio(net, Double(solvent)),
            annualTurnover: ratio(ratio(traded, mean), Double(periods) / periodsPerYear))
    }
}
