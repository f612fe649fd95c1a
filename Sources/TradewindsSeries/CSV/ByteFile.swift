#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file's bytes, in order: the only place here that reads or writes a file.
struct ByteFile: ~Copyable {
    private let descriptor: Int32
    private let name: String

    init(reading name: String) throws(CSVFileError) {
        self.name = name
        descriptor = open(name, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Self.failure(name, "cannot be read", "name a file that is there and readable") }
    }

    init(writing name: String) throws(CSVFileError) {
        self.name = name
        descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw Self.failure(name, "cannot be written", "name a file in a folder that is writable") }
    }

    deinit { close(descriptor) }

    /// Fills as much of `buffer` as there is; 0 at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVFileError) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            if errno != EINTR { throw Self.failure(name, "cannot be read", "check the file and the disk") }
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(CSVFileError) {
        var rest = bytes
        while !rest.isEmpty {
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
                let count = Musl.write(descriptor, rest.baseAddress, rest.count)
            #else
                let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
            #endif
            if count < 0, errno != EINTR { throw Self.failure(name, "cannot be written", "check the disk's space") }
            if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        }
    }

    private static func failure(_ name: String, _ what: String, _ remedy: String) -> CSVFileError {
        CSVFileError(file: name, reason: "\(what): \(String(cString: strerror(errno)))", remedy: remedy)
    }
}
