import TradewindsVocabulary

/// The text form carries different parts of a contract in different messages.
extension Contract {
    private mutating func walkTerms<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "symbol", &symbol)
        try coder.field(0, "secType", &kind)
        try coder.field(0, "lastTradeDateOrContractMonth", &expiry)
        try coder.field(0, "strike", &strike)
        try coder.field(0, "right", &right)
    }

    mutating func walkMultiplier<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.numberOrNothing(0, "multiplier", &multiplier)
    }

    private mutating func walkNames<C: Coder>(_ coder: inout C, hasTradingClass: Bool = true) throws(WireError) {
        try coder.field(0, "currency", &currency)
        try coder.field(0, "localSymbol", &localSymbol)
        if hasTradingClass { try coder.field(0, "tradingClass", &tradingClass) }
    }

    /// What most requests carry.
    mutating func walkLookup<C: Coder>(_ coder: inout C) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "conId", &id)
        try walkTerms(&coder)
        try walkMultiplier(&coder)
        try coder.field(0, "exchange", &exchange)
        try coder.field(0, "primaryExchange", &primaryExchange)
        try walkNames(&coder)
        coder.leave()
    }

    /// Requests of history: expired contracts may be meant.
    mutating func walkExpirable<C: Coder>(_ coder: inout C) throws(WireError) {
        try walkLookup(&coder)
        coder.enter("contract")
        try coder.field(0, "includeExpired", &includesExpired)
        coder.leave()
    }

    /// Requests of contract details: other identifiers may be given.
    mutating func walkIdentified<C: Coder>(_ coder: inout C) throws(WireError) {
        try walkExpirable(&coder)
        coder.enter("contract")
        try coder.field(0, "secIdType", &securityIDType)
        try coder.field(0, "secId", &securityID)
        if coder.speaks(.bondIssuer) { try coder.field(0, "issuerId", &issuer) }
        coder.leave()
    }

    /// Requests of quotes: with the legs of a combination and its underlying.
    mutating func walkQuoted<C: Coder>(_ coder: inout C) throws(WireError) {
        try walkLookup(&coder)
        try walkLegs(&coder)
        try walkDeltaNeutral(&coder)
    }

    /// The legs, where this is a combination.
    mutating func walkLegs<C: Coder>(_ coder: inout C) throws(WireError) {
        guard kind == .combination else { return }
        coder.enter("contract")
        try coder.count("comboLegs", &legs, of: ComboLeg(), fields: 4)
        for index in legs.indices {
            coder.enterElement(of: "comboLegs")
            try legs[index].walkShort(&coder)
            coder.leave()
        }
        coder.leave()
    }

    /// The underlying of a delta-neutral combination, after a flag.
    mutating func walkDeltaNeutral<C: Coder>(_ coder: inout C) throws(WireError) {
        coder.enter("contract")
        if try coder.flag("deltaNeutralContract", deltaNeutral != nil) {
            var underlying = deltaNeutral ?? DeltaNeutralContract()
            coder.enter("deltaNeutralContract")
            try underlying.walk(&coder)
            coder.leave()
            deltaNeutral = underlying
        }
        coder.leave()
    }

    /// Orders and option exercises: what `walkLookup` has, without the listing exchange.
    mutating func walkHeld<C: Coder>(_ coder: inout C, hasTradingClass: Bool = true) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "conId", &id)
        try walkTerms(&coder)
        try walkMultiplier(&coder)
        try coder.field(0, "exchange", &exchange)
        try walkNames(&coder, hasTradingClass: hasTradingClass)
        coder.leave()
    }

    /// Portfolio lines: the listing exchange in place of the route. Older ones lack some of it.
    mutating func walkPortfolio<C: Coder>(_ coder: inout C, revision: Int32) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "conId", &id)
        try walkTerms(&coder)
        if revision >= 7 {
            try walkMultiplier(&coder)
            try coder.field(0, "primaryExchange", &primaryExchange)
        }
        try walkNames(&coder, hasTradingClass: revision >= 8)
        coder.leave()
    }

    /// Requests of reports on companies.
    mutating func walkFundamental<C: Coder>(_ coder: inout C) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "conId", &id)
        try coder.field(0, "symbol", &symbol)
        try coder.field(0, "secType", &kind)
        try coder.field(0, "exchange", &exchange)
        try coder.field(0, "primaryExchange", &primaryExchange)
        try coder.field(0, "currency", &currency)
        try coder.field(0, "localSymbol", &localSymbol)
        coder.leave()
    }

    /// Rows of a scan, up to the local symbol.
    mutating func walkScanned<C: Coder>(_ coder: inout C) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "conId", &id)
        try walkTerms(&coder)
        try coder.field(0, "exchange", &exchange)
        try coder.field(0, "currency", &currency)
        try coder.field(0, "localSymbol", &localSymbol)
        coder.leave()
    }

    /// Contract details: the number comes later.
    mutating func walkDetailed<C: Coder>(_ coder: inout C, marketName: inout String) throws(WireError) {
        coder.enter("contract")
        try coder.field(0, "symbol", &symbol)
        try coder.field(0, "secType", &kind)
        try coder.field(0, "lastTradeDateOrContractMonth", &expiry)
        if coder.speaks(.lastTradeDate) { try coder.field(0, "lastTradeDate", &lastTradeDate) }
        try coder.field(0, "strike", &strike)
        try coder.field(0, "right", &right)
        try coder.field(0, "exchange", &exchange)
        try coder.field(0, "currency", &currency)
        try coder.field(0, "localSymbol", &localSymbol)
        coder.leave()
        try walkNamed(&coder, marketName: &marketName)
    }

    /// Contract details and bonds: the market's name stands amid the contract's own fields.
    mutating func walkNamed<C: Coder>(_ coder: inout C, marketName: inout String) throws(WireError) {
        coder.enter("contractDetails")
        try coder.field(0, "marketName", &marketName)
        coder.leave()
        coder.enter("contract")
        try coder.field(0, "tradingClass", &tradingClass)
        try coder.field(0, "conId", &id)
        coder.leave()
    }
}
