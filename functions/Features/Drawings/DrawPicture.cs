using System.Text;
using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Vargas;

namespace Kundli.Features.Drawings;

/// <summary>What of a chart is drawn.</summary>
public enum PictureKind
{
    /// <summary>The houses with their signs and grahas.</summary>
    Chart,

    /// <summary>The periods of Vimshottari, with today marked.</summary>
    DashaTimeline,

    /// <summary>The bindus of ashtakavarga as a heat map.</summary>
    Ashtakavarga,
}

/// <summary>How a chart is to be drawn.</summary>
/// <param name="Style">The tradition, for a chart.</param>
/// <param name="Varga">Which division, for a chart.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Language"><c>en</c> or <c>hi</c>.</param>
/// <param name="Theme">The ground.</param>
/// <param name="Kind">What is drawn.</param>
/// <param name="Width">Pixels from side to side, for PNG.</param>
public sealed record PictureOptions(
    ChartStyle Style = ChartStyle.North, Varga Varga = Varga.D1, PictureFormat Format = PictureFormat.Svg, string Language = "en", DrawingTheme Theme = DrawingTheme.Light,
    PictureKind Kind = PictureKind.Chart, int Width = Limits.WidthDefault);

/// <summary>Rules of <see cref="PictureOptions"/>.</summary>
public sealed class PictureOptionsRules : AbstractValidator<PictureOptions>
{
    /// <summary>The languages are those of the data packs.</summary>
    public PictureOptionsRules()
    {
        RuleFor(options => options.Language).Must(language => language is "en" or "hi").WithMessage("must be en or hi.");
        RuleFor(options => options.Width).InclusiveBetween(Limits.WidthMin, Limits.WidthMax).WithMessage($"must be from {Limits.WidthMin} to {Limits.WidthMax}.");
    }
}

/// <summary>Draws a chart as a picture. Without a lagna there are no houses to draw, which is a problem and no empty frame.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="raster">Makes pixels of it.</param>
/// <param name="clock">Says which day the timeline marks as today.</param>
public sealed class DrawPicture(DrawChart draw, IDrawingRaster raster, TimeProvider clock)
{
    /// <summary>The birth time is unknown, so that there is no lagna and no house.</summary>
    public static readonly Problem NoLagna = new("no-lagna", "Without a birth time there is no lagna and nothing to draw.");

    /// <summary>The drawing as the bytes of a file.</summary>
    public Outcome<Drawing> Run(ChartRequest request, PictureOptions options) =>
        draw.Find(request).Then(found => Svg(found, options)).Map(svg => File(svg, options.Format, options.Width, raster));

    /// <summary>A drawing in the format asked for.</summary>
    internal static Drawing File(string svg, PictureFormat format, int width, IDrawingRaster raster) =>
        new(format == PictureFormat.Png ? raster.ToPng(svg, width) : Encoding.UTF8.GetBytes(svg), format);

    private Outcome<string> Svg(FoundChart found, PictureOptions options) => options.Kind switch
    {
        PictureKind.DashaTimeline => Timeline(found, options),
        PictureKind.Ashtakavarga => HeatMap(found, options),
        _ => Chart(found, options),
    };

    private static Outcome<string> Chart(FoundChart found, PictureOptions options)
    {
        if (found.Chart.Lagna is not { } lagna)
            return NoLagna;
        var varga = options.Varga;
        var picture = new ChartPicture(
            Title(found, varga.ToString()),
            varga.Sign(lagna, found.Settings.VariantOf(varga)),
            [.. found.Chart.Placements.Select(placement => new DrawnGraha(placement.Graha, varga.Sign(placement.Longitude, found.Settings.VariantOf(varga)), placement.IsRetrograde))]);
        return ChartSvg.Draw(picture, options.Style, options.Language, options.Theme);
    }

    private Outcome<string> Timeline(FoundChart found, PictureOptions options)
    {
        if (found.Moment is not { } moment)
            return Problem.Invalid(new FieldError("/birth", "is needed: without a birth a timeline has no dates."));
        if (!found.TimeIsKnown)
            return NoLagna;
        var periods = NakshatraDashas.Vimshottari.Periods(found.Chart[Graha.Moon].Longitude, moment.JulianDay, found.Settings.DashaYear, new DashaSpan(2));
        return DashaTimeline.Draw(Title(found, options.Language == "hi" ? "विंशोत्तरी" : "Vimshottari"), periods, moment.JulianDay, JulianDayUt.From(clock.GetUtcNow()), options.Language, options.Theme);
    }

    private static Outcome<string> HeatMap(FoundChart found, PictureOptions options) => Ashtakavarga.Of(found.Chart) is { } bindus
        ? BinduHeatMap.Draw(Title(found, options.Language == "hi" ? "अष्टकवर्ग" : "Ashtakavarga"), bindus, found.Chart.LagnaSign, options.Language, options.Theme)
        : NoLagna;

    private static string Title(FoundChart found, string what) => string.Join(' ', new[] { found.Request.Name, what }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
