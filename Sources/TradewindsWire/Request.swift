/// A message from client to gateway.
///
/// Small enough to be passed around: large payloads are boxed (`indirect`), so that a cancel never pays for an order.
/// A new message takes a case here, a line in each function below, and its declaration.
public enum Request: MessageSet {
    indirect case reqMktData(MarketDataRequest)
    case cancelMktData(CancelMarketData)
    indirect case placeOrder(PlaceOrderRequest)
    indirect case cancelOrder(CancelOrderRequest)
    case reqOpenOrders(OpenOrdersRequest)
    case reqAccountUpdates(AccountDataRequest)
    indirect case reqExecutions(ExecutionRequest)
    case reqIds(IdsRequest)
    indirect case reqContractDetails(ContractDataRequest)
    indirect case reqMktDepth(MarketDepthRequest)
    case cancelMktDepth(CancelMarketDepth)
    case reqNewsBulletins(NewsBulletinsRequest)
    case cancelNewsBulletins(CancelNewsBulletins)
    case setServerLogLevel(SetServerLogLevelRequest)
    case reqAutoOpenOrders(AutoOpenOrdersRequest)
    case reqAllOpenOrders(AllOpenOrdersRequest)
    case reqManagedAccts(ManagedAccountsRequest)
    case requestFA(FARequest)
    indirect case replaceFA(FAReplace)
    indirect case reqHistoricalData(HistoricalDataRequest)
    indirect case exerciseOptions(ExerciseOptionsRequest)
    indirect case reqScannerSubscription(ScannerSubscriptionRequest)
    case cancelScannerSubscription(CancelScannerSubscription)
    case reqScannerParameters(ScannerParametersRequest)
    case cancelHistoricalData(CancelHistoricalData)
    case reqCurrentTime(CurrentTimeRequest)
    indirect case reqRealTimeBars(RealTimeBarsRequest)
    case cancelRealTimeBars(CancelRealTimeBars)
    indirect case reqFundamentalData(FundamentalsDataRequest)
    case cancelFundamentalData(CancelFundamentalsData)
    indirect case calculateImpliedVolatility(CalculateImpliedVolatilityRequest)
    indirect case calculateOptionPrice(CalculateOptionPriceRequest)
    case cancelCalculateImpliedVolatility(CancelCalculateImpliedVolatility)
    case cancelCalculateOptionPrice(CancelCalculateOptionPrice)
    indirect case reqGlobalCancel(GlobalCancelRequest)
    case reqMarketDataType(MarketDataTypeRequest)
    case reqPositions(PositionsRequest)
    case reqAccountSummary(AccountSummaryRequest)
    case cancelAccountSummary(CancelAccountSummary)
    case cancelPositions(CancelPositions)
    case verifyRequest(VerifyRequest)
    case verifyMessage(VerifyMessageRequest)
    case queryDisplayGroups(QueryDisplayGroupsRequest)
    case subscribeToGroupEvents(SubscribeToGroupEventsRequest)
    case updateDisplayGroup(UpdateDisplayGroupRequest)
    case unsubscribeFromGroupEvents(UnsubscribeFromGroupEventsRequest)
    case startApi(StartApiRequest)
    indirect case verifyAndAuthRequest(VerifyAndAuthRequest)
    case verifyAndAuthMessage(VerifyAndAuthMessage)
    case reqPositionsMulti(PositionsMultiRequest)
    case cancelPositionsMulti(CancelPositionsMulti)
    indirect case reqAccountUpdatesMulti(AccountUpdatesMultiRequest)
    case cancelAccountUpdatesMulti(CancelAccountUpdatesMulti)
    indirect case reqSecDefOptParams(SecDefOptParamsRequest)
    case reqSoftDollarTiers(SoftDollarTiersRequest)
    case reqFamilyCodes(FamilyCodesRequest)
    case reqMatchingSymbols(MatchingSymbolsRequest)
    case reqMktDepthExchanges(MarketDepthExchangesRequest)
    case reqSmartComponents(SmartComponentsRequest)
    indirect case reqNewsArticle(NewsArticleRequest)
    case reqNewsProviders(NewsProvidersRequest)
    indirect case reqHistoricalNews(HistoricalNewsRequest)
    indirect case reqHeadTimeStamp(HeadTimestampRequest)
    indirect case reqHistogramData(HistogramDataRequest)
    case cancelHistogramData(CancelHistogramData)
    case cancelHeadTimeStamp(CancelHeadTimestamp)
    case reqMarketRule(MarketRuleRequest)
    case reqPnL(PnLRequest)
    case cancelPnL(CancelPnL)
    indirect case reqPnLSingle(PnLSingleRequest)
    case cancelPnLSingle(CancelPnLSingle)
    indirect case reqHistoricalTicks(HistoricalTicksRequest)
    indirect case reqTickByTickData(TickByTickRequest)
    case cancelTickByTickData(CancelTickByTick)
    case reqCompletedOrders(CompletedOrdersRequest)
    case reqWshMetaData(WshMetaDataRequest)
    case cancelWshMetaData(CancelWshMetaData)
    indirect case reqWshEventData(WshEventDataRequest)
    case cancelWshEventData(CancelWshEventData)
    case reqUserInfo(UserInfoRequest)
    case reqCurrentTimeInMillis(CurrentTimeInMillisRequest)
    case cancelContractData(CancelContractData)
    case cancelHistoricalTicks(CancelHistoricalTicks)
    case reqConfig(ConfigRequest)
    indirect case updateConfig(UpdateConfigRequest)

