// TradewindsGateway: the protocol on one side, the exchange on the other.
//
// `GatewayCore` is a value without sockets and clocks: connections open and close, requests come in, time moves on, and
// frames for each connection come out. It translates (ids, codes, texts, subscriptions) and decides nothing about
// matching, margin or prices. `GatewayServer` puts sockets and a clock around it, all on one event loop, so that every
// client sees one order of events.
//
// Limits: one market for all clients; no market depth beyond the best quote; requests outside trading, market data,
// history and accounts are answered with an error that says so. Conditions, algorithms and other attributes that the
// exchange does not simulate are refused, never ignored.
