import Foundation
import Testing
import TradewindsInspector
import TradewindsVocabulary
import TradewindsWire

/// Account ids are masked wherever they stand, and frames stay decodable.
@Suite
struct RedactionTests {
    private static func frame<M: Message>(_ message: M, _ version: ServerVersion) throws -> Inspection {
        var writer = MessageWriter(version: version)
        try writer.write(message)
        return .frame(Array(writer.bytes.dropFirst(Frame.headerLength)), M.kind.direction, version: version)
    }

    private static func error(_ text: String) -> ErrorMessage {
        var message = ErrorMessage()
        message.text = text
        return message
    }

    /// Whether nothing of `told` names any of `ids`, in print or in bytes, and the frame is as long as before.
    private static func expectMasked(_ masked: Inspection, from told: Inspection, _ ids: [String]) {
        #expect(masked.body.count == told.body.count)
        #expect((masked.error == nil) == (told.error == nil))
        let bytes = String(decoding: masked.body, as: UTF8.self).lowercased()
        let hex = Hex.text(masked.body)
        for id in ids {
            #expect(!masked.json.lowercased().contains(id.lowercased()), "\(id) in \(masked.json)")
            #expect(!bytes.contains(id.lowercased()) && !hex.contains(Hex.text(id.utf8)), "\(id) in the bytes")
            #expect(!masked.json.contains(Hex.text(id.utf8)), "\(id) in printed hex")
        }
        #expect(throws: Never.self) { try StrictJSON(masked.json) }
    }

    private static let shapes = [
        "DU1234567", "U7654321", "DF2345678", "F1122334", "I3344556", "DU1234567A", "DUH123456", "UB1234567",
        "u1234567",
        "du1234567", "DI998877",
    ]

    /// In a protobuf frame a length or the next field's tag may be a letter or a digit.
    @Test(arguments: shapes, [ServerVersion(176), 206, 226])
    func shapesInAccountFields(_ id: String, _ version: ServerVersion) throws {
        var order = PlaceOrderRequest()
        order.order.account = AccountID(id)
        order.order.allocation.clearingIntent = "IB"
        order.order.reference = "note \(id)"
        var open = OpenOrder()
        open.order = order.order
        var redaction = Redaction()
        for told in [try Self.frame(order, version), try Self.frame(open, version)] {
            Self.expectMasked(redaction.masked(told), from: told, [id])
        }
    }

    /// No account field tells these ids; what stands around them changes with the length of the text.
    @Test(arguments: shapes, [ServerVersion(176), 203, 226])
    func shapesInTexts(_ id: String, _ version: ServerVersion) throws {
        let texts =
            ["\(id) is not allowed", "for \(id): not", "(\(id)).", "line\n\(id)\tx", "{\"acct\":\"\(id)\"}", "a_\(id)"]
            + (0..<100).map { id + " " + String(repeating: ".", count: $0) }
        for text in texts {
            var redaction = Redaction()
            let told = try Self.frame(Self.error(text), version)
            Self.expectMasked(redaction.masked(told), from: told, [id])
        }
    }

    @Test(arguments: [ServerVersion(176), 226])
    func learnsWhateverTheGatewayCallsAnAccount(_ version: ServerVersion) throws {
        let ids = ["XYZ99887", "DU1234567", "ALPHA", "99887766", "U12-34"]
        var redaction = Redaction()
        var accounts = ManagedAccounts()
        accounts.accounts = ids.joined(separator: ",")
        let told = try Self.frame(accounts, version)
        Self.expectMasked(redaction.masked(told), from: told, ids)
        for id in ids {
            let told = try Self.frame(Self.error("account \(id), not \(id)."), version)
            Self.expectMasked(redaction.masked(told), from: told, [id])
            var order = PlaceOrderRequest()
            order.order.account = AccountID(id)
            order.order.allocation.clearingIntent = "IB"
            let placed = try Self.frame(order, version)
            Self.expectMasked(redaction.masked(placed), from: placed, [id])
        }
        // Once learned, an id of letters and digits is found amid letters as well.
        let glued = try Self.frame(Self.error("xXYZ99887x 1du1234567e"), version)
        Self.expectMasked(redaction.masked(glued), from: glued, ["XYZ99887", "DU1234567"])
    }

    @Test func learnsFromTheAccountFieldsOfRequests() throws {
        var redaction = Redaction()
        var request = AccountDataRequest()
        request.account = "QQ777888X"
        _ = redaction.masked(try Self.frame(request, 226))
        let told = try Self.frame(Self.error("no QQ777888X"), 226)
        Self.expectMasked(redaction.masked(told), from: told, ["QQ777888X"])
    }

    /// A slot that no declaration reads holds an account in recorded open orders.
    @Test func fieldsThatNobodyReads() throws {
        var redaction = Redaction()
        let lines = [
            #"{"direction":"in","server_version":176,"fields":["9","1","5","7508265.0/DU1234567/100"]}"#,
            #"{"direction":"in","server_version":226,"hex":"000000cc08059a0609445531323334353637"}"#,
            #"{"direction":"in","server_version":226,"hex":"000000cc08059a060b0a09445531323334353637"}"#,
        ]
        for line in lines {
            let told = try CaptureLine(line).inspect()
            Self.expectMasked(redaction.masked(told), from: told, ["DU1234567"])
        }
    }

    /// Nothing tells where a value begins in a frame that cannot be read: every run counts.
    @Test(arguments: [
        "3939390044553132333435363700", "000000cc0b09445531323334353637", "000003840a09445531323334353637",
        "390031007844553132333435363700",
    ])
    func framesThatCannotBeRead(_ hex: String) throws {
        let version = hex.hasPrefix("00") ? 226 : 176
        var redaction = Redaction()
        let told = try CaptureLine(#"{"direction":"in","server_version":\#(version),"hex":"\#(hex)"}"#).inspect()
        #expect(told.error != nil)
        Self.expectMasked(redaction.masked(told), from: told, ["DU1234567"])
    }

    @Test func nothingElseIsMasked() throws {
        var redaction = Redaction()
        let text = "AUDUSD at 187.25, DU12, US0378331005, EUR 1234567, 20260105 10:00:00, xDU12, order 1000001"
        for version: ServerVersion in [176, 226] {
            let told = try Self.frame(Self.error(text), version)
            #expect(redaction.masked(told) == told)
        }
        // The id of a message is no letter in front of a number.
        let details = try CaptureLine(#"{"direction":"out","server_version":201,"fields":["85","1234567"]}"#).inspect()
        #expect(redaction.masked(details).body == details.body)
    }

    @Test(.enabled(if: Recorded.lines != nil, "the folder shared/recorded is not beside the repository"))
    func recordedFramesStayDecodable() throws {
        var redaction = Redaction()
        var changed = 0
        for line in try #require(Recorded.lines) {
            guard let told = try? CaptureLine(line).inspect() else { continue }
            let masked = redaction.masked(told)
            #expect(masked.body.count == told.body.count && (masked.error == nil) == (told.error == nil))
            #expect(masked.name == told.name)
            let bytes = String(decoding: masked.body, as: UTF8.self)
            #expect(!bytes.contains("DU1000001") && !masked.json.contains("DU1000001"))
            if masked.body != told.body { changed += 1 }
        }
        #expect(changed > 100)
    }
}
