// TradewindsTesting
//
// What tests of trading programs need: a scripted gateway that answers each request as the test says, over loopback.
//
// Limits: the script is a function from one request to its messages; what happens by itself is sent with
// ``ScriptedPeer/send(_:)``.
