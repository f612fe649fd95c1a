// TradewindsWire
