import TradewindsVocabulary

extension IndicatorCatalogue {
    static let trend: [IndicatorDescription] = [
        bars("adx", .trend, "Wilder's average directional index", [period(14, atLeast: 2)]) {
            (values) throws(IndicatorError) in try AverageDirectionalIndex(period: values.whole("period"))
        },
        bars("adxr", .trend, "Average directional index and its rating, which begins later", [period(14, atLeast: 2)]) {
            (values) throws(IndicatorError) in try DirectionalRating(period: values.whole("period"))
        },
        bars("dmi", .trend, "Directional movement: +DI, -DI and DX", [period(14)]) { (values) throws(IndicatorError) in
            try DirectionalMovement(period: values.whole("period"))
        },
        bars("dm", .trend, "Smoothed directional movement: +DM and -DM", [period(14, atLeast: 2)]) {
            (values) throws(IndicatorError) in try DirectionalSums(period: values.whole("period"))
        },
        bars("aroon", .trend, "Chande's Aroon", [period(14)]) { (values) throws(IndicatorError) in
            try Aroon(period: values.whole("period"))
        },
        bars(
            "sar", .trend, "Wilder's parabolic stop and reverse",
            [
                NamedParameter("step", 0.02, 0...1, step: 0.01, "by how much it quickens"),
                NamedParameter("maximum", 0.2, 0...1, step: 0.1, "how quick it may become"),
            ]
        ) { (values) throws(IndicatorError) in
            try ParabolicSAR(step: values.number("step"), maximum: values.number("maximum"))
        },
        bars(
            "supertrend", .trend, "Seban's SuperTrend",
            [period(10), NamedParameter("multiplier", 3, 0...1000, step: 0.5, "average true ranges")]
        ) { (values) throws(IndicatorError) in
            try SuperTrend(period: values.whole("period"), multiplier: values.number("multiplier"))
        },
        bars(
            "ichimoku", .trend, "Hosoda's chart of middles, each line from where it is known; without the lagging span",
            [
                whole("conversion", 9, "period of the conversion line"), whole("base", 26, "period of the base line"),
                whole("cloud", 52, "period of the cloud's second edge"),
                whole("displacement", 26, "how far ahead the cloud is drawn"),
            ]
        ) { (values) throws(IndicatorError) in
            try Ichimoku(
                conversion: values.whole("conversion"), base: values.whole("base"), cloud: values.whole("cloud"),
                displacement: values.whole("displacement"))
        },
        numbers(
            "linreg", .trend, "Least-squares line: value, slope, intercept, angle, forecast", [period(14, atLeast: 2)]
        ) { (values) throws(IndicatorError) in try LinearTrend(period: values.whole("period")) },
        bars("vortex", .trend, "Vortex", [period(14)]) { (values) throws(IndicatorError) in
            try Vortex(period: values.whole("period"))
        },
        numbers("vhf", .trend, "White's vertical horizontal filter", [period(28, atLeast: 2)]) {
            (values) throws(IndicatorError) in try VerticalHorizontalFilter(period: values.whole("period"))
        },
        numbers(
            "er", .trend, "Kaufman's efficiency ratio", [period(10)], gaps: "where nothing moved in the window"
        ) { (values) throws(IndicatorError) in
            try EfficiencyRatio(period: values.whole("period"))
        },
    ]

    static let volatility: [IndicatorDescription] = [
        bars("trange", .volatility, "True range") { (_) throws(IndicatorError) in TrueRange() },
        bars("atr", .volatility, "Average true range", [period(14)]) { (values) throws(IndicatorError) in
            try AverageTrueRange(period: values.whole("period"))
        },
        bars("natr", .volatility, "Average true range in percent of the close", [period(14)]) {
            (values) throws(IndicatorError) in try NormalizedTrueRange(period: values.whole("period"))
        },
        bars("adr", .volatility, "Mean of high less low", [period(14)]) { (values) throws(IndicatorError) in
            try AverageDailyRange(period: values.whole("period"))
        },
        numbers("stddev", .volatility, "Standard deviation, divided by the count", [period(20)]) {
            (values) throws(IndicatorError) in try StandardDeviation(period: values.whole("period"))
        },
        numbers("var", .volatility, "Variance, divided by the count", [period(20)]) { (values) throws(IndicatorError) in
            try RollingVariance(period: values.whole("period"))
        },
        numbers("avgdev", .volatility, "Mean distance from the mean, divided by the count", [period(14)]) {
            (values) throws(IndicatorError) in
            try MeanDeviation(period: values.whole("period"))
        },
        bars(
            "closetoclose", .volatility, "Volatility of closes, divided by the count less one",
            [
                period(20, atLeast: 2),
                NamedParameter(
                    "bars-per-year", 1, 1e-06...1000000000, step: 1, "252 for the yearly volatility of daily bars"),
            ]
        ) { (values) throws(IndicatorError) in
            try VolatilityEstimate(
                .closeToClose, period: values.whole("period"), barsPerYear: values.number("bars-per-year"))
        },
        bars(
            "parkinson", .volatility, "Parkinson's volatility of ranges, divided by the count",
            [
                period(20, atLeast: 2),
                NamedParameter(
                    "bars-per-year", 1, 1e-06...1000000000, step: 1, "252 for the yearly volatility of daily bars"),
            ]
        ) { (values) throws(IndicatorError) in
            try VolatilityEstimate(
                .parkinson, period: values.whole("period"), barsPerYear: values.number("bars-per-year"))
        },
        bars(
            "garmanklass", .volatility, "Garman's and Klass' volatility, divided by the count",
            [
                period(20, atLeast: 2),
                NamedParameter(
                    "bars-per-year", 1, 1e-06...1000000000, step: 1, "252 for the yearly volatility of daily bars"),
            ]
        ) { (values) throws(IndicatorError) in
            try VolatilityEstimate(
                .garmanKlass, period: values.whole("period"), barsPerYear: values.number("bars-per-year"))
        },
        bars(
            "rogerssatchell", .volatility, "Rogers' and Satchell's volatility, divided by the count",
            [
                period(20, atLeast: 2),
                NamedParameter(
                    "bars-per-year", 1, 1e-06...1000000000, step: 1, "252 for the yearly volatility of daily bars"),
            ]
        ) { (values) throws(IndicatorError) in
            try VolatilityEstimate(
                .rogersSatchell, period: values.whole("period"), barsPerYear: values.number("bars-per-year"))
        },
        bars(
            "yangzhang", .volatility, "Yang's and Zhang's volatility, variances divided by the count less one",
            [
                period(20, atLeast: 2),
                NamedParameter(
                    "bars-per-year", 1, 1e-06...1000000000, step: 1, "252 for the yearly volatility of daily bars"),
            ]
        ) { (values) throws(IndicatorError) in
            try VolatilityEstimate(
                .yangZhang, period: values.whole("period"), barsPerYear: values.number("bars-per-year"))
        },
        bars(
            "massi", .volatility, "Dorsey's mass index",
            [whole("fast", 9, "period of the range averages"), whole("slow", 25, "ratios summed")]
        ) { (values) throws(IndicatorError) in try MassIndex(fast: values.whole("fast"), period: values.whole("slow"))
        },
        bars("cvi", .volatility, "Chaikin's volatility", [period(10), whole("change", 10, "bars of the change")]) {
            (values) throws(IndicatorError) in
            try ChaikinVolatility(period: values.whole("period"), change: values.whole("change"))
        },
    ]
}
