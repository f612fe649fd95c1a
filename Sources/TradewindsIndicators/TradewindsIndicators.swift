// TradewindsIndicators: indicators as plain values.
//
// An `Indicator` takes one input at a time (`update`) and gives a value, or `nil` while it warms up: nothing is invented.
// `batch` runs over a whole column and gives the same bits. Inputs are numbers, bars (`PriceBar`) or pairs of numbers
// (`NumberPair`); `then` feeds one indicator with another. `IndicatorCatalogue` knows all of them by name, with their
// parameters, for command lines and sweeps.
//
// Conventions are TA-Lib's where it has the indicator: averages with exponential weights start from the mean of their first
// inputs, deviations divide by the count. Where a definition divides by a range of zero the value is the one named in the
// indicator's comment, never "not a number".
//
// Rolling sums are made anew once a round of their window, so that rounding does not grow with the length of a stream and
// an input that is no number leaves nothing behind once it has left the window. Averages with exponential weights, in
// contrast, remember it until `reset`.
//
// Pure: no input or output, no clock. Limits: one precision (`Double`); no indicator of several time frames; windows
// hold their inputs, so memory is a few numbers times the period.
