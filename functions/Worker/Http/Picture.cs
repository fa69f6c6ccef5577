using Kundli.Features;
using Kundli.Features.Drawings;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>Drawings as answers.</summary>
internal static class Picture
{
    public const string Png = "image/png";
    public const string Svg = "image/svg+xml";

    /// <summary>200 with the drawing in its own format.</summary>
    public static IResult Of(Outcome<Drawing> outcome, Cache cache) =>
        Answer.File(outcome.Map(drawing => drawing.Content), outcome.IsOk && outcome.Value.Format == PictureFormat.Png ? Png : Svg, cache);
}
