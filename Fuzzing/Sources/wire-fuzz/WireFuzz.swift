import TradewindsSession
import TradewindsWire

/// What libFuzzer calls with each input. The first byte chooses direction and version, the rest is the body of a frame; the
/// splitter of frames and both greetings take the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafeRawPointer, _ count: Int) -> Int32 {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    guard let choice = bytes.first else { return 0 }
    let body = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    let version = versions[Int(choice >> 1) % versions.count]
    if choice & 1 == 0 {
        if let event = try? Event(frame: body, version: version) {
            var table = RequestTable()
            _ = table.open(.untilEnd)
            _ = table.route(event)
            _ = table.advance()
        }
    } else {
        _ = try? Request(frame: body, version: version)
    }
    var buffer = FrameBuffer()
    buffer.append(body)
    do throws(WireError) { while try buffer.next() != nil {} } catch { _ = error }
    var client = ClientHandshake()
    _ = try? client.receive(body)
    var gateway = GatewayHandshake()
    _ = try? gateway.receive(body)
    return 0
}

private let versions: [ServerVersion] = [157, 163, 176, 178, 187, 195, 200, 203, 206, 213, 220, 226]
