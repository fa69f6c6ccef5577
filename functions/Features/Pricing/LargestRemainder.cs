namespace Kundli.Features.Pricing;

/// <summary>
/// Splits an amount over weighted keys so that the parts are whole and add up to the amount: every part gets its floor, the paise left over
/// go one each to the largest remainders, ties to the ordinally first key (Hamilton's method). The order of the input never matters.
/// </summary>
public static class LargestRemainder
{
    /// <summary>The parts, in the order of <paramref name="weights"/>. When every weight is zero the amount is split evenly.</summary>
    /// <param name="amount">Minor units, not negative.</param>
    /// <param name="weights">Distinct keys with weights that are not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative amount or weight, or an amount with nobody to carry it.</exception>
    public static long[] Split(long amount, IReadOnlyList<(string Key, long Weight)> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (weights.Any(entry => entry.Weight < 0) || (weights.Count == 0 && amount > 0))
            throw new ArgumentOutOfRangeException(nameof(weights), "Weights are not negative, and an amount needs somebody to carry it.");
        var even = weights.All(entry => entry.Weight == 0);
        Int128 Weight(int index) => even ? 1 : weights[index].Weight;
        Int128 sum = 0;
        for (var index = 0; index < weights.Count; index++)
            sum += Weight(index);

        var parts = new long[weights.Count];
        var left = amount;
        for (var index = 0; index < parts.Length; index++)
            left -= parts[index] = (long)(amount * Weight(index) / sum);

        var byRemainder = Enumerable.Range(0, parts.Length)
            .OrderByDescending(index => amount * Weight(index) % sum)
            .ThenBy(index => weights[index].Key, StringComparer.Ordinal);
        foreach (var index in byRemainder.Take((int)left))
            parts[index]++;
        return parts;
    }
}