    /// Reads the body of one frame (without its length).
    ///
    /// - Throws: ``WireError`` naming message, field and byte; the next frame can be read all the same.
    public init(frame bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError) {
        var body = try MessageBody(bytes, version: version)
        self = try Self.read(&body)
    }

    /// To the gateway.
    public static var direction: Direction { .toGateway }

    /// The types, by ascending id.
    public static var types: [any Message.Type] {
        [
            MarketDataRequest.self,
            CancelMarketData.self,
            PlaceOrderRequest.self,
            CancelOrderRequest.self,
            OpenOrdersRequest.self,
            AccountDataRequest.self,
            ExecutionRequest.self,
            IdsRequest.self,
            ContractDataRequest.self,
            MarketDepthRequest.self,
            CancelMarketDepth.self,
            NewsBulletinsRequest.self,
            CancelNewsBulletins.self,
            SetServerLogLevelRequest.self,
            AutoOpenOrdersRequest.self,
            AllOpenOrdersRequest.self,
            ManagedAccountsRequest.self,
            FARequest.self,
            FAReplace.self,
            HistoricalDataRequest.self,
            ExerciseOptionsRequest.self,
            ScannerSubscriptionRequest.self,
            CancelScannerSubscription.self,
            ScannerParametersRequest.self,
            CancelHistoricalData.self,
            CurrentTimeRequest.self,
            RealTimeBarsRequest.self,
            CancelRealTimeBars.self,
            FundamentalsDataRequest.self,
            CancelFundamentalsData.self,
            CalculateImpliedVolatilityRequest.self,
            CalculateOptionPriceRequest.self,
            CancelCalculateImpliedVolatility.self,
            CancelCalculateOptionPrice.self,
            GlobalCancelRequest.self,
            MarketDataTypeRequest.self,
            PositionsRequest.self,
            AccountSummaryRequest.self,
            CancelAccountSummary.self,
            CancelPositions.self,
            VerifyRequest.self,
            VerifyMessageRequest.self,
            QueryDisplayGroupsRequest.self,
            SubscribeToGroupEventsRequest.self,
            UpdateDisplayGroupRequest.self,
            UnsubscribeFromGroupEventsRequest.self,
            StartApiRequest.self,
            VerifyAndAuthRequest.self,
            VerifyAndAuthMessage.self,
            PositionsMultiRequest.self,
            CancelPositionsMulti.self,
            AccountUpdatesMultiRequest.self,
            CancelAccountUpdatesMulti.self,
            SecDefOptParamsRequest.self,
            SoftDollarTiersRequest.self,
            FamilyCodesRequest.self,
            MatchingSymbolsRequest.self,
            MarketDepthExchangesRequest.self,
            SmartComponentsRequest.self,
            NewsArticleRequest.self,
            NewsProvidersRequest.self,
            HistoricalNewsRequest.self,
            HeadTimestampRequest.self,
            HistogramDataRequest.self,
            CancelHistogramData.self,
            CancelHeadTimestamp.self,
            MarketRuleRequest.self,
            PnLRequest.self,
            CancelPnL.self,
            PnLSingleRequest.self,
            CancelPnLSingle.self,
            HistoricalTicksRequest.self,
            TickByTickRequest.self,
            CancelTickByTick.self,
            CompletedOrdersRequest.self,
            WshMetaDataRequest.self,
            CancelWshMetaData.self,
            WshEventDataRequest.self,
            CancelWshEventData.self,
            UserInfoRequest.self,
            CurrentTimeInMillisRequest.self,
            CancelContractData.self,
            CancelHistoricalTicks.self,
            ConfigRequest.self,
            UpdateConfigRequest.self,
        ]
    }

