using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;
using NodaTime;
using Period = NodaTime.Period;

namespace Kundli.Features.Horoscopes;

/// <summary>Words the transits of some days as they are seen from one sign.</summary>
internal sealed class HoroscopeWords(HoroscopePack pack, Rashi sign, SkyOfDays sky)
{
    private const string Ephemeris = "computed positions";

    // How often each graha's effect was told: no paragraph says the same as one before it.
    private readonly Dictionary<Graha, int> _told = [];

    public HoroscopePack Pack => pack;

    // The same wording must not meet a reader on two days running, nor two signs on one day.
    private int Number => Period.DaysBetween(new LocalDate(2000, 1, 1), sky.Span.From) + 36525 + (int)sign;

    private Vara Weekday => (Vara)((int)sky.Span.From.DayOfWeek % 7);

    // Sunday's is the Sun, Saturday's Saturn, and the varas stand in the order of their lords.
    private Graha DayLord => (Graha)Weekday;

    public static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    public IEnumerable<HoroscopeSection> OfDay()
    {
        yield return Moon();
        yield return OfGraha("ruler", sign == Rashi.Cancer ? pack.Host : pack.Ruler, Ruler);
        // The Moon or the ruler may be the lord of the day too: then the place is not told again, and the effect in other words.
        yield return OfGraha("day", _told.ContainsKey(DayLord) ? pack.Again : pack.Day, DayLord);
        for (var i = 0; i < sky.Turns.Count; i++)
            yield return Turn(sky.Turns[i], i);
    }

    public IEnumerable<HoroscopeSection> OfDays()
    {
        yield return Path();
        for (var i = 0; i < sky.Turns.Count; i++)
            yield return Turn(sky.Turns[i], i);
        var moving = sky.Turns.Where(turn => turn.Kind == SkyTurnKind.Enters).Select(turn => turn.Graha).ToHashSet();
        foreach (var placement in sky.Start.Where(placement => placement.Graha <= Graha.Ketu && placement.Graha != Graha.Moon && !moving.Contains(placement.Graha)))
            if (placement.Graha != Graha.Ketu || !moving.Contains(Graha.Rahu))
                yield return Stay(placement);
    }

    /// <summary>The weekday's lord, from a lagna.</summary>
    public HoroscopeSection FromLagna() => OfGraha("lagna", [pack.Lagna], DayLord);

    /// <summary>The lord of a running period, from the Moon's sign of birth.</summary>
    public HoroscopeSection OfDasha(Graha lord, int? bindus)
    {
        var section = OfGraha("dasha", [pack.Dasha], lord, bindus is { } count ? HoroscopePack.Fill(pack.Bindus, ("count", Text(count))) : "");
        var placements = new[] { $"vimshottari period of {Words.Key(lord)}" }.Concat(section.Evidence[0].Placements);
        return section with { Evidence = [section.Evidence[0] with { Placements = [.. placements] }] };
    }

    private HoroscopeSection Moon()
    {
        var moon = sky[Graha.Moon];
        var house = moon.Rashi.HouseFrom(sign);
        var text = HoroscopePack.Fill(
            Wording(pack.Moon), ("date", Date(sky.Span.From)), ("weekday", pack.Weekday(Weekday)), ("nakshatra", pack.Name(moon.Longitude.Nakshatra)),
            ("moonSign", Sign(moon.Rashi)), ("sign", Sign(sign)), ("house", House(house)), ("place", Place(house)), ("tithi", pack.Tithi(sky.Tithi)), ("effect", Effect(Graha.Moon, house)));
        var placements = new List<string> { $"moon in {Words.Key(moon.Longitude.Nakshatra)}", $"moon in {Words.Key(moon.Rashi)}, {house} from {Words.Key(sign)}", $"tithi {sky.Tithi}" };
        if (sky.MoonStays.Count > 1 && sky.MoonStays[^1].Sign != moon.Rashi)
        {
            var (next, at) = sky.MoonStays[^1];
            var nextHouse = next.HouseFrom(sign);
            text += HoroscopePack.Fill(Wording(pack.MoonTurns), ("time", Time(at)), ("nextSign", Sign(next)), ("nextHouse", House(nextHouse)), ("nextTheme", pack.Themes[nextHouse - 1]));
            placements.Add($"moon enters {Words.Key(next)}, {nextHouse} from {Words.Key(sign)}");
        }
        else if (sky.NextStar is { } star && star.Star != moon.Longitude.Nakshatra)
        {
            text += HoroscopePack.Fill(Wording(pack.MoonStar), ("time", Time(star.At)), ("nextNakshatra", pack.Name(star.Star)));
            placements.Add($"moon enters {Words.Key(star.Star)}");
        }
        return new("moon", text, [new($"moonIn{Ordinal(house)}", placements, Gochara.Source)]);
    }

