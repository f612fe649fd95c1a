/// A message from gateway to client.
///
/// Small enough to be passed around: large payloads are boxed (`indirect`), so that a tick never pays for an order.
/// A new message takes a case here, a line in each function below, and its declaration.
public enum Event: MessageSet {
    case tickPrice(TickPrice)
    case tickSize(TickSize)
    indirect case orderStatus(OrderStatusUpdate)
    indirect case error(ErrorMessage)
    indirect case openOrder(OpenOrder)
    indirect case updateAccountValue(AccountValue)
    indirect case updatePortfolio(PortfolioValue)
    case updateAccountTime(AccountUpdateTime)
    case nextValidId(NextValidId)
    indirect case contractDetails(ContractData)
    indirect case execDetails(ExecutionDetails)
    case updateMktDepth(MarketDepth)
    case updateMktDepthL2(MarketDepthL2)
    indirect case updateNewsBulletin(NewsBulletin)
    case managedAccounts(ManagedAccounts)
    case receiveFA(ReceiveFA)
    case historicalData(HistoricalData)
    indirect case bondContractDetails(BondContractData)
    case scannerParameters(ScannerParameters)
    indirect case scannerData(ScannerData)
    case tickOptionComputation(TickOptionComputation)
    case tickGeneric(TickGeneric)
    case tickString(TickString)
    case tickEFP(TickEFP)
    case currentTime(CurrentTime)
    indirect case realtimeBar(RealTimeBarTick)
    case fundamentalData(FundamentalsData)
    case contractDetailsEnd(ContractDataEnd)
    case openOrderEnd(OpenOrdersEnd)
    case accountDownloadEnd(AccountDataEnd)
    case execDetailsEnd(ExecutionDetailsEnd)
    case deltaNeutralValidation(DeltaNeutralValidation)
    case tickSnapshotEnd(TickSnapshotEnd)
    case marketDataType(MarketDataType)
    indirect case commissionAndFeesReport(CommissionAndFeesReport)
    indirect case position(PositionReport)
    case positionEnd(PositionEnd)
    indirect case accountSummary(AccountSummary)
    case accountSummaryEnd(AccountSummaryEnd)
    case verifyMessageAPI(VerifyMessageApi)
    case verifyCompleted(VerifyCompleted)
    case displayGroupList(DisplayGroupList)
    case displayGroupUpdated(DisplayGroupUpdated)
    case verifyAndAuthMessageAPI(VerifyAndAuthMessageAPI)
    case verifyAndAuthCompleted(VerifyAndAuthCompleted)
    indirect case positionMulti(PositionMulti)
    case positionMultiEnd(PositionMultiEnd)
    indirect case accountUpdateMulti(AccountUpdateMulti)
    case accountUpdateMultiEnd(AccountUpdateMultiEnd)
    indirect case securityDefinitionOptionParameter(SecDefOptParameter)
    case securityDefinitionOptionParameterEnd(SecDefOptParameterEnd)
    case softDollarTiers(SoftDollarTiers)
    case familyCodes(FamilyCodes)
    case symbolSamples(SymbolSamples)
    case mktDepthExchanges(MarketDepthExchanges)
    indirect case tickReqParams(TickReqParams)
    case smartComponents(SmartComponents)
    case newsArticle(NewsArticle)
    case tickNews(TickNews)
    case newsProviders(NewsProviders)
    indirect case historicalNews(HistoricalNews)
    case historicalNewsEnd(HistoricalNewsEnd)
    case headTimestamp(HeadTimestamp)
    case histogramData(HistogramData)
    indirect case historicalDataUpdate(HistoricalDataUpdate)
    case rerouteMktDataReq(RerouteMarketDataRequest)
    case rerouteMktDepthReq(RerouteMarketDepthRequest)
    case marketRule(MarketRule)
    case pnl(PnL)
    indirect case pnlSingle(PnLSingle)
    case historicalTicks(HistoricalTicks)
    case historicalTicksBidAsk(HistoricalTicksBidAsk)
    case historicalTicksLast(HistoricalTicksLast)
    case tickByTick(TickByTickData)
    case orderBound(OrderBound)
    indirect case completedOrder(CompletedOrder)
    case completedOrdersEnd(CompletedOrdersEnd)
    case replaceFAEnd(ReplaceFAEnd)
    case wshMetaData(WshMetaData)
    case wshEventData(WshEventData)
    indirect case historicalSchedule(HistoricalSchedule)
    case userInfo(UserInfo)
    case historicalDataEnd(HistoricalDataEnd)
    case currentTimeInMillis(CurrentTimeInMillis)
    indirect case configResponse(ConfigResponse)
    indirect case updateConfigResponse(UpdateConfigResponse)

