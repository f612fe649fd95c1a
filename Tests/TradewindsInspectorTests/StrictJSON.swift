/// A JSON value, read strictly: no key stands twice in an object, and nothing stands behind the value.
indirect enum StrictJSON: Equatable {
    case object([(key: String, value: StrictJSON)])
    case array([StrictJSON])
    case text(String)
    case number(String)
    case word(String)

    struct Refusal: Error, CustomStringConvertible {
        var description: String
    }

    init(_ text: String) throws {
        var parser = Parser(bytes: Array(text.utf8))
        self = try parser.value()
        guard parser.index == parser.bytes.count else { throw parser.refusal("something behind the value") }
    }

    subscript(key: String) -> StrictJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    subscript(index: Int) -> StrictJSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.key)
    }

    static func == (left: StrictJSON, right: StrictJSON) -> Bool {
        switch (left, right) {
        case (.object(let a), .object(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        case (.array(let a), .array(let b)): a == b
        case (.text(let a), .text(let b)), (.number(let a), .number(let b)), (.word(let a), .word(let b)): a == b
        default: false
        }
    }

    private struct Parser {
        let bytes: [UInt8]
        var index = 0

        func refusal(_ reason: String) -> Refusal {
            Refusal(description: "\(reason) at byte \(index) of \(String(decoding: bytes, as: UTF8.self))")
        }

        mutating func take(_ byte: Character) throws {
            guard index < bytes.count, bytes[index] == byte.asciiValue else { throw refusal("no \(byte)") }
            index += 1
        }

        mutating func value() throws -> StrictJSON {
            guard index < bytes.count else { throw refusal("no value") }
            switch bytes[index] {
            case UInt8(ascii: "{"): return try object()
            case UInt8(ascii: "["): return try array()
            case UInt8(ascii: "\""): return .text(try text())
            case UInt8(ascii: "-"), 0x30...0x39: return try number()
            default:
                let word = String(decoding: bytes[index...].prefix { (0x61...0x7A).contains($0) }, as: UTF8.self)
                guard ["true", "false", "null"].contains(word) else { throw refusal("no value") }
                index += word.utf8.count
                return .word(word)
            }
        }

        mutating func object() throws -> StrictJSON {
            try take("{")
            var members: [(key: String, value: StrictJSON)] = []
            while index < bytes.count, bytes[index] != UInt8(ascii: "}") {
                if !members.isEmpty { try take(",") }
                let key = try text()
                guard !members.contains(where: { $0.key == key }) else { throw refusal("the key \(key) a second time") }
                try take(":")
                members.append((key, try value()))
            }
            try take("}")
            return .object(members)
        }

        mutating func array() throws -> StrictJSON {
            try take("[")
            var elements: [StrictJSON] = []
            while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
                if !elements.isEmpty { try take(",") }
                elements.append(try value())
            }
            try take("]")
            return .array(elements)
        }

        mutating func number() throws -> StrictJSON {
            let digits = bytes[index...].prefix { "0123456789+-.eE".utf8.contains($0) }
            let text = String(decoding: digits, as: UTF8.self)
            let shape = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
            guard text.wholeMatch(of: shape) != nil else { throw refusal("no number") }
            index += digits.count
            return .number(text)
        }

        mutating func text() throws -> String {
            try take("\"")
            var text: [UInt8] = []
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                guard bytes[index] >= 0x20 else { throw refusal("a control character") }
                if bytes[index] == UInt8(ascii: "\\") {
                    text += try escape()
                } else {
                    text.append(bytes[index])
                    index += 1
                }
            }
            try take("\"")
            guard let valid = String(validating: text, as: UTF8.self) else { throw refusal("no UTF-8") }
            return valid
        }

        mutating func escape() throws -> [UInt8] {
            index += 1
            guard index < bytes.count else { throw refusal("half an escape") }
            let plain: [UInt8: UInt8] = [
                0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
            ]
            if let byte = plain[bytes[index]] {
                index += 1
                return [byte]
            }
            let digits = String(decoding: bytes[index...].dropFirst().prefix(4), as: UTF8.self)
            guard bytes[index] == UInt8(ascii: "u"), digits.count == 4, let scalar = UInt32(digits, radix: 16),
                let character = Unicode.Scalar(scalar)
            else { throw refusal("no escape") }
            index += 5
            return Array(String(character).utf8)
        }
    }
}
