import TradewindsVocabulary
import TradewindsWire

extension Event {
    /// The request that this message answers, by its id, and what it is to it.
    ///
    /// A one-message reply is an `item`; the table knows that nothing follows.
    var reply: (request: RequestID, part: ReplyPart)? {
        switch self {
        case .tickPrice(let message): (message.request, .item)
        case .tickSize(let message): (message.request, .item)
        case .tickString(let message): (message.request, .item)
        case .tickGeneric(let message): (message.request, .item)
        case .tickOptionComputation(let message): (message.request, .item)
        case .tickByTick(let message): (message.request, .item)
        case .tickEFP(let message): (message.request, .item)
        case .tickNews(let message): (message.request, .item)
        case .tickReqParams(let message): (message.request, .item)
        case .marketDataType(let message): (message.request, .item)
        case .tickSnapshotEnd(let message): (message.request, .end)
        case .updateMktDepth(let message): (message.request, .item)
        case .updateMktDepthL2(let message): (message.request, .item)
        case .rerouteMktDataReq(let message): (message.request, .item)
        case .rerouteMktDepthReq(let message): (message.request, .item)
        default: historyReply ?? accountReply ?? referenceReply
        }
    }

    private var historyReply: (request: RequestID, part: ReplyPart)? {
        switch self {
        case .historicalData(let message): (message.request, .item)
        case .historicalDataEnd(let message): (message.request, .end)
        case .historicalDataUpdate(let message): (message.request, .item)
        case .realtimeBar(let message): (message.request, .item)
        case .headTimestamp(let message): (message.request, .item)
        case .histogramData(let message): (message.request, .item)
        case .historicalSchedule(let message): (message.request, .item)
        case .historicalTicks(let message): (message.request, message.isDone ? .lastItem : .item)
        case .historicalTicksBidAsk(let message): (message.request, message.isDone ? .lastItem : .item)
        case .historicalTicksLast(let message): (message.request, message.isDone ? .lastItem : .item)
        case .fundamentalData(let message): (message.request, .item)
        case .historicalNews(let message): (message.request, .item)
        case .historicalNewsEnd(let message): (message.request, .end)
        case .newsArticle(let message): (message.request, .item)
        case .scannerData(let message): (message.request, .item)
        default: nil
        }
    }

    private var accountReply: (request: RequestID, part: ReplyPart)? {
        switch self {
        case .execDetails(let message): message.request.rawValue < 0 ? nil : (message.request, .item)
        case .execDetailsEnd(let message): (message.request, .end)
        case .accountSummary(let message): (message.request, .item)
        case .accountSummaryEnd(let message): (message.request, .end)
        case .positionMulti(let message): (message.request, .item)
        case .positionMultiEnd(let message): (message.request, .end)
        case .accountUpdateMulti(let message): (message.request, .item)
        case .accountUpdateMultiEnd(let message): (message.request, .end)
        case .pnl(let message): (message.request, .item)
        case .pnlSingle(let message): (message.request, .item)
        default: nil
        }
    }

    private var referenceReply: (request: RequestID, part: ReplyPart)? {
        switch self {
        case .contractDetails(let message): (message.request, .item)
        case .bondContractDetails(let message): (message.request, .item)
        case .contractDetailsEnd(let message): (message.request, .end)
        case .symbolSamples(let message): (message.request, .item)
        case .securityDefinitionOptionParameter(let message): (message.request, .item)
        case .securityDefinitionOptionParameterEnd(let message): (message.request, .end)
        case .smartComponents(let message): (message.request, .item)
        case .softDollarTiers(let message): (message.request, .item)
        case .userInfo(let message): (message.request, .item)
        case .wshMetaData(let message): (message.request, .item)
        case .wshEventData(let message): (message.request, .item)
        default: nil
        }
    }

    /// The query without an id that this message answers.
    var answer: (query: Query, part: ReplyPart)? {
        switch self {
        case .currentTime: (.currentTime, .lastItem)
        case .currentTimeInMillis: (.currentTimeMillis, .lastItem)
        case .openOrder, .orderStatus: (.openOrders, .item)
        case .openOrderEnd: (.openOrders, .end)
        case .completedOrder: (.completedOrders, .item)
        case .completedOrdersEnd: (.completedOrders, .end)
        case .position: (.positions, .item)
        case .positionEnd: (.positions, .end)
        case .nextValidId: (.orderIDs, .lastItem)
        case .managedAccounts: (.managedAccounts, .lastItem)
        case .marketRule(let message): (.marketRule(message.rule), .lastItem)
        case .mktDepthExchanges: (.depthExchanges, .lastItem)
        case .newsProviders: (.newsProviders, .lastItem)
        case .familyCodes: (.familyCodes, .lastItem)
        case .scannerParameters: (.scannerParameters, .lastItem)
        case .updateAccountValue, .updatePortfolio, .updateAccountTime: (.accountUpdates, .item)
        case .accountDownloadEnd: (.accountUpdates, .end)
        default: nil
        }
    }
}