    /// Reads the body of one frame (without its length).
    ///
    /// - Throws: ``WireError`` naming message, field and byte; the next frame can be read all the same.
    @inlinable
    public init(frame bytes: UnsafeRawBufferPointer, version: ServerVersion) throws(WireError) {
        self = try readEvent(bytes, version)
    }

    /// To the client.
    public static var direction: Direction { .toClient }

    /// The types, by ascending id.
    public static var types: [any Message.Type] {
        [
            TickPrice.self,
            TickSize.self,
            OrderStatusUpdate.self,
            ErrorMessage.self,
            OpenOrder.self,
            AccountValue.self,
            PortfolioValue.self,
            AccountUpdateTime.self,
            NextValidId.self,
            ContractData.self,
            ExecutionDetails.self,
            MarketDepth.self,
            MarketDepthL2.self,
            NewsBulletin.self,
            ManagedAccounts.self,
            ReceiveFA.self,
            HistoricalData.self,
            BondContractData.self,
            ScannerParameters.self,
            ScannerData.self,
            TickOptionComputation.self,
            TickGeneric.self,
            TickString.self,
            TickEFP.self,
            CurrentTime.self,
            RealTimeBarTick.self,
            FundamentalsData.self,
            ContractDataEnd.self,
            OpenOrdersEnd.self,
            AccountDataEnd.self,
            ExecutionDetailsEnd.self,
            DeltaNeutralValidation.self,
            TickSnapshotEnd.self,
            MarketDataType.self,
            CommissionAndFeesReport.self,
            PositionReport.self,
            PositionEnd.self,
            AccountSummary.self,
            AccountSummaryEnd.self,
            VerifyMessageApi.self,
            VerifyCompleted.self,
            DisplayGroupList.self,
            DisplayGroupUpdated.self,
            VerifyAndAuthMessageAPI.self,
            VerifyAndAuthCompleted.self,
            PositionMulti.self,
            PositionMultiEnd.self,
            AccountUpdateMulti.self,
            AccountUpdateMultiEnd.self,
            SecDefOptParameter.self,
            SecDefOptParameterEnd.self,
            SoftDollarTiers.self,
            FamilyCodes.self,
            SymbolSamples.self,
            MarketDepthExchanges.self,
            TickReqParams.self,
            SmartComponents.self,
            NewsArticle.self,
            TickNews.self,
            NewsProviders.self,
            HistoricalNews.self,
            HistoricalNewsEnd.self,
            HeadTimestamp.self,
            HistogramData.self,
            HistoricalDataUpdate.self,
            RerouteMarketDataRequest.self,
            RerouteMarketDepthRequest.self,
            MarketRule.self,
            PnL.self,
            PnLSingle.self,
            HistoricalTicks.self,
            HistoricalTicksBidAsk.self,
            HistoricalTicksLast.self,
            TickByTickData.self,
            OrderBound.self,
            CompletedOrder.self,
            CompletedOrdersEnd.self,
            ReplaceFAEnd.self,
            WshMetaData.self,
            WshEventData.self,
            HistoricalSchedule.self,
            UserInfo.self,
            HistoricalDataEnd.self,
            CurrentTimeInMillis.self,
            ConfigResponse.self,
            UpdateConfigResponse.self,
        ]
    }

