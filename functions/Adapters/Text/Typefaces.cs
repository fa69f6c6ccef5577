using SkiaSharp;

namespace Kundli.Adapters.Text;

/// <summary>The letters that pictures and documents are written with, wherever they are made: no font of the machine is used.</summary>
internal static class Typefaces
{
    public static SKTypeface Regular { get; } = Load("NotoSans-Regular.ttf");

    public static SKTypeface Bold { get; } = Load("NotoSans-Bold.ttf");

    public static SKTypeface Devanagari { get; } = Load("NotoSansDevanagari-Regular.ttf");

    public static SKTypeface DevanagariBold { get; } = Load("NotoSansDevanagari-Bold.ttf");

    /// <summary>Splits a text into stretches of one script each, with the face that has it.</summary>
    public static IEnumerable<(string Text, SKTypeface Face)> Runs(string text, bool bold)
    {
        var start = 0;
        for (var index = 1; index <= text.Length; index++)
            if (index == text.Length || IsDevanagari(text[index]) != IsDevanagari(text[start]))
            {
                yield return (text[start..index], Face(IsDevanagari(text[start]), bold));
                start = index;
            }
    }

    private static SKTypeface Face(bool devanagari, bool bold) => devanagari ? bold ? DevanagariBold : Devanagari : bold ? Bold : Regular;

    // The joiners belong to the word in which they stand: they say how its letters join.
    private static bool IsDevanagari(char letter) => letter is (>= '\u0900' and <= '\u097F') or '\u200C' or '\u200D';

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream($"Kundli.Adapters.Text.Fonts.{name}")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} can't be read.");
    }
}
