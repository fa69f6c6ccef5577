using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>What the house of a topic tells: its lord, who sits in it, who looks at it, its significator, its division and its bindus. Houses are whole signs, as the verses count.</summary>
internal static class HouseFindings
{
    private static readonly Graha[] Lookers = [Graha.Jupiter, Graha.Venus, Graha.Mars, Graha.Saturn];
    private static readonly string[] Ordinals = ["", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth"];

    public static IEnumerable<Finding> Of(BirthChart chart, TopicSeat seat, Ashtakavarga? bindus)
    {
        // The Moon's own sign is told of the mind already: as its significator it would say the same again.
        if (chart.Lagna is null)
            return chart.Has(seat.Karaka) && (seat.Topic != Topic.Mind || Dignity(seat.Karaka, chart.Sign(seat.Karaka)) is not null) ? [KarakaSign(chart, seat)] : [];
        var findings = new List<Finding>();
        var lord = chart.HouseLord(seat.House);
        if (chart.Has(lord))
        {
            findings.Add(Lord(chart, seat, lord));
            findings.AddRange(Condition(chart, seat, lord));
            findings.AddRange(InVarga(chart, seat, lord));
        }
        findings.AddRange(Occupants(chart, seat));
        findings.AddRange(Lookers.Where(chart.Has).Where(graha => graha != lord && chart.SignHouse(graha) != seat.House && Aspects.Looks(chart, graha, chart.HouseSign(seat.House))).Select(graha => Look(chart, seat, graha)));
        if (chart.Has(seat.Karaka) && seat.Karaka != lord)
            findings.Add(Karaka(chart, seat));
        findings.AddRange(Bindus(chart, seat, bindus));
        return findings;
    }

    private static Finding Lord(BirthChart chart, TopicSeat seat, Graha lord)
    {
        var place = chart.SignHouse(lord);
        var polarity = PlacePolarity(place);
        var home = place == seat.House;
        return new FindingDraft(seat.Topic, home ? "lordAtHome" : $"lord.{Words.Key(polarity)}", "BPHS 24")
            .Lagna(chart.LagnaSign).Graha("graha", lord).Lord("house", seat.House, lord).House("place", lord, place).Sign("sign", lord, chart.Sign(lord))
            .Done($"Lord{lord}In{Ordinals[place]}", FindingWeights.Lord * (polarity == Polarity.Mixed ? 0.6 : 1), home ? Polarity.Supportive : polarity);
    }

    /// <summary>Kendras, trikonas, 2 and 11 help; 6, 8 and 12 ask; 3 does both (BPHS 11; Phaladeepika 15).</summary>
    private static Polarity PlacePolarity(int house) => house switch
    {
        6 or 8 or 12 => Polarity.Challenging,
        3 => Polarity.Mixed,
        _ => Polarity.Supportive,
    };

    private static IEnumerable<Finding> Condition(BirthChart chart, TopicSeat seat, Graha graha)
    {
        var sign = chart.Sign(graha);
        if (Dignity(graha, sign) is { } dignity)
            yield return new FindingDraft(seat.Topic, $"dignity.{dignity}", "BPHS 3.49-54")
                .Graha("graha", graha).Sign("sign", graha, sign)
                .Done($"{graha}{char.ToUpperInvariant(dignity[0])}{dignity[1..]}", FindingWeights.Dignity, dignity == "debilitated" ? Polarity.Challenging : Polarity.Supportive);
        if (Combustion.IsCombust(chart, graha))
            yield return new FindingDraft(seat.Topic, "combust", "Surya Siddhanta 9")
                .Graha("graha", graha).Graha("sun", Astronomy.Sky.Graha.Sun).States($"grahas.{Words.Key(graha)}.combustBy", "sun")
                .Done($"{graha}Combust", FindingWeights.Dignity * 0.6, Polarity.Challenging);
    }

    private static string? Dignity(Graha graha, Rashi sign) => graha.IsNode() ? null
        : Dignities.ExaltationSign(graha) == sign ? "exalted"
        : Dignities.DebilitationSign(graha) == sign ? "debilitated"
        : Dignities.Owns(graha, sign) ? "own" : null;

    private static IEnumerable<Finding> Occupants(BirthChart chart, TopicSeat seat)
    {
        foreach (var graha in Grahas.Nine.Where(graha => chart.Has(graha) && chart.SignHouse(graha) == seat.House && graha != chart.HouseLord(seat.House)))
        {
            var helps = OccupantHelps(chart, graha, seat.House);
            yield return new FindingDraft(seat.Topic, helps ? "occupant.supportive" : "occupant.challenging", "Phaladeepika 8")
                .Lagna(chart.LagnaSign).Graha("graha", graha).House("house", graha, seat.House).States($"grahas.{Words.Key(graha)}.sign", Words.Key(chart.Sign(graha)))
                .Effect(helps, graha)
                .Done($"{graha}In{Ordinals[seat.House]}", FindingWeights.Occupant, helps ? Polarity.Supportive : Polarity.Challenging);
        }
    }

    /// <summary>A strong graha helps wherever it sits, a fallen one nowhere; malefics help in the growing houses 3, 6, 10 and 11 (BPHS 11; Phaladeepika 8).</summary>
    private static bool OccupantHelps(BirthChart chart, Graha graha, int house) => Dignity(graha, chart.Sign(graha)) switch
    {
        "exalted" or "own" => true,
        "debilitated" => false,
        _ => !graha.IsNaturalMalefic() || house is 3 or 6 or 10 or 11,
    };

    private static Finding Look(BirthChart chart, TopicSeat seat, Graha graha)
    {
        var helps = !graha.IsNaturalMalefic();
        return new FindingDraft(seat.Topic, helps ? "aspect.supportive" : "aspect.challenging", "BPHS 26")
            .Lagna(chart.LagnaSign).Graha("graha", graha).House("place", graha, chart.SignHouse(graha)).HouseSign("house", seat.House, chart.HouseSign(seat.House))
            .Effect(helps, graha)
            .Done($"{graha}LooksAt{Ordinals[seat.House]}", FindingWeights.Aspect * (graha is Astronomy.Sky.Graha.Jupiter or Astronomy.Sky.Graha.Saturn ? 1 : 0.8), helps ? Polarity.Supportive : Polarity.Challenging);
    }

    private static Finding Karaka(BirthChart chart, TopicSeat seat)
    {
        var place = chart.SignHouse(seat.Karaka);
        var polarity = PlacePolarity(place);
        return new FindingDraft(seat.Topic, $"karaka.{Words.Key(polarity)}", "BPHS 32")
            .Lagna(chart.LagnaSign).Graha("graha", seat.Karaka).House("place", seat.Karaka, place).Sign("sign", seat.Karaka, chart.Sign(seat.Karaka))
            .Done($"Karaka{seat.Karaka}In{Ordinals[place]}", FindingWeights.Karaka * (polarity == Polarity.Mixed ? 0.6 : 1), polarity);
    }

    private static Finding KarakaSign(BirthChart chart, TopicSeat seat)
    {
        var sign = chart.Sign(seat.Karaka);
        var dignity = Dignity(seat.Karaka, sign);
        var polarity = dignity switch { null => Polarity.Mixed, "debilitated" => Polarity.Challenging, _ => Polarity.Supportive };
        return new FindingDraft(seat.Topic, $"karakaSign.{Words.Key(polarity)}", "BPHS 32")
            .Graha("graha", seat.Karaka).Sign("sign", seat.Karaka, sign).Nature(sign).Effect(polarity != Polarity.Challenging, seat.Karaka)
            .Done($"Karaka{seat.Karaka}In{sign}", FindingWeights.Karaka * 0.6, polarity);
    }

    private static IEnumerable<Finding> InVarga(BirthChart chart, TopicSeat seat, Graha graha)
    {
        var sign = seat.Varga.Sign(chart[graha].Longitude);
        if (Dignity(graha, sign) is not { } dignity)
            yield break;
        var confirms = dignity != "debilitated";
        yield return new FindingDraft(seat.Topic, confirms ? "varga.supportive" : "varga.challenging", "BPHS 6-7")
            .Graha("graha", graha).VargaSign(seat.Varga, graha, sign).Lagna(chart.LagnaSign).Lord("house", seat.House, graha)
            .Done($"{graha}In{seat.Varga}", FindingWeights.Varga, confirms ? Polarity.Supportive : Polarity.Challenging);
    }

    private static IEnumerable<Finding> Bindus(BirthChart chart, TopicSeat seat, Ashtakavarga? ashtakavarga)
    {
        if (ashtakavarga is null)
            yield break;
        var sign = chart.HouseSign(seat.House);
        var bindus = ashtakavarga.Sarva[(int)sign];
        if (bindus is > FindingWeights.BindusLow and < FindingWeights.BindusHigh)
            yield break;
        var helps = bindus >= FindingWeights.BindusHigh;
        yield return new FindingDraft(seat.Topic, helps ? "bindus.supportive" : "bindus.challenging", "BPHS 66-72")
            .Lagna(chart.LagnaSign).HouseSign("house", seat.House, sign).Fills("sign", $"signs/{Words.Key(sign)}")
            .States($"ashtakavarga.sarva.{Words.Key(sign)}", FindingDraft.Number(bindus)).Fills("number", $"number/{bindus}")
            .Done($"Bindus{bindus}", FindingWeights.Ashtakavarga, helps ? Polarity.Supportive : Polarity.Challenging);
    }
}
