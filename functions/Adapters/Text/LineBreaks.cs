namespace Kundli.Adapters.Text;

/// <summary>Breaks text into lines.</summary>
internal static class LineBreaks
{
    /// <summary>Lines that fit a width, broken between words; a word that is wider stands alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The room.</param>
    /// <param name="widthOf">How wide a line is.</param>
    public static IReadOnlyList<string> Of(string text, float width, Func<string, float> widthOf)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && widthOf(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
                line = longer;
        }
        lines.Add(line);
        return lines;
    }
}
