import Foundation
import Testing
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// Whole captures: what is read, what is refused, and where the place of a refusal is.
@Suite
struct CaptureReaderTests {
    private static func read(
        _ bytes: [UInt8], version: ServerVersion? = nil, direction: Direction? = nil
    ) throws -> (lines: [StrictJSON], failures: Int) {
        var reader = CaptureReader(version: version, direction: direction)
        var lines: [String] = []
        let failures = reader.read(bytes) { lines.append($0) }
        return (try lines.map { try StrictJSON($0) }, failures)
    }
    private static func read(_ text: String, version: ServerVersion? = nil) throws -> (
        lines: [StrictJSON], failures: Int
    ) {
        try read(Array(text.utf8), version: version)
    }
    private static func name(_ line: StrictJSON) -> StrictJSON? { line["name"] }
    private static func error(_ line: StrictJSON?) -> String {
        guard case .text(let text) = line?["error"] else { return "" }
        return text
    }

    private static let answer = CaptureBytes.text("176", "20261118 10:30:00 EST")
    private static let accounts = CaptureBytes.text("15", "1", "DU1")
    private static let nextID = CaptureBytes.text("9", "1", "5")

    @Test func anIncomingCaptureWithItsAnswer() throws {
        for version: ServerVersion? in [nil, 176, 226] {
            let (lines, failures) = try Self.read(Self.answer + Self.accounts + Self.nextID, version: version)
            #expect(failures == 0)
            #expect(
                lines.map(Self.name) == [.text("serverVersion"), .text("managedAccounts"), .text("nextValidId")])
        }
    }

    @Test func anIncomingCaptureWithoutItsAnswerNeedsTheVersion() throws {
        let (lines, failures) = try Self.read(Self.accounts + Self.nextID)
        #expect(failures == 1 && lines.count == 1)
        #expect(Self.error(lines[0]).contains("--version"))
        #expect(lines[0]["frame"] == .number("1") && lines[0]["offset"] == .number("0"))
        let told = try Self.read(Self.accounts + Self.nextID, version: 176)
        #expect(told.failures == 0 && told.lines.map(Self.name) == [.text("managedAccounts"), .text("nextValidId")])
    }

    /// The client offers a range; what was agreed on is in the other direction.
    @Test func anOutgoingCaptureNeedsTheVersion() throws {
        let start: [UInt8] = CaptureBytes.frame([0, 0, 1, 15, 8, 5])
        let bytes = CaptureBytes.greeting("v100..226") + start
        let (lines, failures) = try Self.read(bytes)
        #expect(failures == 1 && lines.count == 2)
        #expect(Self.name(lines[0]) == .text("handshake"))
        #expect(Self.error(lines[1]).contains("the client offers 100 to 226"))
        let told = try Self.read(bytes, version: 226)
        #expect(told.failures == 0 && told.lines.map(Self.name) == [.text("handshake"), .text("startApi")])
    }

    @Test func aGreetingTellsTheDirection() throws {
        let told = try Self.read(CaptureBytes.greeting("v100..226"), direction: .toClient)
        #expect(told.failures == 1 && Self.error(told.lines.first).contains("--direction out"))
    }

    @Test(arguments: [
        ([UInt8(0), 0], "at byte 53 2 bytes are left, too few for a frame's length"),
        ([0, 0, 0, 9, 49], "the frame at byte 53 says 9 bytes, 1 are left: the capture is cut off"),
    ])
    func aCaptureThatIsCutOff(rest: [UInt8], reason: String) throws {
        let (lines, failures) = try Self.read(Self.answer + Self.accounts + Self.nextID + rest)
        #expect(failures == 1 && lines.count == 4)
        #expect(Self.error(lines[3]) == reason)
        #expect(lines[3]["frame"] == .number("4") && lines[3]["offset"] == .number("53"))
    }

    @Test func aLyingLengthSaysWhere() throws {
        let (lines, failures) = try Self.read(Self.answer + Self.nextID + [0xFF, 0xFF, 0xFF, 0xFF, 1])
        #expect(failures == 1)
        #expect(Self.error(lines[2]) == "frame at byte 40: a frame of 4294967295 bytes; the largest is 16777215")
        #expect(lines[2]["offset"] == .number("40"))
    }

    /// Large captures are read piece by piece, each frame at its place.
    @Test func offsetsCountOverTheWholeCapture() throws {
        let many = Array(repeating: Self.nextID, count: 20_000).flatMap { $0 }
        let (lines, failures) = try Self.read(Self.answer + many + CaptureBytes.text("999"))
        #expect(failures == 1 && lines.count == 20_002)
        #expect(lines[20_001]["frame"] == .number("20002"))
        #expect(lines[20_001]["offset"] == .number("\(Self.answer.count + many.count)"))
    }

    @Test(arguments: ["\n", "  ", "\u{FEFF}", "\r\n\t"])
    func blanksBeforeTheFirstLine(_ blanks: String) throws {
        let (lines, failures) = try Self.read(
            blanks + #"{"direction":"in","server_version":176,"fields":["9","1","5"]}"# + "\n")
        #expect(failures == 0 && lines.map(Self.name) == [.text("nextValidId")])
    }

    /// Whatever a line holds, what is printed about it is JSON, with the line.
    @Test(arguments: [
        (#"{"direction":"i\n\u0001n","fields":[]}"#, "direction is"),
        (#"{"direction":"in"}"#, "neither fields nor hex"),
        (#"{"direction":"in","hex":"abc"}"#, "hex has 3 digits: an odd number"),
        (#"{"direction":"in","hex":"0g"}"#, "hex holds \"g\""), (#"{"fields":[]}"#, "no \"direction\""),
        (#"{"direction":"in","fields":[1]}"#, "\"fields\" is not a text"),
        (#"{"direction":"in","fields":"x"}"#, "\"fields\" is not a list"),
        (#"{"direction":"in","server_version":"x","fields":[]}"#, "\"server_version\" is not a whole number"),
        (
            #"{"direction":"in","server_version":99999999999,"fields":[]}"#,
            "server_version is 99999999999, which is no version"
        ),
        ("{", "no JSON object"), ("[1]", "not a JSON object"), ("\u{1}\"", "no JSON object"),
        (
            #"{"direction":"in","server_version":156,"fields":["9","1","5"]}"#,
            "server_version is 156; 157 is the lowest"
        ),
        (#"{"direction":"in","server_version":0,"fields":["9","1","5"]}"#, "server_version is 0; 157 is the lowest"),
        (#"{"direction":"in","server_version":-5,"fields":["9","1","5"]}"#, "server_version is -5; 157 is the lowest"),
        (#"{"direction":"in","server_version":176,"fields":["999"]}"#, "no message has the id 999"),
    ])
    func aLineThatCannotBeReadSaysWhere(line: String, reason: String) throws {
        let (lines, failures) = try Self.read("{\"direction\":\"in\",\"fields\":[\"9\",\"1\",\"5\"]}\n\n\(line)\n")
        #expect(failures == 1 && lines.count == 2)
        #expect(lines[1]["line"] == .number("3"))
        #expect(Self.error(lines[1]).contains(reason), "\(lines[1])")
        #expect(!Self.error(lines[1]).contains("DecodingError"))
    }

    @Test func anAssumedVersionIsNoted() throws {
        let line = #"{"direction":"in","fields":["9","1","5"]}"#
        let (lines, _) = try Self.read(line)
        #expect(lines[0]["note"] == .text("the line tells no server version: 157 is assumed"))
        #expect(lines[0]["line"] == .number("1"))
        #expect(try Self.read(line, version: 176).lines[0]["note"] == nil)
        // The capture's own answer tells the version of the lines after it.
        let (both, _) = try Self.read(
            #"{"direction":"in","name":"serverVersion","fields":["176","20261118 10:30:00 EST"]}"# + "\n" + line)
        #expect(both[1]["server_version"] == .number("176") && both[1]["note"] == nil)
    }

    @Test func aVersionBeyondTheNewestIsNoted() throws {
        let (lines, failures) = try Self.read(#"{"direction":"in","server_version":300,"hex":"000000d10805"}"#)
        #expect(failures == 0 && Self.name(lines[0]) == .text("nextValidId"))
        let note = StrictJSON.text("server version 300 is newer than 226, the newest known, and is read as that")
        #expect(lines[0]["note"] == note)
        let twice = CaptureBytes.frame([0, 0, 0, 209, 8, 5]) + CaptureBytes.frame([0, 0, 0, 209, 8, 6])
        #expect(try Self.read(twice, version: 300).lines.map { $0["note"] } == [note, nil])
    }

    /// A frame of an older server whose layout did not change is read.
    @Test func anOldFrameOfTheSameLayoutIsRead() throws {
        let (lines, failures) = try Self.read(
            #"{"direction":"in","server_version":120,"exact_at":[100,226],"fields":["9","1","5"]}"#)
        #expect(failures == 0 && Self.name(lines[0]) == .text("nextValidId"))
        #expect(lines[0]["server_version"] == .number("157") && lines[0]["note"] != nil)
        let old = try Self.read(
            #"{"direction":"in","server_version":120,"exact_at":[100,145],"fields":["9","1","5"]}"#)
        #expect(old.failures == 1)
    }

    @Test func aReplayNeedsLinesOfItsConnection() throws {
        func reason(_ text: String, _ connection: Int?) -> String {
            do throws(ReplayLines.Refusal) {
                _ = try ReplayLines.read(Array(text.utf8), connection: connection)
                return ""
            } catch { return error.description }
        }
        let lines = """
            {"connection":1,"direction":"in","server_version":176,"fields":["9","1","5"]}
            {"connection":3,"direction":"in","server_version":176,"fields":["9","1","5"]}
            """
        #expect(reason(lines, nil) == "" && reason(lines, 3) == "")
        #expect(reason(lines, 77) == "no connection 77 in the capture; it holds 1, 3")
        #expect(reason("API\0", nil).hasPrefix("line 1 is no JSON object"))
        #expect(reason(lines + "\n{\"direction\":\"in\"}", nil) == "line 3: neither fields nor hex")
    }
}