    // The Moon is told of in any case: in place of the ruler of Cancer stands the one whose guest it is.
    private Graha Ruler => sign != Rashi.Cancer ? sign.Lord() : sky[Graha.Moon].Rashi.Lord() is var host && host == Graha.Moon ? Graha.Sun : host;

    /// <summary>What a graha does in a house: in other words when it is told of again, and no more when the words are used up.</summary>
    private string Effect(Graha graha, int house)
    {
        var times = _told.GetValueOrDefault(graha);
        _told[graha] = times + 1;
        return times < HoroscopePack.Wordings ? pack.Effect(graha, house, Number + times) : "";
    }

    private HoroscopeSection OfGraha(string topic, IReadOnlyList<string> wordings, Graha graha, string bindus = "")
    {
        var placement = sky[graha];
        var house = placement.Rashi.HouseFrom(sign);
        var gap = (int)((sky[Graha.Moon].Longitude - placement.Longitude + 720) % 360);
        var minutes = (int)(placement.Longitude.InRashi * 60);
        var text = HoroscopePack.Fill(
            Wording(wordings), ("graha", pack.Name(graha)), ("degrees", Text(minutes / 60)), ("minutes", (minutes % 60).ToString("00", CultureInfo.InvariantCulture)), ("grahaSign", Sign(placement.Rashi)),
            ("sign", Sign(sign)), ("house", House(house)), ("place", Place(house)), ("gap", Text(gap)), ("date", Date(sky.Span.From)), ("weekday", pack.Weekday(Weekday)),
            ("retrograde", IsRetrograde(placement) ? pack.Retrograde : ""), ("bindus", bindus), ("effect", Effect(graha, house))).TrimEnd();
        return new(topic, text, [new($"{Words.Key(graha)}In{Ordinal(house)}", [$"{Words.Key(graha)} in {Words.Key(placement.Rashi)}, {house} from {Words.Key(sign)}"], Gochara.Source)]);
    }

    private HoroscopeSection Turn(SkyTurn turn, int number)
    {
        var house = turn.Sign.HouseFrom(sign);
        var template = turn.Kind switch
        {
            SkyTurnKind.TurnsBack => Wording(pack.TurnsBack),
            SkyTurnKind.TurnsOn => Wording(pack.TurnsOn),
            SkyTurnKind.FullMoon => pack.FullMoon,
            SkyTurnKind.NewMoon => pack.NewMoon,
            _ => Wording(pack.Enters, number),
        };
        var text = HoroscopePack.Fill(
            template, ("graha", pack.Name(turn.Graha)), ("grahaSign", Sign(turn.Sign)), ("sign", Sign(sign)), ("house", House(house)), ("place", Place(house)), ("when", Date(turn.At.Date)), ("time", Time(turn.At)),
            ("theme", pack.Themes[house - 1]), ("effect", turn.Kind == SkyTurnKind.Enters ? Effect(turn.Graha, house) : "")).TrimEnd();
        var kind = Words.Key(turn.Kind);
        return new("turns", text, [new($"{Words.Key(turn.Graha)}{char.ToUpperInvariant(kind[0])}{kind[1..]}", [$"{Words.Key(turn.Graha)} in {Words.Key(turn.Sign)}, {house} from {Words.Key(sign)}"], turn.Kind == SkyTurnKind.Enters ? Gochara.Source : Ephemeris)]);
    }

