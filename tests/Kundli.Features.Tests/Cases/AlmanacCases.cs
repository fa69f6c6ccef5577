using System.Globalization;
using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Features.Panchang;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>Days, months and solar calendars.</summary>
internal static class AlmanacCases
{
    public static IEnumerable<string?> Day(PublishedCase one)
    {
        var day = DayOf(one);
        var tolerance = TimeSpan.FromMinutes(one.Tolerance.Number("minutes"));
        foreach (var expected in one.Expected.EnumerateObject())
        {
            var wrong = expected.Name switch
            {
                "vara" => [Same("vara", expected.Value.GetString()!.Key(), day.Vara.ToString().Key())],
                "sunrise" => [Time("sunrise", one, expected.Value, day.Sunrise, tolerance)],
                "sunset" => [Time("sunset", one, expected.Value, day.Sunset, tolerance)],
                "next_sunrise" => [Time("next sunrise", one, expected.Value, day.NextSunrise, tolerance)],
                "tithi" => Limbs("tithi", one, expected.Value, day.Tithis, tolerance),
                "nakshatra" => Limbs("nakshatra", one, expected.Value, day.Nakshatras, tolerance),
                "yoga" => Limbs("yoga", one, expected.Value, day.Yogas, tolerance),
                "karana" => Limbs("karana", one, expected.Value, day.Karanas, tolerance),
                "rahu_kalam" => Span("rahu kalam", one, expected.Value, day.RahuKalam, tolerance),
                "yamaganda" => Span("yamaganda", one, expected.Value, day.Yamaganda, tolerance),
                "gulika_kalam" => Span("gulika kalam", one, expected.Value, day.GulikaKalam, tolerance),
                "brahma_muhurta" => Span("brahma muhurta", one, expected.Value, day.BrahmaMuhurta, tolerance),
                "abhijit" => Span("abhijit", one, expected.Value, new SpanAnswer(day.Abhijit!.Start, day.Abhijit.End), tolerance),
                "choghadiya_day" => [Same("choghadiyas of the day", Words(expected.Value), string.Join(' ', day.Choghadiya.Day.Select(part => part.Name)))],
                "choghadiya_night" => [Same("choghadiyas of the night", Words(expected.Value), string.Join(' ', day.Choghadiya.Night.Select(part => part.Name)))],
                "hora_day" => [Same("horas of the day", Words(expected.Value), string.Join(' ', day.Horas.Day.Select(part => part.Graha)))],
                "hora_night" => [Same("horas of the night", Words(expected.Value), string.Join(' ', day.Horas.Night.Select(part => part.Graha)))],
                "sun_sign_at_sunrise" => [Same("sign of the Sun", expected.Value.GetString()!.Sign(), day.SunSign)],
                "moon_sign_at_sunrise" => [Same("sign of the Moon", expected.Value.GetString()!.Sign(), day.MoonSign)],
                "amanta_month" => [Same("month", expected.Value.GetString()!.Key(), day.Masa.Amanta)],
                "purnimanta_month" => [Same("month to the full moon", expected.Value.GetString()!.Key(), day.Masa.Purnimanta)],
                "vikram_samvat" => [Same("Vikram", expected.Value.GetInt32(), day.Samvat.Vikram)],
                "shaka_samvat" => [Same("Shaka", expected.Value.GetInt32(), day.Samvat.Shaka)],
                "sunrise_disc_centre_no_refraction" => [Time("Hindu sunrise", one, expected.Value, DayOf(one, HorizonConvention.Hindu).Sunrise, tolerance)],
                "sunset_disc_centre_no_refraction" => [Time("Hindu sunset", one, expected.Value, DayOf(one, HorizonConvention.Hindu).Sunset, tolerance)],
                _ => new string?[] { $"nothing checks {expected.Name}" },
            };
            foreach (var why in wrong)
                yield return why;
        }
    }

