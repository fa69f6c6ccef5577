namespace Kundli.Features.Pricing;

/// <summary>A rate of GST in thousandths of a percent, so that 0.125% (half of the rate on gemstones) is still an integer.</summary>
/// <param name="MilliPercent">18% is 18,000; 0 is exempt or nil-rated.</param>
public readonly record struct TaxRate(int MilliPercent)
{
    private const long Whole = 100_000;

    /// <summary>No tax: nil-rated or exempt goods.</summary>
    public static TaxRate Exempt => new(0);

    /// <summary>The rate as a person writes it: 2.5 for 2.5%.</summary>
    public decimal AsPercent() => MilliPercent / 1000m;

    /// <summary>The rate of one half of an intra-state tax (CGST or SGST).</summary>
    public decimal AsHalfPercent() => MilliPercent / 2000m;

    /// <summary>The tax that a price contains, rounded half up to the paisa.</summary>
    /// <param name="inclusive">Paise with tax, not negative.</param>
    public long Within(long inclusive) => Divide(checked(inclusive * MilliPercent), Whole + MilliPercent);

    /// <summary>One of the two equal halves (CGST, SGST) of the tax that a price contains, rounded half up to the paisa.</summary>
    /// <param name="inclusive">Paise with tax, not negative.</param>
    public long HalfWithin(long inclusive) => Divide(checked(inclusive * MilliPercent), 2 * (Whole + MilliPercent));

    private static long Divide(long numerator, long denominator) => ((2 * numerator) + denominator) / (2 * denominator);
}
