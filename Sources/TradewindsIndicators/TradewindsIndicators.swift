// TradewindsIndicators
