// TradewindsInspector: seeing the wire.
//
// Bytes or JSON lines in, one JSON object a message out: direction, name, id, form, server version, and the fields
// under the protocol's own names. Three ways in: captures (`CaptureReader`), a live connection between any client and
// any gateway (`Proxy`, which changes no byte), and the playing back of a capture to a client (`Replay`).
//
// A conversation is understood from its greeting on: the gateway's version answer tells how to read everything after
// it. A raw capture without that answer needs the version told: the client's greeting offers a range only, and what the
// frames look like does not tell which of its versions they speak. A line of a capture that tells no version is read at
// the lowest, with a note. What cannot be read is an object with an error and its place, and reading goes on.
//
// `Redaction` masks account ids; its comment says which, and what stays.
//
// Limits: verify messages are shown as they are; versions below the lowest are refused; a direction whose length lies
// cannot be followed any further.
