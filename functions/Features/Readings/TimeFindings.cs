using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>What is told of time: the running and the next Vimshottari periods, and the transits of the coming days.</summary>
internal static class TimeFindings
{
    private const string DashaSource = "BPHS 46-47";

    /// <summary>Maha, antar and the next antar; and for each topic the running lord that has to do with it.</summary>
    public static IEnumerable<Finding> Dashas(BirthChart chart, JulianDayUt birth, DashaYear year, DateTimeOffset moment)
    {
        var moon = chart[Graha.Moon].Longitude;
        var path = NakshatraDashas.Vimshottari.Path(moon, birth, year, JulianDayUt.From(moment), depth: 2);
        if (path.Count < 2)
            yield break;
        yield return Period(chart, path[0], "maha", "maha");
        yield return Period(chart, path[1], "antar", path[1].Lord == path[0].Lord ? "own" : "antar");
        if (NakshatraDashas.Vimshottari.Path(moon, birth, year, path[1].End + 1e-6, depth: 2) is [var greater, var next])
            yield return Period(chart, next, "next", greater.Lord == path[0].Lord ? "next" : "nextMaha");
        if (chart.Lagna is not null)
            foreach (var seat in Topics.Seats)
                if ((Touch(chart, seat, path[1], "antar") ?? Touch(chart, seat, path[0], "maha")) is { } touched)
                    yield return touched;
    }

    /// <summary>The sub-periods that begin or run within a span and whose lord has to do with a topic: what "when" is answered with.</summary>
    public static IEnumerable<Finding> Ahead(BirthChart chart, JulianDayUt birth, DashaYear year, TopicSeat seat, DateTimeOffset from, DateTimeOffset until)
    {
        var span = new DashaSpan(2, JulianDayUt.From(from), JulianDayUt.From(until));
        return NakshatraDashas.Vimshottari.Periods(chart[Graha.Moon].Longitude, birth, year, span)
            .SelectMany(maha => maha.Periods).Select(antar => Touch(chart, seat, antar, "ahead")).OfType<Finding>();
    }

    /// <summary>Where the grahas go in the coming days, counted from a sign (of the Moon at birth, or of a horoscope).</summary>
    public static IEnumerable<Finding> Transits(Rashi from, DateTimeOffset moment, ChartConventions conventions, int days, IReadOnlyList<int>? bindus = null)
    {
        var start = JulianDayUt.From(moment);
        foreach (var graha in Grahas.Nine.Where(graha => graha != Graha.Moon))
        {
            var left = Changes.OfSignBetween(graha, start, start + days, conventions).Select(change => (DateTimeOffset?)change.Instant.ToDateTimeOffset()).FirstOrDefault();
            yield return Transit(graha, Changes.SignAt(graha, start, conventions), from, moment, left ?? moment.AddDays(days), left is null, bindus);
        }
    }

    private static Finding Transit(Graha graha, Rashi sign, Rashi from, DateTimeOffset moment, DateTimeOffset until, bool isWhole, IReadOnlyList<int>? bindus)
    {
        var house = sign.HouseFrom(from);
        var helps = Gochara.IsFavourable(graha, house);
        var heavy = graha is Graha.Saturn or Graha.Jupiter or Graha.Rahu ? 1 : graha is Graha.Sun or Graha.Mars ? 0.8 : 0.6;
        var draft = new FindingDraft(Topic.ThisMonth, helps ? "transit.supportive" : "transit.challenging", Gochara.Source)
            .Places("moon").Places(Words.Key(graha)).Fills("graha", $"grahas/{Words.Key(graha)}")
            .States("grahas.moon.sign", Words.Key(from)).States($"transits.{Words.Key(graha)}.sign", Words.Key(sign)).Fills("sign", $"signs/{Words.Key(sign)}")
            .States($"transits.{Words.Key(graha)}.houseFromMoon", FindingDraft.Number(house)).Fills("place", $"houses/{house}").Area(house, later: (int)graha).Effect(helps, graha)
            .Fills("moon", "grahas/moon").Days($"transits.{Words.Key(graha)}", moment, until).Fills("when", isWhole ? "joints/wholeMonth" : $"until/{FindingDraft.Day(until)}");
        if (bindus is not null)
            draft.States($"ashtakavarga.sarva.{Words.Key(sign)}", FindingDraft.Number(bindus[(int)sign]));
        return draft.Done($"{graha}Transits{sign}", FindingWeights.Transit * heavy, helps ? Polarity.Supportive : Polarity.Challenging, new(moment, until));
    }

    // A great period opens with its own sub-period: that is told as one thing, not as two.
    private static Finding Period(BirthChart chart, DashaPeriod<Graha> period, string level, string wording)
    {
        var (from, until) = (period.Start.ToDateTimeOffset(), period.End.ToDateTimeOffset());
        var draft = new FindingDraft(Topic.Timing, chart.Lagna is null && wording != "own" ? $"dashaSign.{wording}" : $"dasha.{wording}", DashaSource)
            .Graha("graha", period.Lord).States($"dashas.{level}.lord", Words.Key(period.Lord)).Months($"dashas.{level}", from, until).Effect(helps: true, period.Lord);
        var polarity = Polarity.Mixed;
        if (chart.Has(period.Lord))
            draft.Sign("sign", period.Lord, chart.Sign(period.Lord));
        if (chart.Lagna is not null && chart.Has(period.Lord))
        {
            draft.Lagna(chart.LagnaSign).House("place", period.Lord, chart.SignHouse(period.Lord));
            polarity = chart.SignHouse(period.Lord) is 6 or 8 or 12 ? Polarity.Challenging : Polarity.Supportive;
        }
        return draft.Done($"{char.ToUpperInvariant(level[0])}{level[1..]}{period.Lord}", FindingWeights.Dasha, polarity, new(from, until));
    }

    private static Finding? Touch(BirthChart chart, TopicSeat seat, DashaPeriod<Graha> period, string level)
    {
        var lord = period.Lord;
        var how = chart.HouseLord(seat.House) == lord ? "lord" : chart.Has(lord) && chart.SignHouse(lord) == seat.House ? "occupant" : lord == seat.Karaka ? "karaka" : null;
        if (how is null)
            return null;
        var (from, until) = (period.Start.ToDateTimeOffset(), period.End.ToDateTimeOffset());
        var draft = new FindingDraft(seat.Topic, level == "ahead" ? $"ahead.{how}" : $"period.{how}", DashaSource)
            .Graha("graha", lord).States($"dashas.{level}.lord", Words.Key(lord)).Months($"dashas.{level}", from, until);
        draft = how switch
        {
            "lord" => draft.Lagna(chart.LagnaSign).Lord("house", seat.House, lord),
            "occupant" => draft.Lagna(chart.LagnaSign).House("house", lord, seat.House),
            _ => draft,
        };
        return draft.Done($"{char.ToUpperInvariant(level[0])}{level[1..]}{lord}{(level == "ahead" ? from.UtcDateTime.ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture) : "")}", FindingWeights.TopicDasha, Polarity.Supportive, new(from, until));
    }
}
