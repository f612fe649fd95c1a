import TradewindsVocabulary

extension IndicatorCatalogue {
    static let averages: [IndicatorDescription] = [
        numbers("sma", .averages, "Simple average", [period(20)]) { (values) throws(IndicatorError) in
            try SimpleAverage(period: values.whole("period"))
        },
        numbers("ema", .averages, "Exponential average, 2 / (period + 1)", [period(20)]) {
            (values) throws(IndicatorError) in try ExponentialAverage(period: values.whole("period"))
        },
        numbers("rma", .averages, "Wilder's exponential average, 1 / period", [period(14)]) {
            (values) throws(IndicatorError) in try ExponentialAverage(wilder: values.whole("period"))
        },
        numbers("wma", .averages, "Linearly weighted average", [period(20)]) { (values) throws(IndicatorError) in
            try WeightedAverage(period: values.whole("period"))
        },
        numbers("dema", .averages, "Mulloy's double exponential average", [period(20)]) {
            (values) throws(IndicatorError) in try DoubleExponentialAverage(period: values.whole("period"))
        },
        numbers("tema", .averages, "Mulloy's triple exponential average", [period(20)]) {
            (values) throws(IndicatorError) in try TripleExponentialAverage(period: values.whole("period"))
        },
        numbers("trima", .averages, "Triangular average", [period(20)]) { (values) throws(IndicatorError) in
            try TriangularAverage(period: values.whole("period"))
        },
        numbers(
            "kama", .averages, "Kaufman's adaptive average",
            [
                period(30), whole("fast", 2, "period of the quickest average"),
                whole("slow", 30, "period of the slowest average", atLeast: 2),
            ]
        ) { (values) throws(IndicatorError) in
            try KaufmanAverage(period: values.whole("period"), fast: values.whole("fast"), slow: values.whole("slow"))
        },
        numbers("hma", .averages, "Hull's average", [period(20, atLeast: 2)]) { (values) throws(IndicatorError) in
            try HullAverage(period: values.whole("period"))
        },
        numbers(
            "t3", .averages, "Tillson's average",
            [period(5), NamedParameter("factor", 0.7, 0...1, step: 0.1, "volume factor")]
        ) { (values) throws(IndicatorError) in
            try TillsonAverage(period: values.whole("period"), factor: values.number("factor"))
        },
        numbers("zlema", .averages, "Exponential average with less lag", [period(20, atLeast: 3)]) {
            (values) throws(IndicatorError) in try ZeroLagAverage(period: values.whole("period"))
        },
        numbers("midpoint", .averages, "Middle of highest and lowest input", [period(14)]) {
            (values) throws(IndicatorError) in try MidPoint(period: values.whole("period"))
        },
        bars("midprice", .averages, "Middle of highest high and lowest low", [period(14)]) {
            (values) throws(IndicatorError) in try MidPrice(period: values.whole("period"))
        },
        bars(
            "vwma", .averages, "Average weighted by volume", [period(20)],
            gaps: "where nothing was traded in the window", readsVolume: true
        ) { (values) throws(IndicatorError) in
            try VolumeWeightedAverage(period: values.whole("period"))
        },
        bars(
            "vwap", .averages, "Volume-weighted average price since the first bar", gaps: "until something is traded",
            readsVolume: true
        ) { (_) throws(IndicatorError) in VWAP() },
    ]

    static let bands: [IndicatorDescription] = [
        numbers(
            "bbands", .bands, "Bollinger's bands, deviations divided by the count",
            [period(20, atLeast: 2), NamedParameter("width", 2, 0...1000, step: 0.5, "standard deviations")]
        ) { (values) throws(IndicatorError) in
            try BollingerBands(period: values.whole("period"), width: values.number("width"))
        },
        bars(
            "keltner", .bands, "Keltner's channel: ema of typical prices and atr, each from its first bar",
            [
                period(20), whole("range", 10, "period of the average true range"),
                NamedParameter("width", 2, 0...1000, step: 0.5, "average true ranges"),
            ]
        ) { (values) throws(IndicatorError) in
            try KeltnerChannel(
                period: values.whole("period"), rangePeriod: values.whole("range"), width: values.number("width"))
        },
        bars("donchian", .bands, "Donchian's channel: highest high, lowest low", [period(20)]) {
            (values) throws(IndicatorError) in try DonchianChannel(period: values.whole("period"))
        },
        bars("accbands", .bands, "Headley's acceleration bands", [period(20)]) { (values) throws(IndicatorError) in
            try AccelerationBands(period: values.whole("period"))
        },
    ]
}