    public static IEnumerable<string?> EndTime(PublishedCase one)
    {
        var day = DayOf(one);
        var limbs = one.Text("element") switch { "tithi" => day.Tithis, "nakshatra" => day.Nakshatras, "yoga" => day.Yogas, _ => day.Karanas };
        yield return Limb(one.Text("element"), one, one.Expected.Text("name"), one.Expected.GetProperty("ends"), limbs[0], TimeSpan.FromMinutes(one.Tolerance.Number("minutes")));
    }

    public static IEnumerable<string?> Moment(PublishedCase one)
    {
        var day = DayOf(one);
        var at = one.Instant($"{one.Text("local_date")} {one.Text("local_time")}");
        var (seconds, percent) = (TimeSpan.FromSeconds(one.Tolerance.Number("sunrise_seconds")), one.Tolerance.Number("percent_left"));
        yield return Time("sunrise", one, one.Expected.GetProperty("sunrise"), day.Sunrise, seconds);
        yield return Time("sunset", one, one.Expected.GetProperty("sunset"), day.Sunset, seconds);
        (string Name, string Number, IReadOnlyList<LimbAnswer> Limbs)[] rows =
            [("tithi", "tithi_number_1to30", day.Tithis), ("nakshatra", "nakshatra_number", day.Nakshatras), ("yoga", "yoga_number", day.Yogas), ("karana", "karana_index_1to60", day.Karanas)];
        foreach (var (name, number, limbs) in rows)
        {
            var limb = limbs.Single(part => at >= part.StartsAt && at < part.EndsAt);
            yield return Same(name, one.Expected.GetProperty(number).GetInt32(), limb.Number);
            yield return Near($"{name} left", one.Expected.GetProperty(name).Number("percent_left"), 100 * (limb.EndsAt - at) / (limb.EndsAt - limb.StartsAt), percent + PaceOfMoon);
        }
        var hora = day.Horas.Day.Concat(day.Horas.Night).Single(part => at >= part.Start && at < part.End);
        yield return Same("hora", one.Expected.Text("hora_lord"), hora.Graha.ToString());
        var (year, month) = (one.Expected.Text("lunar_year_month_amanta").Split(" - ")[0], one.Expected.Text("lunar_year_month_amanta").Split(" - ")[1]);
        yield return Same("samvatsara", year.Key(), day.Samvat.Samvatsara);
        yield return Same("month", month.Replace("Vaisakha", "Vaishakha", StringComparison.Ordinal).Key(), day.Masa.Amanta);
    }

    public static IEnumerable<string?> TithiAtSunrise(PublishedCase one)
    {
        var tithi = DayOf(one).Tithis[0].Number;
        int[] accepted = [.. one.Expected.EnumerateObject().Where(row => row.Value.ValueKind == JsonValueKind.Number).Select(row => row.Value.GetInt32())];
        yield return accepted.Contains(tithi) ? null : $"tithi: expected {string.Join(" or ", accepted)}, was {tithi}";
    }

    public static IEnumerable<string?> Month(PublishedCase one)
    {
        var masa = DayOf(one).Masa;
        yield return Same("month", one.Expected.Text("amanta_month").Key(), masa.Amanta);
        if (one.Expected.Has("purnimanta_month"))
            yield return Same("month to the full moon", one.Expected.Text("purnimanta_month").Key(), masa.Purnimanta);
    }

    public static IEnumerable<string?> TamilMonth(PublishedCase one)
    {
        var first = DateOnly.Parse(one.Expected.Text("first_day"), CultureInfo.InvariantCulture);
        var length = one.Expected.GetProperty("length_days").GetInt32();
        var (day, last, next) = (Tamil(first), Tamil(first.AddDays(length - 1)), Tamil(first.AddDays(length)));
        yield return Same("month", one.Expected.Text("month").Key(), day.Month);
        yield return Same("first day", 1, day.Day);
        yield return Same("last day", length, last.Day);
        yield return Same("first day of the next", 1, next.Day);
    }

