import TradewindsVocabulary

/// How a tape counts prices and sizes: whole numbers of a unit, each unit a whole number of millionths.
struct TapeGrid: Sendable, Hashable {
    /// The price unit in millionths of the currency; usually the instrument's tick.
    var price: Int64
    /// The size unit in millionths of a share, contract or currency unit.
    var size: Int64 = 1_000_000

    func price(_ units: Int64) -> Price { Price(ExactDecimal(Int128(units) * Int128(price), scale: 6)) }

    /// The price of a number of half units, as midpoints need them.
    func price(halves: Int64) -> Price { Price(ExactDecimal(Int128(halves) * Int128(price) * 5, scale: 7)) }

    func quantity(_ units: Int64) -> Quantity { Quantity(ExactDecimal(Int128(units) * Int128(size), scale: 6)) }

    /// The grid on which all of `prices` and `sizes` (millionths) lie, no coarser than `tick`.
    init(fitting prices: some Sequence<Int64>, sizes: some Sequence<Int64>, tick: Int64) {
        self.price = prices.reduce(max(tick, 1)) { $1 % $0 == 0 ? $0 : Self.divisor($0, $1) }
        self.size = sizes.reduce(1_000_000) { $1 % $0 == 0 ? $0 : Self.divisor($0, $1) }
    }

    init(price: Int64, size: Int64 = 1_000_000) {
        self.price = max(price, 1)
        self.size = max(size, 1)
    }

    private static func divisor(_ left: Int64, _ right: Int64) -> Int64 {
        var (a, b) = (left.magnitude, right.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return Int64(max(a, 1))
    }
}

extension ExactDecimal {
    /// The number in millionths, rounded half to even; saturates.
    var millionths: Int64 {
        let scaled = self * ExactDecimal(1_000_000)
        let whole = scaled.isWhole ? scaled : scaled.rounded(toMultipleOf: ExactDecimal(1))
        return Int64(clamping: whole.coefficient)
    }
}

/// What the path of an instrument needs to know of it.
struct TapeTraits: Sendable, Hashable {
    var grid: TapeGrid
    /// The instrument's tick in price units: more than one where a recording has prices between the ticks.
    var tick: Int64 = 1
    /// Distance between bid and ask, in price units, at least one.
    var spread: Int64
    /// Whether there are trades, or quotes alone as for currency pairs.
    var hasTrades: Bool
    /// The step in which displayed sizes come, and how many steps there are at most, in size units.
    var displayedLot: Int64
    var displayedLots: Int64
}