    // The days alone, each once: the month is named with the span, and again only where a week lies in two.
    private HoroscopeSection Path()
    {
        var easy = new List<(LocalDate From, LocalDate To, List<string> Houses)>();
        for (var i = 0; i < sky.MoonStays.Count; i++)
        {
            var (house, from) = (sky.MoonStays[i].Sign.HouseFrom(sign), sky.MoonStays[i].From.Date);
            var to = i + 1 < sky.MoonStays.Count ? sky.MoonStays[i + 1].From.Date.PlusDays(-1) : sky.Span.To;
            if (!Gochara.IsFavourable(Graha.Moon, house) || to < from)
                continue;
            if (easy.Count > 0 && easy[^1].To.PlusDays(1) == from)
                easy[^1] = (easy[^1].From, to, [.. easy[^1].Houses, House(house)]);
            else
                easy.Add((from, to, [House(house)]));
        }
        var stays = easy.Select(stay => HoroscopePack.Fill(pack.PathStay, ("days", Days(stay.From, stay.To)), ("houses", Listed(stay.Houses))));
        var text = HoroscopePack.Fill(pack.Path, ("span", Span()), ("sign", Sign(sign)), ("stays", string.Join(", ", stays)));
        return new("path", text, [new("moonPath", [.. sky.MoonStays.Select(stay => $"moon in {Words.Key(stay.Sign)}, {stay.Sign.HouseFrom(sign)} from {Words.Key(sign)}").Distinct()], Gochara.Source)]);
    }

    private HoroscopeSection Stay(Placement placement)
    {
        var house = placement.Rashi.HouseFrom(sign);
        // One that turns within the days moves both ways in them.
        var turns = sky.Turns.Any(turn => turn.Graha == placement.Graha && turn.Kind is (SkyTurnKind.TurnsBack or SkyTurnKind.TurnsOn));
        var text = HoroscopePack.Fill(
            Wording(pack.Stays, (int)placement.Graha), ("graha", pack.Name(placement.Graha)), ("grahaSign", Sign(placement.Rashi)), ("sign", Sign(sign)), ("house", House(house)), ("place", Place(house)), ("whole", pack.Whole[Words.Key(sky.Span.Period)]),
            ("retrograde", IsRetrograde(placement) && !turns ? pack.Retrograde : ""), ("effect", Effect(placement.Graha, house)));
        var looks = house != 1 && !placement.Graha.IsNode() && Aspects.Looks(placement.Graha, placement.Rashi, sign);
        return new("stays", looks ? text + HoroscopePack.Fill(Wording(pack.Looks, (int)placement.Graha), ("sign", Sign(sign))) : text,
            [new($"{Words.Key(placement.Graha)}In{Ordinal(house)}", [$"{Words.Key(placement.Graha)} in {Words.Key(placement.Rashi)}, {house} from {Words.Key(sign)}"], Gochara.Source)]);
    }

    // A mean node always moves backwards: that is no news.
    private static bool IsRetrograde(Placement placement) => placement.IsRetrograde && !placement.Graha.IsNode();

    private string Wording(IReadOnlyList<string> wordings, int more = 0) => wordings[(Number + more) % wordings.Count];

    private string Sign(Rashi rashi) => pack.Name(rashi);

    private string House(int house) => pack.Houses[house - 1];

    private string Place(int house) => house == 1 ? pack.PlaceOwn : HoroscopePack.Fill(pack.Place, ("house", House(house)), ("sign", Sign(sign)));

    private string Date(LocalDate date) => HoroscopePack.Fill(pack.Date, ("day", Text(date.Day)), ("month", pack.Month(date.Month)));

    private bool IsInOneMonth => sky.Span.From.Month == sky.Span.To.Month;

    private string Span() => HoroscopePack.Fill(pack.Span, ("from", IsInOneMonth ? Text(sky.Span.From.Day) : Date(sky.Span.From)), ("to", Date(sky.Span.To)));

    private string Days(LocalDate from, LocalDate to)
    {
        var last = IsInOneMonth ? Text(to.Day) : Date(to);
        return from == to ? last : from.Month == to.Month ? $"{Text(from.Day)}–{last}" : $"{Date(from)} – {last}";
    }

    private string Listed(IReadOnlyList<string> items) => items.Count < 2 ? string.Concat(items) : string.Join(", ", items.Take(items.Count - 1)) + pack.List + items[^1];

    private static string Time(ZonedDateTime at) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.TimeOfDay);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static readonly string[] Ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth"];

    private static string Ordinal(int house) => Ordinals[house - 1];
}
