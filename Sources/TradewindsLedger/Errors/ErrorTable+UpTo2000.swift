// Error codes: one line each: code, category, meaning. A tilde after the category marks a warning: the request goes on.
// Codes are the protocol's own; the categories are those of ``ErrorCategory``.

extension ErrorTable {
    static let textUpTo2000 = """
        501 connection already connected
        502 connection no connection could be made
        503 connection TWS older than the attribute or request needs
        504 connection request while not connected
        505 connection incoming message id unknown
        506 connection server version below the floor
        507 connection frame length out of range
        508 connection incoming message unreadable
        509 connection socket read failed
        510 client sending reqMktData failed
        511 client sending cancelMktData failed
        512 client sending placeOrder failed
        513 client sending account updates request failed
        514 client sending reqExecutions failed
        515 client sending cancelOrder failed
        516 client sending open orders request failed
        517 client contract unknown (older clients)
        518 client sending reqContractDetails failed
        519 client sending reqMktDepth failed
        520 connection socket could not be created
        521 client sending setServerLogLevel failed
        522 client sending requestFA failed
        523 client sending replaceFA failed
        524 client sending reqScannerSubscription failed
        525 client sending cancelScannerSubscription failed
        526 client sending reqScannerParameters failed
        527 client sending reqHistoricalData failed
        528 client sending cancelHistoricalData failed
        529 client sending reqRealTimeBars failed
        530 client sending cancelRealTimeBars failed
        531 client sending reqCurrentTime failed
        532 client sending reqFundamentalData failed (older clients)
        533 client sending cancelFundamentalData failed (older clients)
        534 client sending calculateImpliedVolatility failed
        535 client sending calculateOptionPrice failed
        536 client sending cancelCalculateImpliedVolatility failed
        537 client sending cancelCalculateOptionPrice failed
        538 client sending reqGlobalCancel failed
        539 client sending reqMarketDataType failed
        540 client sending reqPositions failed
        541 client sending cancelPositions failed
        542 client sending account data request failed
        543 client sending account data cancel failed
        544 client sending verifyRequest failed
        545 client sending verifyMessage failed
        546 client sending queryDisplayGroups failed
        547 client sending subscribeToGroupEvents failed
        548 client sending updateDisplayGroup failed
        549 client sending unsubscribeFromGroupEvents failed
        550 client sending startApi failed
        551 client sending verifyAndAuthRequest failed
        552 client sending verifyAndAuthMessage failed
        553 client sending reqPositionsMulti failed
        554 client sending cancelPositionsMulti failed
        555 client sending reqAccountUpdatesMulti failed
        556 client sending cancelAccountUpdatesMulti failed
        557 client sending reqSecDefOptParams failed
        558 client sending reqSoftDollarTiers failed
        559 client sending reqFamilyCodes failed
        560 client sending reqMatchingSymbols failed
        561 client sending reqMktDepthExchanges failed
        562 client sending reqSmartComponents failed
        563 client sending reqNewsProviders failed
        564 client sending reqNewsArticle failed
        565 client sending reqHistoricalNews failed
        566 client sending reqHeadTimeStamp failed
        567 client sending reqHistogramData failed
        568 client sending cancelHistogramData failed
        569 client sending cancelHeadTimeStamp failed
        570 client sending reqMarketRule failed
        571 client sending reqPnL failed
        572 client sending cancelPnL failed
        573 client sending reqPnLSingle failed
        574 client sending cancelPnLSingle failed
        575 client sending reqHistoricalTicks failed
        576 client sending reqTickByTickData failed
        577 client sending cancelTickByTickData failed
        578 client sending reqCompletedOrders failed
        579 request text holds characters outside printable ASCII
        580 client sending reqWshMetaData failed
        581 client sending cancelWshMetaData failed
        582 client sending reqWshEventData failed
        583 client sending cancelWshEventData failed
        584 client sending reqUserInfo failed
        585 request advisor profiles no longer exist, use groups
        586 connection read attempted while not connected (Java client)
        587 client sending reqCurrentTimeInMillis failed
        588 request value cannot be put into the protobuf field
        589 client sending cancelMktDepth failed
        590 client sending cancelContractData failed
        591 client sending cancelHistoricalTicks failed
        592 client sending config request failed
        593 client sending config update failed
        1100 connection link between TWS and the IB servers lost
        1101 connection link restored, data subscriptions lost: subscribe again
        1102 connection link restored, data subscriptions kept
        1300 connection API port changed, this connection ends
        """
}
