using System.Globalization;

namespace Kundli.Features.Muhurtas;

/// <summary>Reads the Moons that a query names.</summary>
internal static class MoonsGiven
{
    private const int PeopleMax = 2;
    private const int LettersMax = 64;

    /// <summary>One or two longitudes, or null where the text is anything else.</summary>
    public static IReadOnlyList<double>? Read(string text)
    {
        if (text.Length > LettersMax)
            return null;
        var parts = text.Split(',');
        var degrees = new List<double>(parts.Length);
        foreach (var part in parts)
            if (double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 360)
                degrees.Add(number);
        return degrees.Count == parts.Length && parts.Length <= PeopleMax ? degrees : null;
    }
}
