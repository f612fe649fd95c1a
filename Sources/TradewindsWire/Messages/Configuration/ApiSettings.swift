import TradewindsVocabulary

/// How the protocol behaves at the gateway.
public struct ApiSettingsConfig: WireGroup {
    /// Read only api.
    public var readOnlyApi: Bool?
    /// Total quantity for mutual funds.
    public var totalQuantityForMutualFunds: Bool?
    /// Download open orders on connection.
    public var downloadOpenOrdersOnConnection: Bool?
    /// Include virtual fx positions.
    public var includeVirtualFxPositions: Bool?
    /// Prepare daily pn L.
    public var prepareDailyPnL: Bool?
    /// Send status updates for volatility orders.
    public var sendStatusUpdatesForVolatilityOrders: Bool?
    /// Encode api messages.
    public var encodeApiMessages = ""
    /// Socket port.
    public var socketPort: Int32?
    /// Use negative auto range.
    public var useNegativeAutoRange: Bool?
    /// Create api message log file.
    public var createApiMessageLogFile: Bool?
    /// Include market data in log file.
    public var includeMarketDataInLogFile: Bool?
    /// Expose trading schedule to api.
    public var exposeTradingScheduleToApi: Bool?
    /// Split insured deposit from cash balance.
    public var splitInsuredDepositFromCashBalance: Bool?
    /// Send zero positions for today only.
    public var sendZeroPositionsForTodayOnly: Bool?
    /// Let api account requests switch subscription.
    public var letApiAccountRequestsSwitchSubscription: Bool?
    /// Use account groups with allocation methods.
    public var useAccountGroupsWithAllocationMethods: Bool?
    /// Logging level.
    public var loggingLevel = ""
    /// Master client id.
    public var masterClientId: Int32?
    /// Bulk data timeout.
    public var bulkDataTimeout: Int32?
    /// Component exch separator.
    public var componentExchSeparator = ""
    /// Show forex data in1.10 pips.
    public var showForexDataInTenthPips: Bool?
    /// Allow forex trading in1.10 pips.
    public var allowForexTradingInTenthPips: Bool?
    /// Round account values to nearest whole number.
    public var roundAccountValuesToNearestWholeNumber: Bool?
    /// Send market data in lots for us stocks.
    public var sendMarketDataInLotsForUsStocks: Bool?
    /// Show advanced order reject in ui.
    public var showAdvancedOrderRejectInUi: Bool?
    /// Reject messages above max rate.
    public var rejectMessagesAboveMaxRate: Bool?
    /// Maintain connection on incorrect fields.
    public var maintainConnectionOnIncorrectFields: Bool?
    /// Compatibility mode nasdaq stocks.
    public var compatibilityModeNasdaqStocks: Bool?
    /// Send instrument timezone.
    public var sendInstrumentTimezone = ""
    /// Send forex data in compatibility mode.
    public var sendForexDataInCompatibilityMode: Bool?
    /// Maintain and resubmit orders on reconnect.
    public var maintainAndResubmitOrdersOnReconnect: Bool?
    /// Historical data max size.
    public var historicalDataMaxSize: Int32?
    /// Auto report netting event contract trades.
    public var autoReportNettingEventContractTrades: Bool?
    /// Option exercise request type.
    public var optionExerciseRequestType = ""
    /// Allow localhost only.
    public var allowLocalhostOnly: Bool?
    /// Trusted ips.
    public var trustedIPs: [String] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "readOnlyApi", &readOnlyApi)
        try coder.field(2, "totalQuantityForMutualFunds", &totalQuantityForMutualFunds)
        try coder.field(3, "downloadOpenOrdersOnConnection", &downloadOpenOrdersOnConnection)
        try coder.field(4, "includeVirtualFxPositions", &includeVirtualFxPositions)
        try coder.field(5, "prepareDailyPnL", &prepareDailyPnL)
        try coder.field(6, "sendStatusUpdatesForVolatilityOrders", &sendStatusUpdatesForVolatilityOrders)
        try coder.field(7, "encodeApiMessages", &encodeApiMessages)
        try coder.field(8, "socketPort", &socketPort)
        try coder.field(9, "useNegativeAutoRange", &useNegativeAutoRange)
        try coder.field(10, "createApiMessageLogFile", &createApiMessageLogFile)
        try coder.field(11, "includeMarketDataInLogFile", &includeMarketDataInLogFile)
        try coder.field(12, "exposeTradingScheduleToApi", &exposeTradingScheduleToApi)
        try coder.field(13, "splitInsuredDepositFromCashBalance", &splitInsuredDepositFromCashBalance)
        try coder.field(14, "sendZeroPositionsForTodayOnly", &sendZeroPositionsForTodayOnly)
        try coder.field(15, "letApiAccountRequestsSwitchSubscription", &letApiAccountRequestsSwitchSubscription)
        try coder.field(16, "useAccountGroupsWithAllocationMethods", &useAccountGroupsWithAllocationMethods)
        try coder.field(17, "loggingLevel", &loggingLevel)
        try coder.field(18, "masterClientId", &masterClientId)
        try coder.field(19, "bulkDataTimeout", &bulkDataTimeout)
        try coder.field(20, "componentExchSeparator", &componentExchSeparator)
        try coder.field(21, "showForexDataIn1_10Pips", &showForexDataInTenthPips)
        try coder.field(22, "allowForexTradingIn1_10Pips", &allowForexTradingInTenthPips)
        try coder.field(23, "roundAccountValuesToNearestWholeNumber", &roundAccountValuesToNearestWholeNumber)
        try coder.field(24, "sendMarketDataInLotsForUsStocks", &sendMarketDataInLotsForUsStocks)
        try coder.field(25, "showAdvancedOrderRejectInUi", &showAdvancedOrderRejectInUi)
        try coder.field(26, "rejectMessagesAboveMaxRate", &rejectMessagesAboveMaxRate)
        try coder.field(27, "maintainConnectionOnIncorrectFields", &maintainConnectionOnIncorrectFields)
        try coder.field(28, "compatibilityModeNasdaqStocks", &compatibilityModeNasdaqStocks)
        try coder.field(29, "sendInstrumentTimezone", &sendInstrumentTimezone)
        try coder.field(30, "sendForexDataInCompatibilityMode", &sendForexDataInCompatibilityMode)
        try coder.field(31, "maintainAndResubmitOrdersOnReconnect", &maintainAndResubmitOrdersOnReconnect)
        try coder.field(32, "historicalDataMaxSize", &historicalDataMaxSize)
        try coder.field(33, "autoReportNettingEventContractTrades", &autoReportNettingEventContractTrades)
        try coder.field(34, "optionExerciseRequestType", &optionExerciseRequestType)
        try coder.field(35, "allowLocalhostOnly", &allowLocalhostOnly)
        try coder.values(36, "trustedIPs", &trustedIPs)
    }
}
