extension TickSeries {
    /// Bars that close when buys and sells have drawn apart by more than is expected of a bar.
    ///
    /// López de Prado (2018), section 2.3.2.1: each trade counts by its sign under the tick rule, times one, its size
    /// or its value; a bar closes when the sum's magnitude passes the expected number of trades times the magnitude of
    /// the expected imbalance of one. Columns and times are those of `bars(by:size:)`.
    ///
    /// Against mlfinpy 0.1.2: the same bars. There the first expectation is taken only while a batch has no bar yet;
    /// here the whole series is one batch.
    ///
    /// - Throws: Where the rule's numbers are not above zero.
    public func imbalanceBars(
        by measure: TradeMeasure, rule: InformationRule = InformationRule()
    ) throws(SeriesError) -> BarSeries {
        try rule.check()
        var builder = TradeBarBuilder(ticks: self)
        var imbalances: [Double] = []
        imbalances.reserveCapacity(count)
        var barTicks: [Double] = []
        var expectedTicks = rule.initialTicks
        var expectedImbalance: Double?
        var sum = 0.0

        // Known once as many trades have passed as a bar is expected to hold.
        func expectation() -> Double? {
            guard Double(imbalances.count) >= expectedTicks else { return nil }
            let window = min(imbalances.count, rule.window)
            return InformationRule.average(imbalances.suffix(window), window: window)
        }
        for row in 0..<count {
            builder.add(row)
            let imbalance = builder.imbalance(row, measure)
            imbalances.append(imbalance)
            sum += imbalance
            if builder.count == 0, expectedImbalance == nil { expectedImbalance = expectation() }
            guard let expected = expectedImbalance, sum.magnitude > expectedTicks * expected.magnitude else { continue }
            barTicks.append(Double(builder.ticks))
            builder.close(row)
            expectedTicks = rule.nextTicks(after: barTicks, now: expectedTicks)
            expectedImbalance = expectation()
            sum = 0
        }
        return builder.series()
    }
}
