// TradewindsSession
//
// What a connection may do next, for either end, as plain values: events go in, actions come out. Nothing here reads a
// clock, opens a socket or holds a continuation; a shell feeds these values and obeys them.
//
// - ``FrameBuffer`` joins the pieces in which frames arrive.
// - ``ClientHandshake`` and ``GatewayHandshake`` agree on the server version.
// - ``RequestTable`` allots request ids and says to whom a message belongs.
// - ``OrderIDs`` allots order ids from the gateway's counter.
// - ``Pacer`` keeps the message rate below the gateway's limit; cancels go first, groups stay together.
// - ``Liveness`` notices a silent connection.
//
// Limits: one table serves one connection; nothing is carried over to the next one.
