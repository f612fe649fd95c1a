import TradewindsVocabulary

extension IndicatorCatalogue {
    static let momentum: [IndicatorDescription] = [
        numbers("mom", .momentum, "Difference to the input a period before", [period(10)]) {
            (values) throws(IndicatorError) in try Change(.difference, period: values.whole("period"))
        },
        numbers("roc", .momentum, "Change over the period in percent", [period(10)]) {
            (values) throws(IndicatorError) in try Change(.percent, period: values.whole("period"))
        },
        numbers("rocp", .momentum, "Change over the period as a fraction", [period(10)]) {
            (values) throws(IndicatorError) in try Change(.fraction, period: values.whole("period"))
        },
        numbers("rocr", .momentum, "Ratio to the input a period before", [period(10)]) {
            (values) throws(IndicatorError) in try Change(.ratio, period: values.whole("period"))
        },
        numbers("rsi", .momentum, "Wilder's relative strength index", [period(14)]) { (values) throws(IndicatorError) in
            try RelativeStrengthIndex(period: values.whole("period"))
        },
        numbers("cmo", .momentum, "Chande's momentum oscillator", [period(14)]) { (values) throws(IndicatorError) in
            try ChandeMomentum(period: values.whole("period"))
        },
        numbers(
            "macd", .momentum, "Difference of two averages with its signal",
            [
                whole("fast", 12, "period of the fast average"),
                whole("slow", 26, "period of the slow average", atLeast: 2), whole("signal", 9, "period of the signal"),
            ]
        ) { (values) throws(IndicatorError) in
            try MACD(fast: values.whole("fast"), slow: values.whole("slow"), signal: values.whole("signal"))
        },
        numbers(
            "apo", .momentum, "Difference of two exponential averages",
            [
                whole("fast", 12, "period of the fast average"),
                whole("slow", 26, "period of the slow average", atLeast: 2),
            ]
        ) { (values) throws(IndicatorError) in
            try AverageOscillator(.absolute, fast: values.whole("fast"), slow: values.whole("slow"))
        },
        numbers(
            "ppo", .momentum, "Difference of two exponential averages in percent",
            [
                whole("fast", 12, "period of the fast average"),
                whole("slow", 26, "period of the slow average", atLeast: 2),
            ]
        ) { (values) throws(IndicatorError) in
            try AverageOscillator(.percent, fast: values.whole("fast"), slow: values.whole("slow"))
        },
        bars(
            "stoch", .momentum, "Lane's slow stochastic oscillator",
            [period(5), whole("smoothing", 3, "period of the line"), whole("signal", 3, "period of the signal")]
        ) { (values) throws(IndicatorError) in
            try Stochastic(
                period: values.whole("period"), smoothing: values.whole("smoothing"), signal: values.whole("signal"))
        },
        bars(
            "stochf", .momentum, "Lane's fast stochastic oscillator",
            [period(5), whole("signal", 3, "period of the signal")]
        ) { (values) throws(IndicatorError) in
            try Stochastic(period: values.whole("period"), smoothing: 1, signal: values.whole("signal"))
        },
        numbers(
            "stochrsi", .momentum, "Fast stochastic oscillator of the relative strength index",
            [period(14), whole("range", 5, "period of the range"), whole("signal", 3, "period of the signal")]
        ) { (values) throws(IndicatorError) in
            try StochasticRSI(
                period: values.whole("period"), range: values.whole("range"), signal: values.whole("signal"))
        },
        bars(
            "cci", .momentum, "Lambert's commodity channel index, mean distances divided by the count",
            [period(14, atLeast: 2)]
        ) {
            (values) throws(IndicatorError) in try CommodityChannelIndex(period: values.whole("period"))
        },
        bars("willr", .momentum, "Williams' %R", [period(14)]) { (values) throws(IndicatorError) in
            try WilliamsR(period: values.whole("period"))
        },
        numbers("trix", .momentum, "Change of a triple exponential average in percent", [period(30)]) {
            (values) throws(IndicatorError) in try TRIX(period: values.whole("period"))
        },
        bars(
            "ultosc", .momentum, "Williams' ultimate oscillator",
            [
                whole("short", 7, "the shortest period"), whole("middle", 14, "the middle period"),
                whole("long", 28, "the longest period"),
            ]
        ) { (values) throws(IndicatorError) in
            try UltimateOscillator(
                short: values.whole("short"), middle: values.whole("middle"), long: values.whole("long"))
        },
        bars("bop", .momentum, "Balance of power") { (_) throws(IndicatorError) in BalanceOfPower() },
        bars(
            "ao", .momentum, "Williams' awesome oscillator",
            [whole("fast", 5, "period of the fast mean"), whole("slow", 34, "period of the slow mean", atLeast: 2)]
        ) { (values) throws(IndicatorError) in
            try AwesomeOscillator(fast: values.whole("fast"), slow: values.whole("slow"))
        },
        numbers("dpo", .momentum, "Detrended price", [period(20)]) { (values) throws(IndicatorError) in
            try DetrendedPrice(period: values.whole("period"))
        },
        numbers(
            "tsi", .momentum, "Blau's true strength index",
            [whole("first", 25, "period of the first average"), whole("second", 13, "period of the second average")]
        ) { (values) throws(IndicatorError) in
            try TrueStrengthIndex(first: values.whole("first"), second: values.whole("second"))
        },
        numbers(
            "coppock", .momentum, "Coppock's curve",
            [
                whole("period", 10, "period of the average"), whole("short", 11, "period of the shorter change"),
                whole("long", 14, "period of the longer change"),
            ]
        ) { (values) throws(IndicatorError) in
            try CoppockCurve(period: values.whole("period"), short: values.whole("short"), long: values.whole("long"))
        },
        bars("imi", .momentum, "Chande's intraday momentum index", [period(14)]) { (values) throws(IndicatorError) in
            try IntradayMomentum(period: values.whole("period"))
        },
    ]
}
