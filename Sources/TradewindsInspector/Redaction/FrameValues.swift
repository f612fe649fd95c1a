/// Masks what looks like an account id in the values of a frame that can be read.
enum FrameValues {
    /// Masks in `body`, whose message begins at `start`; `unread` are the protobuf fields that no declaration knows, in
    /// which any run counts.
    static func mask(in body: inout [UInt8], from start: Int, isProtobuf: Bool, unread: [[UInt8]]) {
        if isProtobuf {
            let message = min(start, body.count)..<body.count
            if payloads(body, message) == nil { AccountShape.maskRuns(in: &body, message) }
            maskMessage(in: &body, message, depth: 0)
            for field in unread { maskUnread(field, in: &body) }
        } else {
            var start = start
            while start < body.count {
                let end = body[start...].firstIndex(of: 0) ?? body.count
                AccountShape.maskValues(in: &body, start..<end)
                start = end + 1
            }
        }
    }

    /// Masks in a protobuf message: in each of its texts, and in those of the messages within it. A field that may be
    /// either is taken for both.
    private static func maskMessage(in body: inout [UInt8], _ range: Range<Int>, depth: Int) {
        guard let fields = payloads(body, range), depth < 16 else { return }
        for field in fields {
            if body[field].allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) }) {
                AccountShape.maskValues(in: &body, field)
            }
            maskMessage(in: &body, field, depth: depth + 1)
        }
    }

    /// Where the length-delimited fields of the message at `range` stand; `nil` where it is no message.
    private static func payloads(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>]? {
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let tag = varint(bytes, &index, range.upperBound), tag >> 3 > 0 else { return nil }
            switch tag & 7 {
            case 0: guard varint(bytes, &index, range.upperBound) != nil else { return nil }
            case 1: index += 8
            case 5: index += 4
            case 2:
                guard let length = varint(bytes, &index, range.upperBound),
                    length <= UInt64(range.upperBound - index)
                else { return nil }
                found.append(index..<(index + Int(length)))
                index += Int(length)
            default: return nil
            }
            guard index <= range.upperBound else { return nil }
        }
        return found
    }

    private static func varint(_ bytes: [UInt8], _ index: inout Int, _ limit: Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < limit, shift < 64 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    private static func maskUnread(_ field: [UInt8], in body: inout [UInt8]) {
        guard !field.isEmpty, body.count >= field.count else { return }
        for start in 0...(body.count - field.count) where body[start..<(start + field.count)].elementsEqual(field) {
            AccountShape.maskRuns(in: &body, start..<(start + field.count))
        }
    }
}
