import TradewindsVocabulary

extension IndicatorCatalogue {
    static let volume: [IndicatorDescription] = [
        bars("obv", .volume, "On-balance volume") { (_) throws(IndicatorError) in OnBalanceVolume() },
        bars("ad", .volume, "Accumulation and distribution") { (_) throws(IndicatorError) in AccumulationDistribution()
        },
        bars(
            "adosc", .volume, "Chaikin's oscillator",
            [
                whole("fast", 3, "period of the fast average"),
                whole("slow", 10, "period of the slow average", atLeast: 2),
            ]
        ) { (values) throws(IndicatorError) in
            try ChaikinOscillator(fast: values.whole("fast"), slow: values.whole("slow"))
        },
        bars("cmf", .volume, "Chaikin's money flow", [period(20)]) { (values) throws(IndicatorError) in
            try ChaikinMoneyFlow(period: values.whole("period"))
        },
        bars("mfi", .volume, "Money flow index", [period(14)]) { (values) throws(IndicatorError) in
            try MoneyFlowIndex(period: values.whole("period"))
        },
        bars("efi", .volume, "Elder's force index", [period(13)]) { (values) throws(IndicatorError) in
            try ForceIndex(period: values.whole("period"))
        },
        bars("pvt", .volume, "Price-volume trend") { (_) throws(IndicatorError) in VolumeTrend(.priceVolume) },
        bars("nvi", .volume, "Negative volume index") { (_) throws(IndicatorError) in VolumeTrend(.negativeVolume) },
        bars("pvi", .volume, "Positive volume index") { (_) throws(IndicatorError) in VolumeTrend(.positiveVolume) },
    ]

    static let pairs: [IndicatorDescription] = [
        pairs("correl", .pairs, "Correlation of two columns (the same for any divisor)", [period(30, atLeast: 2)]) {
            (values) throws(IndicatorError) in try Relation(.correlation, period: values.whole("period"))
        },
        pairs("cov", .pairs, "Covariance of two columns, divided by the count less one", [period(30, atLeast: 2)]) {
            (values) throws(IndicatorError) in
            try Relation(.covariance, period: values.whole("period"))
        },
        pairs(
            "beta", .pairs, "Slope of changes of the first on those of the second (the same for any divisor)",
            [period(5, atLeast: 2)]
        ) {
            (values) throws(IndicatorError) in try Beta(period: values.whole("period"))
        },
        pairs(
            "spread", .pairs, "First less a fixed amount of the second",
            [NamedParameter("ratio", 1, -1000000000...1000000000, step: 0.1, "how much of the second")]
        ) { (values) throws(IndicatorError) in try Spread(ratio: values.number("ratio")) },
        pairs("ratio", .pairs, "First over second", gaps: "where the second is zero") { (_) throws(IndicatorError) in
            Ratio()
        },
        pairs(
            "spreadz", .pairs, "Score of the spread in its last values, deviations divided by the count less one",
            [
                period(60, atLeast: 2),
                NamedParameter("ratio", 1, -1000000000...1000000000, step: 0.1, "how much of the second"),
            ]
        ) { (values) throws(IndicatorError) in
            try Spread(ratio: values.number("ratio")).then(ZScore(period: values.whole("period")))
        },
        pairs(
            "residual", .pairs,
            "Rolling regression of the first on the second: the cointegration residual; score by the count less two",
            [period(60, atLeast: 3)]
        ) { (values) throws(IndicatorError) in try CointegrationResidual(period: values.whole("period")) },
    ]

    static let prices: [IndicatorDescription] = [
        bars("medprice", .prices, "(high + low) / 2") { (_) throws(IndicatorError) in BarPrice(.median) },
        bars("typprice", .prices, "(high + low + close) / 3") { (_) throws(IndicatorError) in BarPrice(.typical) },
        bars("wclprice", .prices, "(high + low + 2 close) / 4") { (_) throws(IndicatorError) in BarPrice(.weighted) },
        bars("avgprice", .prices, "(open + high + low + close) / 4") { (_) throws(IndicatorError) in BarPrice(.average)
        },
        bars("ha", .prices, "Heikin-Ashi bars") { (_) throws(IndicatorError) in HeikinAshi() },
        numbers("max", .prices, "Highest input", [period(30)]) { (values) throws(IndicatorError) in
            try Highest(period: values.whole("period"))
        },
        numbers("min", .prices, "Lowest input", [period(30)]) { (values) throws(IndicatorError) in
            try Lowest(period: values.whole("period"))
        },
        numbers("sum", .prices, "Sum of inputs", [period(30)]) { (values) throws(IndicatorError) in
            try MovingSum(period: values.whole("period"))
        },
        numbers(
            "zscore", .prices, "Distance from the mean in standard deviations, divided by the count less one",
            [period(20, atLeast: 2)]
        ) {
            (values) throws(IndicatorError) in try ZScore(period: values.whole("period"))
        },
        numbers("percentrank", .prices, "Part of the earlier inputs that are lower, in percent", [period(100)]) {
            (values) throws(IndicatorError) in try PercentRank(period: values.whole("period"))
        },
    ]
}
