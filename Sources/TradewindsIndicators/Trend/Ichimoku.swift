/// What Ichimoku's chart gives for a bar: each line from where it is known, at least one of them.
public struct IchimokuValue: IndicatorOutput {
    /// The conversion line (tenkan-sen).
    public var conversion: Double?
    /// The base line (kijun-sen).
    public var base: Double?
    /// The cloud's first edge for this bar, made `displacement` bars ago (senkou span A).
    public var leadingA: Double?
    /// The cloud's second edge for this bar (senkou span B).
    public var leadingB: Double?

    /// `tenkan`, `kijun`, `senkou_a`, `senkou_b`.
    public static var columnNames: [String] { ["tenkan", "kijun", "senkou_a", "senkou_b"] }
    /// In that order; not a number where a line is not known yet.
    public var columnValues: [Double] { [conversion, base, leadingA, leadingB].map { $0 ?? .nan } }
}

/// Hosoda's chart of middles.
///
/// The lagging span (chikou) is the close itself, drawn back in time; it is left out, because at its place it would
/// look ahead.
public struct Ichimoku: Indicator {
    private var conversion: MidPrice
    private var base: MidPrice
    private var cloud: MidPrice
    private var leadingA: Lag
    private var leadingB: Lag

    /// - Throws: Where a period or the displacement is below 1.
    public init(
        conversion: Int = 9, base: Int = 26, cloud: Int = 52, displacement: Int = 26
    ) throws(IndicatorError) {
        self.conversion = try MidPrice(period: conversion)
        self.base = try MidPrice(period: base)
        self.cloud = try MidPrice(period: cloud)
        leadingA = Lag(try checked(displacement))
        leadingB = leadingA
        warmUp = Swift.min(
            self.conversion.warmUp, self.base.warmUp, self.cloud.warmUp + displacement)
    }

    /// That of the line that is known first. The edges follow `displacement` bars after their periods.
    public let warmUp: Int

    /// The lines.
    public mutating func update(_ bar: PriceBar) -> IchimokuValue? {
        let (quick, calm, wide) = (conversion.update(bar), base.update(bar), cloud.update(bar))
        var value = IchimokuValue(conversion: quick, base: calm)
        if let quick, let calm { value.leadingA = leadingA.update((quick + calm) / 2) }
        if let wide { value.leadingB = leadingB.update(wide) }
        return quick == nil && calm == nil && value.leadingB == nil ? nil : value
    }

    /// Forgets every bar.
    public mutating func reset() {
        conversion.reset()
        base.reset()
        cloud.reset()
        leadingA.reset()
        leadingB.reset()
    }
}
