// TradewindsStatistics
