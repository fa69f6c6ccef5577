using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Yogas;

namespace Kundli.Features.Charts;

/// <summary>A yoga of a chart.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What the books call it.</param>
/// <param name="Grahas">The grahas that form it.</param>
/// <param name="Source">Book and verse.</param>
/// <param name="Exceptions">What weakens or cancels it, by name.</param>
public sealed record YogaAnswer(string Id, string Name, IReadOnlyList<Graha> Grahas, string Source, IReadOnlyList<string> Exceptions);

/// <summary>Writes the yogas of a chart.</summary>
internal static class YogaDrawing
{
    /// <summary>Null when too little is known; without a time of birth only the rules that don't read the lagna, and none if the Moon changes sign that day.</summary>
    public static IReadOnlyList<YogaAnswer>? Of(FoundChart found)
    {
        if (!BirthStars.MoonSignIsCertain(found))
            return null;
        return YogaRules.Of(found.Chart)?.Select(finding => new YogaAnswer(
            finding.Rule.Id, finding.Rule.Name, finding.Formation.Grahas, finding.Rule.Source, finding.Formation.Exceptions)).ToList();
    }
}
