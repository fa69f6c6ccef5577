namespace Kundli.Features.Pricing;

/// <summary>
/// A GST identification number: two digits of the state, ten characters of the PAN, an entity character, <c>Z</c> and a check character (modulo 36 with
/// factors 1 and 2 over the digits and letters).
/// </summary>
public static class Gstin
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int Length = 15;

    /// <summary>Whether the number has the right form, a state that exists, and the right check character.</summary>
    public static bool IsValid(string? text)
    {
        if (text is not { Length: Length } || text.Any(character => !Alphabet.Contains(character, StringComparison.Ordinal)) || text[13] != 'Z')
            return false;
        var pan = text.AsSpan(2, 10);
        for (var index = 0; index < pan.Length; index++)
            if (index is >= 5 and <= 8 ? !char.IsAsciiDigit(pan[index]) : !char.IsAsciiLetterUpper(pan[index]))
                return false;
        return IndianStates.ByGstNumber(text[..2]) is not null && text[14] == CheckCharacter(text[..14]);
    }

    /// <summary>The check character of the first fourteen.</summary>
    public static char CheckCharacter(string first)
    {
        var sum = 0;
        for (var index = 0; index < first.Length; index++)
        {
            var product = Alphabet.IndexOf(first[index], StringComparison.Ordinal) * (index % 2 == 0 ? 1 : 2);
            sum += (product / Alphabet.Length) + (product % Alphabet.Length);
        }
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
