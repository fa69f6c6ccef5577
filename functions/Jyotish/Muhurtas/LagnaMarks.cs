using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Muhurtas.Verdict;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>What the rising sign says: lagna shuddhi.</summary>
internal static class LagnaMarks
{
    private const string Raman = "Raman, Muhurtha, Marriage";
    private const double StepDays = 10.0 / 1440;
    private const double EnoughDays = 1.0 / 86400;

    /// <summary>The marks of the rising signs over a stretch of time.</summary>
    public static IEnumerable<MuhurtaMark> Of(PurposeRules rules, Period time, PlaceAlmanac almanac, IReadOnlyList<MuhurtaPerson> people) =>
        Risings(time, almanac).SelectMany(rising => Of(rules, rising.Sign, rising.Time, almanac, people));

    /// <summary>The signs that rise, one after the other.</summary>
    internal static IEnumerable<(Rashi Sign, Period Time)> Risings(Period time, PlaceAlmanac almanac)
    {
        var (start, sign) = (time.Start, SignAt(time.Start));
        for (var near = time.Start; near < time.End;)
        {
            var far = near + StepDays < time.End ? near + StepDays : time.End;
            if (SignAt(far) is var next && next != sign)
            {
                var (left, right) = (near, far);
                while (right - left > EnoughDays)
                    if (SignAt(left + ((right - left) / 2)) == sign)
                        left += (right - left) / 2;
                    else
                        right = left + ((right - left) / 2);
                yield return (sign, new(start, right));
                (start, sign) = (right, next);
            }
            near = far;
        }
        yield return (sign, new(start, time.End));

        Rashi SignAt(JulianDayUt instant)
        {
            var sky = LocalSky.At(instant, almanac.Observer);
            return sky.Ascendant.ToSidereal(AyanamsaAt.Of(almanac.Ayanamsa, sky.Tt)).Rashi;
        }
    }

    private static IEnumerable<MuhurtaMark> Of(PurposeRules rules, Rashi sign, Period time, PlaceAlmanac almanac, IReadOnlyList<MuhurtaPerson> people)
    {
        var name = new LocalName($"{Names.Of(sign).En} rising", $"{Names.Of(sign).Hi} लग्न");
        if (rules.GoodLagnas.Contains(sign))
            yield return new(new("lagna", For, MuhurtaWords.Good(name, rules.Name), rules.Source), time);
        else if (rules.PoorLagnas.Contains(sign))
            yield return new(new("lagna", Against, MuhurtaWords.Poor(name, rules.Name), rules.Source), time);
        if (rules.IsRite)
            foreach (var reason in Grahas(rules, sign, time, almanac))
                yield return new(reason, time);
        for (var i = 0; i < people.Count; i++)
            if (people[i].IsEighth(sign))
                yield return new(
                    new(
                        "ashtamaLagna", rules.Purpose == Purpose.Marriage ? Forbids : Against,
                        new($"{name.En} is the eighth from the birth sign or lagna.", $"{name.Hi} जन्म राशि या लग्न से आठवाँ है।"), "Raman, Muhurtha", i + 1), time);
    }

    private static IEnumerable<MuhurtaReason> Grahas(PurposeRules rules, Rashi lagna, Period time, PlaceAlmanac almanac)
    {
        var houses = HousesFrom(lagna, time.Start, almanac.Ayanamsa);
        if (rules.Purpose == Purpose.Marriage)
        {
            if (!houses.Contains(7))
                yield return new("seventhEmpty", For, new("No graha stands in the seventh.", "सप्तम भाव ग्रहों से रहित है।"), Raman);
            if (houses[(int)Graha.Mars] == 8)
                yield return new("marsInEighth", Against, new("Mars stands in the eighth.", "मंगल अष्टम भाव में है।"), Raman);
            if (houses[(int)Graha.Venus] == 6)
                yield return new("venusInSixth", Against, new("Venus stands in the sixth.", "शुक्र षष्ठ भाव में है।"), Raman);
        }
        else if (!houses.Contains(8))
            yield return new("eighthEmpty", For, new("No graha stands in the eighth.", "अष्टम भाव ग्रहों से रहित है।"), rules.Source);
        if (houses[(int)Graha.Jupiter] is 1 or 4 or 7 or 10 || houses[(int)Graha.Venus] is 1 or 4 or 10)
            yield return new("beneficInAngle", For, new("Jupiter or Venus stands in an angle.", "गुरु या शुक्र केन्द्र में है।"), rules.Source);
    }

    private static int[] HousesFrom(Rashi lagna, JulianDayUt instant, Ayanamsa ayanamsa)
    {
        Span<SkyPosition> sky = stackalloc SkyPosition[Positions.Grahas];
        var tt = instant.ToTt();
        Positions.Fill(tt, sky);
        var offset = AyanamsaAt.Of(ayanamsa, tt);
        var houses = new int[Positions.Grahas];
        for (var i = 0; i < houses.Length; i++)
            houses[i] = sky[i].Longitude.ToSidereal(offset).Rashi.HouseFrom(lagna);
        return houses;
    }
}