    /// Reads the message that `body` holds.
    public static func read(_ body: inout MessageBody) throws(WireError) -> Request {
        switch body.id {
        case 1: .reqMktData(try body.read())
        case 2: .cancelMktData(try body.read())
        case 3: .placeOrder(try body.read())
        case 4: .cancelOrder(try body.read())
        case 5: .reqOpenOrders(try body.read())
        case 6: .reqAccountUpdates(try body.read())
        case 7: .reqExecutions(try body.read())
        case 8: .reqIds(try body.read())
        case 9: .reqContractDetails(try body.read())
        case 10: .reqMktDepth(try body.read())
        case 11: .cancelMktDepth(try body.read())
        case 12: .reqNewsBulletins(try body.read())
        case 13: .cancelNewsBulletins(try body.read())
        case 14: .setServerLogLevel(try body.read())
        case 15: .reqAutoOpenOrders(try body.read())
        case 16: .reqAllOpenOrders(try body.read())
        case 17: .reqManagedAccts(try body.read())
        case 18: .requestFA(try body.read())
        case 19: .replaceFA(try body.read())
        case 20: .reqHistoricalData(try body.read())
        case 21: .exerciseOptions(try body.read())
        case 22: .reqScannerSubscription(try body.read())
        case 23: .cancelScannerSubscription(try body.read())
        case 24: .reqScannerParameters(try body.read())
        case 25: .cancelHistoricalData(try body.read())
        case 49: .reqCurrentTime(try body.read())
        case 50: .reqRealTimeBars(try body.read())
        case 51: .cancelRealTimeBars(try body.read())
        case 52: .reqFundamentalData(try body.read())
        case 53: .cancelFundamentalData(try body.read())
        case 54: .calculateImpliedVolatility(try body.read())
        case 55: .calculateOptionPrice(try body.read())
        case 56: .cancelCalculateImpliedVolatility(try body.read())
        case 57: .cancelCalculateOptionPrice(try body.read())
        case 58: .reqGlobalCancel(try body.read())
        case 59: .reqMarketDataType(try body.read())
        case 61: .reqPositions(try body.read())
        case 62: .reqAccountSummary(try body.read())
        case 63: .cancelAccountSummary(try body.read())
        case 64: .cancelPositions(try body.read())
        case 65: .verifyRequest(try body.read())
        case 66: .verifyMessage(try body.read())
        case 67: .queryDisplayGroups(try body.read())
        case 68: .subscribeToGroupEvents(try body.read())
        case 69: .updateDisplayGroup(try body.read())
        case 70: .unsubscribeFromGroupEvents(try body.read())
        case 71: .startApi(try body.read())
        case 72: .verifyAndAuthRequest(try body.read())
        case 73: .verifyAndAuthMessage(try body.read())
        case 74: .reqPositionsMulti(try body.read())
        case 75: .cancelPositionsMulti(try body.read())
        case 76: .reqAccountUpdatesMulti(try body.read())
        case 77: .cancelAccountUpdatesMulti(try body.read())
        case 78: .reqSecDefOptParams(try body.read())
        case 79: .reqSoftDollarTiers(try body.read())
        case 80: .reqFamilyCodes(try body.read())
        case 81: .reqMatchingSymbols(try body.read())
        case 82: .reqMktDepthExchanges(try body.read())
        case 83: .reqSmartComponents(try body.read())
        case 84: .reqNewsArticle(try body.read())
        case 85: .reqNewsProviders(try body.read())
        case 86: .reqHistoricalNews(try body.read())
        case 87: .reqHeadTimeStamp(try body.read())
        case 88: .reqHistogramData(try body.read())
        case 89: .cancelHistogramData(try body.read())
        case 90: .cancelHeadTimeStamp(try body.read())
        case 91: .reqMarketRule(try body.read())
        case 92: .reqPnL(try body.read())
        case 93: .cancelPnL(try body.read())
        case 94: .reqPnLSingle(try body.read())
        case 95: .cancelPnLSingle(try body.read())
        case 96: .reqHistoricalTicks(try body.read())
        case 97: .reqTickByTickData(try body.read())
        case 98: .cancelTickByTickData(try body.read())
        case 99: .reqCompletedOrders(try body.read())
        case 100: .reqWshMetaData(try body.read())
        case 101: .cancelWshMetaData(try body.read())
        case 102: .reqWshEventData(try body.read())
        case 103: .cancelWshEventData(try body.read())
        case 104: .reqUserInfo(try body.read())
        case 105: .reqCurrentTimeInMillis(try body.read())
        case 106: .cancelContractData(try body.read())
        case 107: .cancelHistoricalTicks(try body.read())
        case 108: .reqConfig(try body.read())
        case 109: .updateConfig(try body.read())
        default: throw body.unknownMessage()
        }
    }

