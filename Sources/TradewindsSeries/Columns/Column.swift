/// A run of values in memory, counted from 0. A slice shares the storage of the whole.
@frozen
public struct Column<Element: Sendable>: RandomAccessCollection, Sendable {
    @usableFromInline let storage: [Element]
    @usableFromInline let offset: Int
    /// The number of values.
    public let count: Int

    /// The values of an array, without copying them.
    @inlinable
    public init(_ values: [Element] = []) {
        (storage, offset, count) = (values, 0, values.count)
    }

    @inlinable
    init(storage: [Element], offset: Int, count: Int) {
        (self.storage, self.offset, self.count) = (storage, offset, count)
    }

    /// Always 0, for slices too.
    @inlinable public var startIndex: Int { 0 }

    /// The number of values.
    @inlinable public var endIndex: Int { count }

    /// The value at a row.
    ///
    /// - Precondition: `0 <= row < count`.
    @inlinable
    public subscript(row: Int) -> Element {
        precondition(row >= 0 && row < count, "row out of range")
        return storage[offset &+ row]
    }

    /// The rows of a range as a column of its own that counts from 0, sharing storage. The range is cut to the column.
    @inlinable
    public func rows(_ range: Range<Int>) -> Column {
        let kept = range.clamped(to: 0..<count)
        return Column(storage: storage, offset: offset + kept.lowerBound, count: kept.count)
    }

    /// The values as an array: without copying where this is the whole of its storage.
    @inlinable public var array: [Element] {
        count == storage.count ? storage : Array(storage[offset..<offset + count])
    }

    /// The values in memory, for the time of the call.
    @inlinable
    public func withUnsafeBufferPointer<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try storage.withUnsafeBufferPointer { whole throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: whole[offset..<offset + count]))
        }
    }

    /// As `withUnsafeBufferPointer`; never `nil`.
    @inlinable
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try storage.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[offset..<offset + count])) }
    }
}

extension Column: Equatable where Element: Equatable {
    /// The same values in the same order; the storage does not matter.
    public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}

extension Column: ExpressibleByArrayLiteral {
    /// The values listed.
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

/// A column of numbers with its name.
public struct NamedColumn: Sendable, Equatable {
    /// The name, as in the file's header.
    public var name: String
    /// A value for each row; an empty cell of a file is not a number (`isNaN`).
    public var values: Column<Double>

    /// A column and its name.
    public init(_ name: String, _ values: Column<Double>) { (self.name, self.values) = (name, values) }
}
