import TradewindsVocabulary

// The protocol's tick types, by their names there.
extension TickKind {
    /// A size of the quote group.
    public static let bidSize: Self = 0
    /// A price of the quote group.
    public static let bid: Self = 1
    /// A price of the quote group.
    public static let ask: Self = 2
    /// A size of the quote group.
    public static let askSize: Self = 3
    /// A price of the quote group.
    public static let last: Self = 4
    /// A size of the quote group.
    public static let lastSize: Self = 5
    /// A price of the session group.
    public static let high: Self = 6
    /// A price of the session group.
    public static let low: Self = 7
    /// A size of the session group.
    public static let volume: Self = 8
    /// A price of the session group.
    public static let close: Self = 9
    /// An option computation of the option model group.
    public static let bidOption: Self = 10
    /// An option computation of the option model group.
    public static let askOption: Self = 11
    /// An option computation of the option model group.
    public static let lastOption: Self = 12
    /// An option computation of the option model group.
    public static let modelOption: Self = 13
    /// A price of the session group.
    public static let open: Self = 14
    /// A price of the statistics group, asked for with generic tick 165.
    public static let low13Week: Self = 15
    /// A price of the statistics group, asked for with generic tick 165.
    public static let high13Week: Self = 16
    /// A price of the statistics group, asked for with generic tick 165.
    public static let low26Week: Self = 17
    /// A price of the statistics group, asked for with generic tick 165.
    public static let high26Week: Self = 18
    /// A price of the statistics group, asked for with generic tick 165.
    public static let low52Week: Self = 19
    /// A price of the statistics group, asked for with generic tick 165.
    public static let high52Week: Self = 20
    /// A size of the statistics group, asked for with generic tick 165.
    public static let averageVolume: Self = 21
    /// A size of the option activity group.
    public static let openInterest: Self = 22
    /// A number of the volatility group, asked for with generic tick 104.
    public static let optionHistoricalVolatility: Self = 23
    /// A number of the volatility group, asked for with generic tick 106.
    public static let optionImpliedVolatility: Self = 24
    /// A text of the unused group.
    public static let optionBidExchange: Self = 25
    /// A text of the unused group.
    public static let optionAskExchange: Self = 26
    /// A size of the option activity group, asked for with generic tick 101.
    public static let callOpenInterest: Self = 27
    /// A size of the option activity group, asked for with generic tick 101.
    public static let putOpenInterest: Self = 28
    /// A size of the option activity group, asked for with generic tick 100.
    public static let callVolume: Self = 29
    /// A size of the option activity group, asked for with generic tick 100.
    public static let putVolume: Self = 30
    /// A number of the statistics group, asked for with generic tick 162.
    public static let indexFuturePremium: Self = 31
    /// A text of the quote exchange group.
    public static let bidExchange: Self = 32
    /// A text of the quote exchange group.
    public static let askExchange: Self = 33
    /// A size of the auction group, asked for with generic tick 225.
    public static let auctionVolume: Self = 34
    /// A price of the auction group, asked for with generic tick 225.
    public static let auctionPrice: Self = 35
    /// A size of the auction group, asked for with generic tick 225.
    public static let auctionImbalance: Self = 36
    /// A price of the mark group, asked for with generic tick 232.
    public static let markPrice: Self = 37
    /// A efp of the EFP group.
    public static let bidEfp: Self = 38
    /// A efp of the EFP group.
    public static let askEfp: Self = 39
    /// A efp of the EFP group.
    public static let lastEfp: Self = 40
    /// A efp of the EFP group.
    public static let openEfp: Self = 41
    /// A efp of the EFP group.
    public static let highEfp: Self = 42
    /// A efp of the EFP group.
    public static let lowEfp: Self = 43
    /// A efp of the EFP group.
    public static let closeEfp: Self = 44
    /// A text of the time group.
    public static let lastTimestamp: Self = 45
    /// A number of the short sale group, asked for with generic tick 236.
    public static let shortable: Self = 46
    /// A text of the fundamentals group, asked for with generic tick 258.
    public static let fundamentalRatios: Self = 47
    /// A text of the trade tape group, asked for with generic tick 233.
    public static let rtVolume: Self = 48
    /// A number of the status group.
    public static let halted: Self = 49
    /// A price of the yield group.
    public static let bidYield: Self = 50
    /// A price of the yield group.
    public static let askYield: Self = 51
    /// A price of the yield group.
    public static let lastYield: Self = 52
    /// An option computation of the option model group.
    public static let customOption: Self = 53
    /// A number of the trade rate group, asked for with generic tick 293.
    public static let tradeCount: Self = 54
    /// A number of the trade rate group, asked for with generic tick 294.
    public static let tradeRate: Self = 55
    /// A number of the trade rate group, asked for with generic tick 295.
    public static let volumeRate: Self = 56
    /// A price of the session group, asked for with generic tick 318.
    public static let lastRthTrade: Self = 57
    /// A number of the volatility group, asked for with generic tick 411.
    public static let realtimeHistoricalVolatility: Self = 58
    /// A text of the fundamentals group, asked for with generic tick 456.
    public static let dividends: Self = 59
    /// A number of the bond group, asked for with generic tick 460.
    public static let bondFactor: Self = 60
    /// A size of the auction group, asked for with generic tick 225.
    public static let regulatoryImbalance: Self = 61
    /// A text of the news group, asked for with generic tick 292.
    public static let news: Self = 62
    /// A size of the trade rate group, asked for with generic tick 595.
    public static let shortTermVolume3Min: Self = 63
    /// A size of the trade rate group, asked for with generic tick 595.
    public static let shortTermVolume5Min: Self = 64
    /// A size of the trade rate group, asked for with generic tick 595.
    public static let shortTermVolume10Min: Self = 65
    /// A price of the delayed group.
    public static let delayedBid: Self = 66
    /// A price of the delayed group.
    public static let delayedAsk: Self = 67
    /// A price of the delayed group.
    public static let delayedLast: Self = 68
    /// A size of the delayed group.
    public static let delayedBidSize: Self = 69
    /// A size of the delayed group.
    public static let delayedAskSize: Self = 70
    /// A size of the delayed group.
    public static let delayedLastSize: Self = 71
    /// A price of the delayed group.
    public static let delayedHigh: Self = 72
    /// A price of the delayed group.
    public static let delayedLow: Self = 73
    /// A size of the delayed group.
    public static let delayedVolume: Self = 74
    /// A price of the delayed group.
    public static let delayedClose: Self = 75
    /// A price of the delayed group.
    public static let delayedOpen: Self = 76
    /// A text of the trade tape group, asked for with generic tick 375.
    public static let rtTradeVolume: Self = 77
    /// A price of the mark group.
    public static let creditmanMark: Self = 78
    /// A price of the mark group, asked for with generic tick 619.
    public static let creditmanSlowMark: Self = 79
    /// An option computation of the delayed group.
    public static let delayedBidOption: Self = 80
    /// An option computation of the delayed group.
    public static let delayedAskOption: Self = 81
    /// An option computation of the delayed group.
    public static let delayedLastOption: Self = 82
    /// An option computation of the delayed group.
    public static let delayedModelOption: Self = 83
    /// A text of the quote exchange group.
    public static let lastExchange: Self = 84
    /// A text of the time group.
    public static let lastRegulatoryTime: Self = 85
    /// A size of the statistics group, asked for with generic tick 588.
    public static let futuresOpenInterest: Self = 86
    /// A size of the option activity group, asked for with generic tick 105.
    public static let averageOptionVolume: Self = 87
    /// A text of the delayed group.
    public static let delayedLastTimestamp: Self = 88
    /// A size of the short sale group, asked for with generic tick 236.
    public static let shortableShares: Self = 89
    /// A number of the delayed group.
    public static let delayedHalted: Self = 90
    /// A text of the funds group.
    public static let reuters2MutualFunds: Self = 91
    /// A price of the ETF value group, asked for with generic tick 578.
    public static let etfNavClose: Self = 92
    /// A price of the ETF value group, asked for with generic tick 578.
    public static let etfNavPriorClose: Self = 93
    /// A price of the ETF value group, asked for with generic tick 576.
    public static let etfNavBid: Self = 94
    /// A price of the ETF value group, asked for with generic tick 576.
    public static let etfNavAsk: Self = 95
    /// A price of the ETF value group, asked for with generic tick 577.
    public static let etfNavLast: Self = 96
    /// A price of the ETF value group, asked for with generic tick 623.
    public static let etfNavFrozenLast: Self = 97
    /// A price of the ETF value group, asked for with generic tick 614.
    public static let etfNavHigh: Self = 98
    /// A price of the ETF value group, asked for with generic tick 614.
    public static let etfNavLow: Self = 99
    /// A text of the news group, asked for with generic tick 787.
    public static let socialMarketAnalytics: Self = 100
    /// A number of the IPO group, asked for with generic tick 586.
    public static let estimatedIpoMidpoint: Self = 101
    /// A number of the IPO group, asked for with generic tick 586.
    public static let finalIpoPrice: Self = 102
    /// A price of the delayed group.
    public static let delayedBidYield: Self = 103
    /// A price of the delayed group.
    public static let delayedAskYield: Self = 104
    /// A price of the odd lot group.
    public static let oddLotBid: Self = 105
    /// A price of the odd lot group.
    public static let oddLotAsk: Self = 106
    /// A size of the odd lot group.
    public static let oddLotBidSize: Self = 107
    /// A size of the odd lot group.
    public static let oddLotAskSize: Self = 108
    /// A text of the odd lot group.
    public static let oddLotBidExchange: Self = 109
    /// A text of the odd lot group.
    public static let oddLotAskExchange: Self = 110
    /// A none of the none group.
    public static let notSet: Self = 111
}
