import TradewindsWire

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Remembers the input under test outside Swift's memory, so that it can be written out when the process is about to die
/// of it: by a trap, or by the alarm that goes off when one input takes too long.
///
/// The file holds one line an input: `in` or `out`, the version, the body in hexadecimal digits. Put such lines into
/// `Tests/TradewindsWireTests/Corpus` and the tests read them from then on.
enum FailureKeeper {
    /// An input that takes longer counts as a hang.
    static let patience: UInt32 = 5
    static let path = "fuzz-failure.txt"
    private static let capacity = 1 << 20

    // Unsafe: written by the one thread that fuzzes, read by a signal handler of the same thread.
    nonisolated(unsafe) private static let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    nonisolated(unsafe) private static var count = 0
    nonisolated(unsafe) private static var version: Int32 = 0
    nonisolated(unsafe) private static var isInbound = true

    /// Catches what a broken reader would die of.
    static func watch() {
        for number in [SIGILL, SIGSEGV, SIGBUS, SIGABRT, SIGTRAP, SIGFPE, SIGALRM] {
            signal(number) { number in
                FailureKeeper.write()
                signal(number, SIG_DFL)
                if number == SIGALRM { _exit(3) }
                raise(number)
            }
        }
    }

    static func remember(_ body: [UInt8], _ direction: Direction, _ version: ServerVersion) {
        count = min(body.count, capacity)
        body.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { bytes.update(from: base, count: count) }
        }
        isInbound = direction == .toClient
        self.version = version.rawValue
    }

    /// Writes the input remembered; calls nothing that a signal handler may not.
    static func write() {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        guard file >= 0 else { return }
        func put(_ byte: UInt8) { withUnsafePointer(to: byte) { _ = Self.system(file, $0) } }
        for byte in isInbound ? StaticString("in ") : StaticString("out ") { put(byte) }
        for divisor: Int32 in [100, 10, 1] { put(UInt8(0x30 + version / divisor % 10)) }
        put(0x20)
        for index in 0..<count {
            for digit in [bytes[index] >> 4, bytes[index] & 15] { put(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
        put(0x0A)
        close(file)
    }

    private static func system(_ file: Int32, _ byte: UnsafePointer<UInt8>) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, byte, 1)
        #elseif canImport(Musl)
            Musl.write(file, byte, 1)
        #else
            Darwin.write(file, byte, 1)
        #endif
    }
}

extension StaticString: @retroactive Sequence {
    /// The bytes of the text.
    public func makeIterator() -> UnsafeBufferPointer<UInt8>.Iterator {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount).makeIterator()
    }
}
