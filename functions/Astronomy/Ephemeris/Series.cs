namespace Kundli.Astronomy.Ephemeris;

/// <summary>The compiled series, read from the embedded resource when the first position is asked for, and never changed after.</summary>
internal static class Series
{
    private static readonly Dictionary<SeriesId, SegmentSeries> All = Load();

    internal static readonly SegmentSeries Sun = All[SeriesId.Sun];
    internal static readonly SegmentSeries Moon = All[SeriesId.Moon];
    internal static readonly SegmentSeries TrueNode = All[SeriesId.TrueNode];
    internal static readonly SegmentSeries Nutation = All[SeriesId.Nutation];

    private static readonly SegmentSeries Mercury = All[SeriesId.Mercury];
    private static readonly SegmentSeries Venus = All[SeriesId.Venus];
    private static readonly SegmentSeries Mars = All[SeriesId.Mars];
    private static readonly SegmentSeries Jupiter = All[SeriesId.Jupiter];
    private static readonly SegmentSeries Saturn = All[SeriesId.Saturn];
    private static readonly SegmentSeries Uranus = All[SeriesId.Uranus];
    private static readonly SegmentSeries Neptune = All[SeriesId.Neptune];
    private static readonly SegmentSeries Pluto = All[SeriesId.Pluto];

    /// <summary>The series of a body that has one of its own: Sun, Moon or planet.</summary>
    internal static SegmentSeries Of(Sky.Graha body) => body switch
    {
        Sky.Graha.Sun => Sun,
        Sky.Graha.Moon => Moon,
        Sky.Graha.Mercury => Mercury,
        Sky.Graha.Venus => Venus,
        Sky.Graha.Mars => Mars,
        Sky.Graha.Jupiter => Jupiter,
        Sky.Graha.Saturn => Saturn,
        Sky.Graha.Uranus => Uranus,
        Sky.Graha.Neptune => Neptune,
        Sky.Graha.Pluto => Pluto,
        _ => throw new SkyException(SkyProblem.NotDefinedForBody, "graha", $"{body} is a point without a series of its own."),
    };

    private static Dictionary<SeriesId, SegmentSeries> Load()
    {
        using var stream = typeof(Series).Assembly.GetManifestResourceStream("ephemeris.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PackedFile.Read(bytes);
    }
}
