using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Panchang;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Reports;

/// <summary>The panchang of the day of birth: what its limbs were, until when, and which of them ran at the birth where that is known.</summary>
internal sealed class AlmanacChapter(ReportPack pack, FoundChart found, BirthMoment moment, DayAnswer day)
{
    private const string Adhika = "adhika";

    /// <summary>The day of the almanac, from sunrise to sunrise, in which a birth lies; null where there is no birth or the almanac does not reach.</summary>
    public static DayAnswer? Find(ReadDay almanac, FoundChart found)
    {
        if (found is not { Moment: { } moment, Request.Birth: { } birth } || BirthText.Date(birth.Date) is not { } date || date.Year is <= Panchang.Limits.YearMin or >= Panchang.Limits.YearMax)
            return null;
        var answer = Of(date);
        // Before sunrise the day before still runs.
        return found.TimeIsKnown && moment.Instant.ToDateTimeOffset() < answer.StartsAt ? Of(date.PlusDays(-1)) : answer;

        DayAnswer Of(LocalDate on) => almanac.Run(new DayQuery(
            birth.Latitude, birth.Longitude, NodaTime.Text.LocalDatePattern.Iso.Format(on), birth.TimeZone, birth.UtcOffset, found.Settings.Sunrise, found.Settings.Ayanamsa));
    }

    public IEnumerable<ReportBlock> All()
    {
        yield return new ReportBlock.Chapter(pack["panchang"]);
        yield return new ReportBlock.Paragraph(pack[NeverRises() is not null ? "panchangNotePolar" : found.TimeIsKnown ? "panchangNote" : "panchangNoteOpen"], IsNote: true);
        var rows = new List<IReadOnlyList<string>> { new[] { pack["what"], pack["value"] } };
        void Add(string key, string value) => rows.Add([pack[key], value]);
        Add("vara", pack.Name(AlmanacNames.Of(day.Vara)));
        Add("tithi", Limbs(day.Tithis, AlmanacNames.Tithi));
        Add("nakshatra", Limbs(day.Nakshatras, number => Names.Of((Nakshatra)(number - 1))));
        Add("yoga", Limbs(day.Yogas, AlmanacNames.Yoga));
        Add("karana", Limbs(day.Karanas, AlmanacNames.Karana));
        Add("sunHours", NeverRises() ?? Hours(day.Sunrise, day.Sunset));
        Add("moonHours", Hours(day.Moonrise, day.Moonset));
        Add("masa", pack.Say("masaValue", Masa(day.Masa.Amanta), Masa(day.Masa.Purnimanta)));
        Add("paksha", pack[Words.Key(day.Paksha)]);
        Add("samvat", pack.Say("samvatValue", Number(day.Samvat.Vikram), Number(day.Samvat.Shaka)));
        Add("ritu", $"{pack.Name(AlmanacNames.Of(day.Ritu))}, {pack.Name(AlmanacNames.Of(day.Ayana))}");
        if (day.Festivals.Count > 0)
            Add("festivals", string.Join(", ", day.Festivals.Select(festival => pack.Name(festival.Names)).Distinct(StringComparer.Ordinal)));
        Add("plantOfDay", $"{pack.Name(day.PlantOfTheDay.Names)} ({day.PlantOfTheDay.ScientificName})");
        yield return new ReportBlock.Table(rows, [0.25, 0.75]);
    }

    /// <summary>Each limb with its end; a mark at the one of the birth.</summary>
    private string Limbs(IReadOnlyList<Panchang.LimbAnswer> limbs, Func<int, LocalName> name) => string.Join(", ", limbs.Select(limb =>
        $"{pack.Say("untilTime", pack.Name(name(limb.Number)), At(limb.EndsAt))}{(IsOfBirth(limb) ? pack["atBirth"] : "")}"));

    private bool IsOfBirth(Panchang.LimbAnswer limb) => found.TimeIsKnown && moment.Instant.ToDateTimeOffset() is var birth && limb.StartsAt <= birth && birth < limb.EndsAt;

    /// <summary>Why the Sun does not rise on that day; null where it does.</summary>
    private string? NeverRises() => day.Absences.FirstOrDefault(absence => absence.What == "sunrise") switch
    {
        { Reason: SkyAbsence.AlwaysBelow } => pack["alwaysBelow"],
        { Reason: SkyAbsence.AlwaysAbove } => pack["alwaysAbove"],
        _ => null,
    };

    private string Hours(DateTimeOffset? rise, DateTimeOffset? set) => pack.Say("riseAndSet", At(rise), At(set));

    private string At(DateTimeOffset? at) => at is { } there ? pack.Moment(moment.LocalAt(Instant.FromDateTimeOffset(there)), day.Date) : "–";

    private string Masa(string key)
    {
        var isAdhika = key.StartsWith(Adhika, StringComparison.Ordinal);
        var name = pack.Name(AlmanacNames.Of(Enum.Parse<Masa>(isAdhika ? key[Adhika.Length..] : key, ignoreCase: true)));
        return isAdhika ? pack.Say("adhika", name) : name;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