    /// Shows the message to `visitor`.
    public func visit<V: MessageVisitor>(_ visitor: inout V) throws(WireError) {
        switch self {
        case .reqMktData(let message): try visitor.visit(message)
        case .cancelMktData(let message): try visitor.visit(message)
        case .placeOrder(let message): try visitor.visit(message)
        case .cancelOrder(let message): try visitor.visit(message)
        case .reqOpenOrders(let message): try visitor.visit(message)
        case .reqAccountUpdates(let message): try visitor.visit(message)
        case .reqExecutions(let message): try visitor.visit(message)
        case .reqIds(let message): try visitor.visit(message)
        case .reqContractDetails(let message): try visitor.visit(message)
        case .reqMktDepth(let message): try visitor.visit(message)
        case .cancelMktDepth(let message): try visitor.visit(message)
        case .reqNewsBulletins(let message): try visitor.visit(message)
        case .cancelNewsBulletins(let message): try visitor.visit(message)
        case .setServerLogLevel(let message): try visitor.visit(message)
        case .reqAutoOpenOrders(let message): try visitor.visit(message)
        case .reqAllOpenOrders(let message): try visitor.visit(message)
        case .reqManagedAccts(let message): try visitor.visit(message)
        case .requestFA(let message): try visitor.visit(message)
        case .replaceFA(let message): try visitor.visit(message)
        case .reqHistoricalData(let message): try visitor.visit(message)
        case .exerciseOptions(let message): try visitor.visit(message)
        case .reqScannerSubscription(let message): try visitor.visit(message)
        case .cancelScannerSubscription(let message): try visitor.visit(message)
        case .reqScannerParameters(let message): try visitor.visit(message)
        case .cancelHistoricalData(let message): try visitor.visit(message)
        case .reqCurrentTime(let message): try visitor.visit(message)
        case .reqRealTimeBars(let message): try visitor.visit(message)
        case .cancelRealTimeBars(let message): try visitor.visit(message)
        case .reqFundamentalData(let message): try visitor.visit(message)
        case .cancelFundamentalData(let message): try visitor.visit(message)
        case .calculateImpliedVolatility(let message): try visitor.visit(message)
        case .calculateOptionPrice(let message): try visitor.visit(message)
        case .cancelCalculateImpliedVolatility(let message): try visitor.visit(message)
        case .cancelCalculateOptionPrice(let message): try visitor.visit(message)
        case .reqGlobalCancel(let message): try visitor.visit(message)
        case .reqMarketDataType(let message): try visitor.visit(message)
        case .reqPositions(let message): try visitor.visit(message)
        case .reqAccountSummary(let message): try visitor.visit(message)
        case .cancelAccountSummary(let message): try visitor.visit(message)
        case .cancelPositions(let message): try visitor.visit(message)
        case .verifyRequest(let message): try visitor.visit(message)
        case .verifyMessage(let message): try visitor.visit(message)
        case .queryDisplayGroups(let message): try visitor.visit(message)
        case .subscribeToGroupEvents(let message): try visitor.visit(message)
        case .updateDisplayGroup(let message): try visitor.visit(message)
        case .unsubscribeFromGroupEvents(let message): try visitor.visit(message)
        case .startApi(let message): try visitor.visit(message)
        case .verifyAndAuthRequest(let message): try visitor.visit(message)
        case .verifyAndAuthMessage(let message): try visitor.visit(message)
        case .reqPositionsMulti(let message): try visitor.visit(message)
        case .cancelPositionsMulti(let message): try visitor.visit(message)
        case .reqAccountUpdatesMulti(let message): try visitor.visit(message)
        case .cancelAccountUpdatesMulti(let message): try visitor.visit(message)
        case .reqSecDefOptParams(let message): try visitor.visit(message)
        case .reqSoftDollarTiers(let message): try visitor.visit(message)
        case .reqFamilyCodes(let message): try visitor.visit(message)
        case .reqMatchingSymbols(let message): try visitor.visit(message)
        case .reqMktDepthExchanges(let message): try visitor.visit(message)
        case .reqSmartComponents(let message): try visitor.visit(message)
        case .reqNewsArticle(let message): try visitor.visit(message)
        case .reqNewsProviders(let message): try visitor.visit(message)
        case .reqHistoricalNews(let message): try visitor.visit(message)
        case .reqHeadTimeStamp(let message): try visitor.visit(message)
        case .reqHistogramData(let message): try visitor.visit(message)
        case .cancelHistogramData(let message): try visitor.visit(message)
        case .cancelHeadTimeStamp(let message): try visitor.visit(message)
        case .reqMarketRule(let message): try visitor.visit(message)
        case .reqPnL(let message): try visitor.visit(message)
        case .cancelPnL(let message): try visitor.visit(message)
        case .reqPnLSingle(let message): try visitor.visit(message)
        case .cancelPnLSingle(let message): try visitor.visit(message)
        case .reqHistoricalTicks(let message): try visitor.visit(message)
        case .reqTickByTickData(let message): try visitor.visit(message)
        case .cancelTickByTickData(let message): try visitor.visit(message)
        case .reqCompletedOrders(let message): try visitor.visit(message)
        case .reqWshMetaData(let message): try visitor.visit(message)
        case .cancelWshMetaData(let message): try visitor.visit(message)
        case .reqWshEventData(let message): try visitor.visit(message)
        case .cancelWshEventData(let message): try visitor.visit(message)
        case .reqUserInfo(let message): try visitor.visit(message)
        case .reqCurrentTimeInMillis(let message): try visitor.visit(message)
        case .cancelContractData(let message): try visitor.visit(message)
        case .cancelHistoricalTicks(let message): try visitor.visit(message)
        case .reqConfig(let message): try visitor.visit(message)
        case .updateConfig(let message): try visitor.visit(message)
        }
    }
}
