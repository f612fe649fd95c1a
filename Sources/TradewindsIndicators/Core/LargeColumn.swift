#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Asks for large pages where a column of values is large: the system then prepares 2 MB at once instead of 4 KB, which
/// otherwise costs as much time as the values themselves. A hint: nothing depends on it. Elsewhere than on Linux it does
/// nothing.
func preferLargePages<Element>(_ buffer: UnsafeMutableBufferPointer<Element>) {
    #if os(Linux)
        let bytes = UnsafeMutableRawBufferPointer(buffer)
        guard let base = bytes.baseAddress, bytes.count >= 1 << 22 else { return }
        let page = 4096
        let start = base.alignedUp(toMultipleOf: page)
        let length = (base + bytes.count) - start
        _ = madvise(start, length / page * page, Int32(MADV_HUGEPAGE))
    #endif
}
