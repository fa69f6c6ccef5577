using Kundli.Jyotish.Festivals;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Panchang;

/// <summary>Something that is kept on a day.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="Names">Its name in English and in Hindi.</param>
/// <param name="Date">The civil date.</param>
/// <param name="Kind">A feast, a vrata, a new year or an entry of the Sun.</param>
/// <param name="Tradition">By whom it is kept on this day.</param>
/// <param name="Deity">The key of its deity, or null.</param>
/// <param name="Source">The rule's book or custom.</param>
/// <param name="TithiStartsAt">When its tithi begins, where one decides.</param>
/// <param name="TithiEndsAt">When its tithi ends.</param>
public sealed record FestivalAnswer(
    string Id, string Name, LocalName Names, DateOnly Date, FestivalKind Kind, Tradition Tradition, string? Deity, string Source, DateTimeOffset? TithiStartsAt, DateTimeOffset? TithiEndsAt)
{
    /// <summary>A festival day as it is written.</summary>
    public static FestivalAnswer Of(FestivalDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var festival = day.Festival;
        return new(
            festival.Id, festival.Name.En, festival.Name, day.Date, festival.Kind, day.Tradition, festival.Deity, festival.Source,
            day.Tithi?.Start.ToDateTimeOffset(), day.Tithi?.End.ToDateTimeOffset());
    }
}