    /// <summary>The festival is among those of the date, under a name that holds the case's.</summary>
    public static IEnumerable<string?> Festival(PublishedCase one)
    {
        var name = one.Input.Has("ekadashi") ? one.Text("ekadashi") + " Ekadashi" : one.Text("festival");
        var date = one.Expected.Text("date");
        var kept = Verbs.Day.Run(new(one.Input.Number("latitude"), one.Input.Number("longitude"), date, UtcOffset: "+05:30")).Festivals;
        yield return kept.Any(festival => festival.Name.StartsWith(name, StringComparison.Ordinal) && festival.Tradition != Jyotish.Festivals.Tradition.Vaishnava)
            ? null
            : $"{name} is not on {date}, but {string.Join(", ", kept.Select(festival => festival.Name))}";
    }

    /// <summary>The limb's pace is not even: the printout gives a part of the arc, our answer parts of time.</summary>
    private const double PaceOfMoon = 1.2;

    private static SolarDateAnswer Tamil(DateOnly date) =>
        Verbs.Day.Run(new(28.6139, 77.2090, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), UtcOffset: "+05:30")).SolarMonths["tamil"];

    private static DayAnswer DayOf(PublishedCase one, HorizonConvention? convention = null)
    {
        var birth = one.Input.Has("timezone") ? null : TimeSpan.FromHours(one.Input.Number("utc_offset_hours")).ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        var centre = one.Settings.Has("sunrise") && one.Settings.Text("sunrise").StartsWith("disc centre", StringComparison.Ordinal);
        return Verbs.Day.Run(new(
            one.Input.Number("latitude"), one.Input.Number("longitude"), one.Text("local_date"), one.Input.Has("timezone") ? one.Text("timezone") : null, birth is null ? null : "+" + birth,
            convention ?? (centre ? HorizonConvention.Hindu : HorizonConvention.UpperLimb), one.ChartSettings().Ayanamsa));
    }

    private static string Words(JsonElement names) => string.Join(' ', names.EnumerateArray().Select(name => name.GetString()));

    private static IEnumerable<string?> Span(string what, PublishedCase one, JsonElement expected, SpanAnswer? actual, TimeSpan tolerance) =>
        [Time($"{what} from", one, expected[0], actual?.Start, tolerance), Time($"{what} until", one, expected[1], actual?.End, tolerance)];

    private static IEnumerable<string?> Limbs(string what, PublishedCase one, JsonElement expected, IReadOnlyList<LimbAnswer> actual, TimeSpan tolerance) =>
        expected.EnumerateArray().Select((limb, i) => i >= actual.Count
            ? $"{what} {i + 1} is not there"
            : limb.ValueKind == JsonValueKind.Array ? Limb(what, one, limb[0].GetString()!, limb[1], actual[i], tolerance) : Limb(what, one, limb.Text("name"), limb.GetProperty("ends"), actual[i], tolerance));

    private static string? Limb(string what, PublishedCase one, string name, JsonElement ends, LimbAnswer actual, TimeSpan tolerance) =>
        Same(what, Simple(name), Simple(actual.Name)) ?? (ends.ValueKind == JsonValueKind.Null ? null : Time($"{what} {name} ends", one, ends, actual.EndsAt, tolerance));

    /// <summary>The cases say Krishna Amavasya and Shukla Purnima for the two tithis that need no half, and Dwitiya for Dvitiya.</summary>
    private static string Simple(string name) =>
        name.Replace("Krishna Amavasya", "amavasya", StringComparison.Ordinal).Replace("Shukla Purnima", "purnima", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant().Replace("DW", "DV", StringComparison.Ordinal);

    /// <summary>Either a full local time, or a time of the case's date, with +1 for the next.</summary>
    private static string? Time(string what, PublishedCase one, JsonElement expected, DateTimeOffset? actual, TimeSpan tolerance)
    {
        var text = expected.GetString()!;
        if (text.Length > 10 && text[4] == '-')
            return Near(what, one.Instant(text), actual, tolerance);
        var isNext = text.EndsWith("+1", StringComparison.Ordinal);
        var found = one.Instant($"{one.Text("local_date")} {text.Replace(" +1", "", StringComparison.Ordinal)}");
        return Near(what, isNext ? found.AddDays(1) : found, actual, tolerance);
    }
}
