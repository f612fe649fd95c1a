// TradewindsInspector: seeing the wire.
//
// Bytes or JSON lines in, one JSON object a message out: direction, name, id, form, server version, and the fields
// under the protocol's own names. Three ways in: captures (`InspectionReader`), a live connection between any client
// and any gateway (`Proxy`, which changes no byte), and the playing back of a capture to a client (`Replay`).
//
// A conversation is understood from its greeting on: the gateway's version answer tells how to read everything after
// it. A capture without a greeting needs the version told.
//
// Limits: verify messages are shown as they are; a conversation joined in the middle cannot be read.
