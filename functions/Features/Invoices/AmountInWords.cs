namespace Kundli.Features.Invoices;

/// <summary>Rupees as Indian English writes them, with lakh and crore.</summary>
public static class AmountInWords
{
    private static readonly string[] Small =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen",
        "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] Tens = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly (long Value, string Name)[] Groups = [(10_000_000, "Crore"), (100_000, "Lakh"), (1_000, "Thousand"), (100, "Hundred")];

    /// <summary>For example <c>Rupees One Lakh Two Thousand Three and Paise Five Only</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static string Of(Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Amount);
        var (rupees, paise) = Math.DivRem(amount.Amount, 100);
        return paise == 0 ? $"Rupees {Words(rupees)} Only" : $"Rupees {Words(rupees)} and Paise {Words(paise)} Only";
    }

    private static string Words(long number)
    {
        if (number < 20)
            return Small[number];
        if (number < 100)
            return number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]} {Small[number % 10]}";
        var (value, name) = Groups.First(group => number >= group.Value);
        var rest = number % value;
        return rest == 0 ? $"{Words(number / value)} {name}" : $"{Words(number / value)} {name} {Words(rest)}";
    }
}
