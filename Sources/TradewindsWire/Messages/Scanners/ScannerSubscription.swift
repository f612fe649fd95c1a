import TradewindsVocabulary

/// What a scan looks for; filters that are not set do not count.
public struct ScannerSubscription: WireGroup {
    /// How many rows.
    public var numberOfRows: Int32?
    /// The kind of instrument, such as `STK`.
    public var instrument = ""
    /// Where, such as `STK.US.MAJOR`.
    public var locationCode = ""
    /// Which scan, such as `TOP_PERC_GAIN`.
    public var scanCode = ""
    /// Above price this.
    public var abovePrice: Double?
    /// Below price this.
    public var belowPrice: Double?
    /// Above volume this.
    public var aboveVolume: Int64?
    /// Market cap above this.
    public var marketCapAbove: Double?
    /// Market cap below this.
    public var marketCapBelow: Double?
    /// Moody rating above this.
    public var moodyRatingAbove = ""
    /// Moody rating below this.
    public var moodyRatingBelow = ""
    /// Sp rating above this.
    public var spRatingAbove = ""
    /// Sp rating below this.
    public var spRatingBelow = ""
    /// Maturity date above this.
    public var maturityDateAbove = ""
    /// Maturity date below this.
    public var maturityDateBelow = ""
    /// Coupon rate above this.
    public var couponRateAbove: Double?
    /// Coupon rate below this.
    public var couponRateBelow: Double?
    /// Whether to leave out convertible bonds.
    public var excludeConvertible = false
    /// Average option volume above this.
    public var averageOptionVolumeAbove: Int64?
    /// Settings, as `name,value` pairs.
    public var scannerSettingPairs = ""
    /// `ALL`, `STOCK` or `ETF`.
    public var stockTypeFilter = ""
    /// Filters by tag.
    public var filters: [TagValue] = []
    /// Options for the gateway.
    public var options: [TagValue] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "numberOfRows", &numberOfRows)
        try coder.field(2, "instrument", &instrument)
        try coder.field(3, "locationCode", &locationCode)
        try coder.field(4, "scanCode", &scanCode)
        try coder.field(5, "abovePrice", &abovePrice)
        try coder.field(6, "belowPrice", &belowPrice)
        try coder.field(7, "aboveVolume", &aboveVolume)
        try coder.field(8, "marketCapAbove", &marketCapAbove)
        try coder.field(9, "marketCapBelow", &marketCapBelow)
        try coder.field(10, "moodyRatingAbove", &moodyRatingAbove)
        try coder.field(11, "moodyRatingBelow", &moodyRatingBelow)
        try coder.field(12, "spRatingAbove", &spRatingAbove)
        try coder.field(13, "spRatingBelow", &spRatingBelow)
        try coder.field(14, "maturityDateAbove", &maturityDateAbove)
        try coder.field(15, "maturityDateBelow", &maturityDateBelow)
        try coder.field(16, "couponRateAbove", &couponRateAbove)
        try coder.field(17, "couponRateBelow", &couponRateBelow)
        try coder.field(18, "excludeConvertible", &excludeConvertible)
        try coder.field(19, "averageOptionVolumeAbove", &averageOptionVolumeAbove)
        try coder.field(20, "scannerSettingPairs", &scannerSettingPairs)
        try coder.field(21, "stockTypeFilter", &stockTypeFilter)
        try coder.tags(22, "scannerSubscriptionFilterOptions", &filters, .joined)
        try coder.tags(23, "scannerSubscriptionOptions", &options, .joined)
    }
}
