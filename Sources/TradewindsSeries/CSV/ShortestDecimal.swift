/// The shortest decimal that reads back as a double, and of those the nearest, for values of about 10^-10 to 10^15.
///
/// A double `m × 2^e` times `10^k` is `m × 5^k × 2^(e+k)`: with 53 bits and at most 63 its digits and its distance to
/// its neighbours are exact in 128 bits. From 17 digits on, which always read back, one digit after the other is left
/// out as long as what remains lies nearer to the double than half of that distance.
struct ShortestDecimal {
    let digits: UInt64
    let decimals: Int

    /// `nil` where the value is outside that range, or a power of two, whose neighbours differ in distance.
    init?(_ value: Double) {
        let exponent = value.exponent
        guard exponent >= -33, exponent < 50, value.significandBitPattern != 0, value.isNormal else { return nil }
        // At most the power of ten of the value: 17 digits or 18.
        let power = Int((Double(exponent) * 0.301_029_995_663).rounded(.down))
        let decimals = 16 - power
        let shift = 53 - Int(exponent) - decimals
        guard decimals >= 0, decimals < Self.fives.count, shift > 0 else { return nil }
        let five = Self.fives[decimals]
        let significand = value.significandBitPattern | 1 << 52
        let product = five.multipliedFullWidth(by: significand << 1)
        let exact = UInt128(product.high) << 64 | UInt128(product.low)
        let isEven = significand & 1 == 0

        func reads(_ candidate: UInt128) -> Bool {
            let distance = candidate > exact ? candidate - exact : exact - candidate
            return distance < UInt128(five) || (isEven && distance == UInt128(five))
        }
        let whole = UInt64(truncatingIfNeeded: exact >> UInt128(shift))
        var best: UInt64?
        var (dropped, unit) = (0, UInt64(1))
        while dropped <= decimals, dropped < 17 {
            let low = whole / unit
            let below = UInt128(low * unit) << UInt128(shift)
            let above = UInt128((low + 1) * unit) << UInt128(shift)
            let (down, up) = (exact - below, above - exact)
            let isLow = down < up || (down == up && low & 1 == 0)
            guard reads(isLow ? below : above) else { break }
            best = isLow ? low : low + 1
            dropped += 1
            unit *= 10
        }
        guard let best else { return nil }
        (digits, self.decimals) = (best, decimals - dropped + 1)
    }

    private static let fives: [UInt64] = [
        1, 5, 25, 125, 625, 3125, 15625, 78125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625, 1_220_703_125,
        6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625, 19_073_486_328_125,
        95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625,
        298_023_223_876_953_125, 1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
    ]
}
