extension TickSeries {
    /// Bars that close when buys alone, or sells alone, are more than is expected of a bar.
    ///
    /// López de Prado (2018), section 2.3.2.3: buys and sells are summed apart, in trades, volume or value; a bar
    /// closes when the greater sum passes the expected number of trades times the greater of the expected buy times its
    /// share of trades and the expected sell times its share. Columns and times are those of `bars(by:size:)`.
    ///
    /// - Throws: Where the rule's numbers are not above zero.
    public func runBars(
        by measure: TradeMeasure, rule: InformationRule = InformationRule()
    ) throws(SeriesError) -> BarSeries {
        try rule.check()
        var builder = TradeBarBuilder(ticks: self)
        var state = RunState(rule: rule)
        for row in 0..<count {
            builder.add(row)
            state.add(builder.imbalance(row, measure))
            if builder.count == 0 { state.warmUp(barTicks: builder.ticks) }
            guard state.isComplete else { continue }
            state.close(barTicks: builder.ticks)
            builder.close(row)
        }
        return builder.series()
    }
}

/// The sums of a run bar and what is expected of the next.
private struct RunState {
    let rule: InformationRule
    private var buys: [Double] = []
    private var sells: [Double] = []
    private var buySum = 0.0
    private var sellSum = 0.0
    private var buyTicks = 0
    private var barTicks: [Double] = []
    private var shares: [Double] = []
    private var expectedTicks: Double
    /// The expected buy, sell and share of buys; `nil` until there were enough of both.
    private var expected: (buy: Double, sell: Double, share: Double)?

    init(rule: InformationRule) { (self.rule, expectedTicks) = (rule, rule.initialTicks) }

    mutating func add(_ imbalance: Double) {
        if imbalance > 0 {
            buys.append(imbalance)
            buySum += imbalance
            buyTicks += 1
        } else if imbalance < 0 {
            sells.append(-imbalance)
            sellSum -= imbalance
        }
    }

    /// The first expectation: there is one once buys and sells are each as many as a bar is expected to hold.
    mutating func warmUp(barTicks: Int) {
        guard expected == nil, Double(buys.count) >= expectedTicks, Double(sells.count) >= expectedTicks else { return }
        expected = (average(buys), average(sells), Double(buyTicks) / Double(barTicks))
    }

    var isComplete: Bool {
        guard let expected else { return false }
        let greater = max(expected.buy * expected.share, expected.sell * (1 - expected.share))
        return max(buySum, sellSum) > expectedTicks * greater
    }

    mutating func close(barTicks ticks: Int) {
        barTicks.append(Double(ticks))
        shares.append(Double(buyTicks) / Double(ticks))
        expectedTicks = rule.nextTicks(after: barTicks, now: expectedTicks)
        let share = InformationRule.average(shares.suffix(rule.shareBars), window: rule.shareBars)
        expected = (average(buys), average(sells), share)
        (buySum, sellSum, buyTicks) = (0, 0, 0)
    }

    private func average(_ values: [Double]) -> Double {
        let window = min(values.count, rule.window)
        return InformationRule.average(values.suffix(window), window: window)
    }
}
