using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Panchang;

namespace Kundli.Features.Drawings;

/// <summary>How a month of the almanac is to be drawn.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Month">The month as <c>yyyy-MM</c>; the present one at the place when absent.</param>
/// <param name="TimeZone">The IANA zone; found from the coordinates when absent.</param>
/// <param name="UtcOffset">An offset in place of a zone.</param>
/// <param name="Sunrise">What counts as sunrise.</param>
/// <param name="Ayanamsa">The zodiac.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Language"><c>en</c> or <c>hi</c>.</param>
/// <param name="Theme">The ground.</param>
/// <param name="Width">Pixels from side to side, for PNG.</param>
public sealed record MonthSheetQuery(
    double Latitude, double Longitude, string? Month = null, string? TimeZone = null, string? UtcOffset = null, HorizonConvention Sunrise = HorizonConvention.UpperLimb,
    Ayanamsa Ayanamsa = Ayanamsa.Lahiri, PictureFormat Format = PictureFormat.Svg, string Language = "en", DrawingTheme Theme = DrawingTheme.Light, int Width = Limits.WidthDefault);

/// <summary>Rules of <see cref="MonthSheetQuery"/>.</summary>
public sealed class MonthSheetQueryRules : AbstractValidator<MonthSheetQuery>
{
    private static readonly MonthQueryRules Month = new();
    private static readonly PictureOptionsRules Picture = new();

    /// <summary>Those of the month and those of a picture.</summary>
    public MonthSheetQueryRules() => RuleFor(query => query).Custom((query, context) =>
    {
        foreach (var error in Month.Validate(DrawMonth.MonthOf(query)).Errors.Concat(Picture.Validate(new PictureOptions(Language: query.Language, Width: query.Width)).Errors))
            context.AddFailure(error);
    });
}

/// <summary>Draws a month of the almanac as a leaf of a wall calendar.</summary>
/// <param name="read">Finds the month.</param>
/// <param name="raster">Makes pixels of it.</param>
public sealed class DrawMonth(ReadMonth read, IDrawingRaster raster)
{
    /// <summary>The leaf as the bytes of a file.</summary>
    public Drawing Run(MonthSheetQuery query) => DrawPicture.File(MonthSheet.Draw(read.Run(MonthOf(query)), query.Language, query.Theme), query.Format, query.Width, raster);

    /// <summary>The month that a leaf shows.</summary>
    internal static MonthQuery MonthOf(MonthSheetQuery query) =>
        new(query.Latitude, query.Longitude, query.Month, query.TimeZone, query.UtcOffset, query.Sunrise, query.Ayanamsa);
}
