// TradewindsExchange
