// TradewindsTesting
//
// What tests of trading programs need:
// - ``ScriptedPeer``: a gateway over loopback that answers each request as the test says;
// - ``SteppedGateway``: the simulated gateway itself, its market moving one update at a time when the test says so, over
//   loopback or in memory without sockets, where the client's clock is the test's as well.
//
// Limits: a script is a function from one request to its messages; what happens by itself is sent with
// ``ScriptedPeer/send(_:)``. In memory there is one client at a time.
