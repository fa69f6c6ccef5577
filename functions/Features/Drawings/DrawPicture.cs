using System.Text;

using FluentValidation;

using Kundli.Features.Charts;
using Kundli.Jyotish.Vargas;

namespace Kundli.Features.Drawings;

/// <summary>How a chart is to be drawn.</summary>
/// <param name="Style">The tradition.</param>
/// <param name="Varga">Which division.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Language"><c>en</c> or <c>hi</c>.</param>
/// <param name="Theme">The ground.</param>
public sealed record PictureOptions(
    ChartStyle Style = ChartStyle.North, Varga Varga = Varga.D1, PictureFormat Format = PictureFormat.Svg, string Language = "en", DrawingTheme Theme = DrawingTheme.Light);

/// <summary>Formats of a drawing.</summary>
public enum PictureFormat
{
    /// <summary>Lines and text, sharp at any size.</summary>
    Svg,
}

/// <summary>Rules of <see cref="PictureOptions"/>.</summary>
public sealed class PictureOptionsRules : AbstractValidator<PictureOptions>
{
    /// <summary>The languages are those of the data packs.</summary>
    public PictureOptionsRules() => RuleFor(options => options.Language).Must(language => language is "en" or "hi").WithMessage("must be en or hi.");
}

/// <summary>Draws a chart as a picture. Without a lagna there are no houses to draw, which is a problem and no empty frame.</summary>
/// <param name="draw">Finds the chart.</param>
public sealed class DrawPicture(DrawChart draw)
{
    /// <summary>The birth time is unknown, so that there is no lagna and no house.</summary>
    public static readonly Problem NoLagna = new("no-lagna", "Without a birth time there is no lagna and nothing to draw.");

    /// <summary>The drawing as the bytes of a file.</summary>
    public Outcome<byte[]> Run(ChartRequest request, PictureOptions options) => draw.Find(request).Then(found => Draw(found, options));

    private static Outcome<byte[]> Draw(FoundChart found, PictureOptions options)
    {
        if (found.Chart.Lagna is not { } lagna)
            return NoLagna;
        var varga = options.Varga;
        var title = string.Join(' ', new[] { found.Request.Name, varga.ToString() }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var picture = new ChartPicture(
            title,
            varga.Sign(lagna),
            [.. found.Chart.Placements.Select(placement => new DrawnGraha(placement.Graha, varga.Sign(placement.Longitude), placement.IsRetrograde))]);
        return Encoding.UTF8.GetBytes(ChartSvg.Draw(picture, options.Style, options.Language, options.Theme));
    }
}