    /// Reads the message that `body` holds.
    @inline(__always)
    public static func read(_ body: inout MessageBody) throws(WireError) -> Event {
        switch body.id {
        case 1: .tickPrice(try body.readQuickly())
        case 2: .tickSize(try body.readQuickly())
        case 3: .orderStatus(try body.read())
        case 4: .error(try body.read())
        case 5: .openOrder(try body.read())
        case 6: .updateAccountValue(try body.read())
        case 7: .updatePortfolio(try body.read())
        case 8: .updateAccountTime(try body.read())
        case 9: .nextValidId(try body.read())
        case 10: .contractDetails(try body.read())
        case 11: .execDetails(try body.read())
        case 12: .updateMktDepth(try body.readQuickly())
        case 13: .updateMktDepthL2(try body.readQuickly())
        case 14: .updateNewsBulletin(try body.read())
        case 15: .managedAccounts(try body.read())
        case 16: .receiveFA(try body.read())
        case 17: .historicalData(try body.read())
        case 18: .bondContractDetails(try body.read())
        case 19: .scannerParameters(try body.read())
        case 20: .scannerData(try body.read())
        case 21: .tickOptionComputation(try body.readQuickly())
        case 45: .tickGeneric(try body.readQuickly())
        case 46: .tickString(try body.readQuickly())
        case 47: .tickEFP(try body.read())
        case 49: .currentTime(try body.read())
        case 50: .realtimeBar(try body.read())
        case 51: .fundamentalData(try body.read())
        case 52: .contractDetailsEnd(try body.read())
        case 53: .openOrderEnd(try body.read())
        case 54: .accountDownloadEnd(try body.read())
        case 55: .execDetailsEnd(try body.read())
        case 56: .deltaNeutralValidation(try body.read())
        case 57: .tickSnapshotEnd(try body.read())
        case 58: .marketDataType(try body.read())
        case 59: .commissionAndFeesReport(try body.read())
        case 61: .position(try body.read())
        case 62: .positionEnd(try body.read())
        case 63: .accountSummary(try body.read())
        case 64: .accountSummaryEnd(try body.read())
        case 65: .verifyMessageAPI(try body.read())
        case 66: .verifyCompleted(try body.read())
        case 67: .displayGroupList(try body.read())
        case 68: .displayGroupUpdated(try body.read())
        case 69: .verifyAndAuthMessageAPI(try body.read())
        case 70: .verifyAndAuthCompleted(try body.read())
        case 71: .positionMulti(try body.read())
        case 72: .positionMultiEnd(try body.read())
        case 73: .accountUpdateMulti(try body.read())
        case 74: .accountUpdateMultiEnd(try body.read())
        case 75: .securityDefinitionOptionParameter(try body.read())
        case 76: .securityDefinitionOptionParameterEnd(try body.read())
        case 77: .softDollarTiers(try body.read())
        case 78: .familyCodes(try body.read())
        case 79: .symbolSamples(try body.read())
        case 80: .mktDepthExchanges(try body.read())
        case 81: .tickReqParams(try body.read())
        case 82: .smartComponents(try body.read())
        case 83: .newsArticle(try body.read())
        case 84: .tickNews(try body.read())
        case 85: .newsProviders(try body.read())
        case 86: .historicalNews(try body.read())
        case 87: .historicalNewsEnd(try body.read())
        case 88: .headTimestamp(try body.read())
        case 89: .histogramData(try body.read())
        case 90: .historicalDataUpdate(try body.read())
        case 91: .rerouteMktDataReq(try body.read())
        case 92: .rerouteMktDepthReq(try body.read())
        case 93: .marketRule(try body.read())
        case 94: .pnl(try body.read())
        case 95: .pnlSingle(try body.read())
        case 96: .historicalTicks(try body.read())
        case 97: .historicalTicksBidAsk(try body.read())
        case 98: .historicalTicksLast(try body.read())
        case 99: .tickByTick(try body.readQuickly())
        case 100: .orderBound(try body.read())
        case 101: .completedOrder(try body.read())
        case 102: .completedOrdersEnd(try body.read())
        case 103: .replaceFAEnd(try body.read())
        case 104: .wshMetaData(try body.read())
        case 105: .wshEventData(try body.read())
        case 106: .historicalSchedule(try body.read())
        case 107: .userInfo(try body.read())
        case 108: .historicalDataEnd(try body.read())
        case 109: .currentTimeInMillis(try body.read())
        case 110: .configResponse(try body.read())
        case 111: .updateConfigResponse(try body.read())
        default: throw body.unknownMessage()
        }
    }

