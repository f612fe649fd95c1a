import TradewindsVocabulary
import TradewindsWire

/// Masks account ids, keeping their length, so that a capture can be shown to others and still be decoded.
///
/// What is masked:
/// - every account id learned so far, wherever it stands, in capitals or not: those of managedAccounts and those of
///   every account field of every message, of whatever shape (at least four characters);
/// - what looks like an account id, before it is learned and where none says so: `D`, `U`, `F` or `I`, up to one more
///   letter (two after `DU`, `DF`, `DI`), five to nine digits, up to one letter behind (`DU1234567`, `U1234567`,
///   `DUH123456`, `DU1234567A`, in capitals or not). In a frame that can be read it must stand by itself in its value;
///   in a frame or a part of one that cannot, every run of bytes of that shape is masked.
///
/// Digits become `0`; of the letters those in front stay where digits follow, the others become `X`. The frame is
/// masked and read again, so what is printed says the same as what is recorded.
///
/// Limits: names of users and models, order references, texts and amounts stay. An id of another shape that is in no
/// account field and not yet learned stays. So does an id that is spelled with escapes (`\u0044U…`), and one of the
/// digits or the letters alone that stands amid others of its kind. A number or a text that looks like an account id is
/// masked although it is none.
public struct Redaction: Sendable {
    private var learned = LearnedAccounts()

    /// Knows no account yet.
    public init() {}

    /// The frame and what is told of it with every account id masked; learns the frame's own ids first.
    public mutating func masked(_ told: Inspection) -> Inspection {
        guard !told.body.isEmpty else { return told }
        var names = AccountNames()
        if !told.isGreeting, told.error == nil, let version = told.version {
            names.read(told.body, told.direction, version: version)
            for account in names.found { learned.learn(account) }
        }
        var body = told.body
        if told.isGreeting || told.error != nil {
            AccountShape.maskRuns(in: &body)
        } else {
            let start = (told.version ?? .floor) >= .protobufStart ? 4 : 0
            FrameValues.mask(in: &body, from: start, isProtobuf: names.form == .protobuf, unread: names.unread)
        }
        learned.mask(in: &body)
        guard body != told.body else { return told }
        return told.rewritten(body)
    }
}

extension Inspection {
    /// The same frame with other bytes: told again, at the same place.
    func rewritten(_ body: [UInt8]) -> Inspection {
        var again: Inspection
        if isGreeting {
            again =
                direction == .toGateway
                ? Greeting.offered(body)
                : .greeting(name, Greeting.fields(body), direction, body: body)
        } else if let version, error == nil {
            again = .frame(body, direction, version: version)
        } else {
            again = .failed(error ?? "", direction, body: body, name: name, version: version)
        }
        (again.note, again.frame, again.offset) = (note, frame, offset)
        return again
    }
}
