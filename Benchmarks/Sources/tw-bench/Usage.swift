#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

#if canImport(Glibc)
    private let processItself: Int32 = numericCast(RUSAGE_SELF.rawValue)
#else
    private let processItself = RUSAGE_SELF
#endif

/// Processor time since it was made, and the process's memory.
struct Usage {
    private let start = Self.now

    var cpuSeconds: Double { Self.now - start }

    private static var now: Double {
        var usage = rusage()
        getrusage(processItself, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The most memory the process has had, in kilobytes.
    static var peakMemory: Int {
        #if canImport(Glibc)
            // Not the figure of getrusage: that one survives exec.
            guard let file = fopen("/proc/self/status", "r") else { return 0 }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 256)
            while fgets(&line, Int32(line.count), file) != nil {
                let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
                let text = String(decoding: bytes, as: UTF8.self)
                if text.hasPrefix("VmHWM:") { return Int(text.filter(\.isNumber)) ?? 0 }
            }
            return 0
        #else
            var usage = rusage()
            getrusage(processItself, &usage)
            return usage.ru_maxrss / 1024
        #endif
    }
}