    /// Shows the message to `visitor`.
    public func visit<V: MessageVisitor>(_ visitor: inout V) throws(WireError) {
        switch self {
        case .tickPrice(let message): try visitor.visit(message)
        case .tickSize(let message): try visitor.visit(message)
        case .orderStatus(let message): try visitor.visit(message)
        case .error(let message): try visitor.visit(message)
        case .openOrder(let message): try visitor.visit(message)
        case .updateAccountValue(let message): try visitor.visit(message)
        case .updatePortfolio(let message): try visitor.visit(message)
        case .updateAccountTime(let message): try visitor.visit(message)
        case .nextValidId(let message): try visitor.visit(message)
        case .contractDetails(let message): try visitor.visit(message)
        case .execDetails(let message): try visitor.visit(message)
        case .updateMktDepth(let message): try visitor.visit(message)
        case .updateMktDepthL2(let message): try visitor.visit(message)
        case .updateNewsBulletin(let message): try visitor.visit(message)
        case .managedAccounts(let message): try visitor.visit(message)
        case .receiveFA(let message): try visitor.visit(message)
        case .historicalData(let message): try visitor.visit(message)
        case .bondContractDetails(let message): try visitor.visit(message)
        case .scannerParameters(let message): try visitor.visit(message)
        case .scannerData(let message): try visitor.visit(message)
        case .tickOptionComputation(let message): try visitor.visit(message)
        case .tickGeneric(let message): try visitor.visit(message)
        case .tickString(let message): try visitor.visit(message)
        case .tickEFP(let message): try visitor.visit(message)
        case .currentTime(let message): try visitor.visit(message)
        case .realtimeBar(let message): try visitor.visit(message)
        case .fundamentalData(let message): try visitor.visit(message)
        case .contractDetailsEnd(let message): try visitor.visit(message)
        case .openOrderEnd(let message): try visitor.visit(message)
        case .accountDownloadEnd(let message): try visitor.visit(message)
        case .execDetailsEnd(let message): try visitor.visit(message)
        case .deltaNeutralValidation(let message): try visitor.visit(message)
        case .tickSnapshotEnd(let message): try visitor.visit(message)
        case .marketDataType(let message): try visitor.visit(message)
        case .commissionAndFeesReport(let message): try visitor.visit(message)
        case .position(let message): try visitor.visit(message)
        case .positionEnd(let message): try visitor.visit(message)
        case .accountSummary(let message): try visitor.visit(message)
        case .accountSummaryEnd(let message): try visitor.visit(message)
        case .verifyMessageAPI(let message): try visitor.visit(message)
        case .verifyCompleted(let message): try visitor.visit(message)
        case .displayGroupList(let message): try visitor.visit(message)
        case .displayGroupUpdated(let message): try visitor.visit(message)
        case .verifyAndAuthMessageAPI(let message): try visitor.visit(message)
        case .verifyAndAuthCompleted(let message): try visitor.visit(message)
        case .positionMulti(let message): try visitor.visit(message)
        case .positionMultiEnd(let message): try visitor.visit(message)
        case .accountUpdateMulti(let message): try visitor.visit(message)
        case .accountUpdateMultiEnd(let message): try visitor.visit(message)
        case .securityDefinitionOptionParameter(let message): try visitor.visit(message)
        case .securityDefinitionOptionParameterEnd(let message): try visitor.visit(message)
        case .softDollarTiers(let message): try visitor.visit(message)
        case .familyCodes(let message): try visitor.visit(message)
        case .symbolSamples(let message): try visitor.visit(message)
        case .mktDepthExchanges(let message): try visitor.visit(message)
        case .tickReqParams(let message): try visitor.visit(message)
        case .smartComponents(let message): try visitor.visit(message)
        case .newsArticle(let message): try visitor.visit(message)
        case .tickNews(let message): try visitor.visit(message)
        case .newsProviders(let message): try visitor.visit(message)
        case .historicalNews(let message): try visitor.visit(message)
        case .historicalNewsEnd(let message): try visitor.visit(message)
        case .headTimestamp(let message): try visitor.visit(message)
        case .histogramData(let message): try visitor.visit(message)
        case .historicalDataUpdate(let message): try visitor.visit(message)
        case .rerouteMktDataReq(let message): try visitor.visit(message)
        case .rerouteMktDepthReq(let message): try visitor.visit(message)
        case .marketRule(let message): try visitor.visit(message)
        case .pnl(let message): try visitor.visit(message)
        case .pnlSingle(let message): try visitor.visit(message)
        case .historicalTicks(let message): try visitor.visit(message)
        case .historicalTicksBidAsk(let message): try visitor.visit(message)
        case .historicalTicksLast(let message): try visitor.visit(message)
        case .tickByTick(let message): try visitor.visit(message)
        case .orderBound(let message): try visitor.visit(message)
        case .completedOrder(let message): try visitor.visit(message)
        case .completedOrdersEnd(let message): try visitor.visit(message)
        case .replaceFAEnd(let message): try visitor.visit(message)
        case .wshMetaData(let message): try visitor.visit(message)
        case .wshEventData(let message): try visitor.visit(message)
        case .historicalSchedule(let message): try visitor.visit(message)
        case .userInfo(let message): try visitor.visit(message)
        case .historicalDataEnd(let message): try visitor.visit(message)
        case .currentTimeInMillis(let message): try visitor.visit(message)
        case .configResponse(let message): try visitor.visit(message)
        case .updateConfigResponse(let message): try visitor.visit(message)
        }
    }
}

/// Reads an event. A function of its own, because an initializer is called through another that copies its result.
@usableFromInline
func readEvent(_ bytes: UnsafeRawBufferPointer, _ version: ServerVersion) throws(WireError) -> Event {
    var body = try MessageBody(bytes, version: version)
    return try Event.read(&body)
}
