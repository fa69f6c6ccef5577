using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Vargas;

/// <summary>The sign of a longitude in each division: BPHS 6.2-41, one row per division.</summary>
public static class VargaRules
{
    /// <summary>The sixteen, D1 first.</summary>
    public static IReadOnlyList<Varga> All { get; } = Enum.GetValues<Varga>();

    // BPHS 6.27-28: the five parts of a sign and their signs, in odd and even signs.
    private static readonly (double To, Rashi Sign)[] OddTrimshamshas = [(5, Rashi.Aries), (10, Rashi.Aquarius), (18, Rashi.Sagittarius), (25, Rashi.Gemini), (30, Rashi.Libra)];
    private static readonly (double To, Rashi Sign)[] EvenTrimshamshas = [(5, Rashi.Taurus), (12, Rashi.Virgo), (20, Rashi.Pisces), (25, Rashi.Capricorn), (30, Rashi.Scorpio)];

    /// <summary>The sign of a longitude in a division by Parashara's rule.</summary>
    public static Rashi Sign(this Varga varga, SiderealLongitude longitude)
    {
        var sign = longitude.Rashi;
        var part = Part(longitude, (int)varga);
        return varga switch
        {
            Varga.D1 => sign,
            Varga.D2 => sign.IsOdd() == (part == 0) ? Rashi.Leo : Rashi.Cancer,
            Varga.D3 => sign.Plus(4 * part),
            Varga.D4 => sign.Plus(3 * part),
            Varga.D7 => sign.Plus(sign.IsOdd() ? part : part + 6),
            Varga.D9 => (Rashi)(longitude.PadaIndex % Rashis.Count),
            Varga.D10 => sign.Plus(sign.IsOdd() ? part : part + 8),
            Varga.D12 => sign.Plus(part),
            Varga.D16 or Varga.D45 => Start(sign, Rashi.Aries, Rashi.Leo, Rashi.Sagittarius).Plus(part),
            Varga.D20 => Start(sign, Rashi.Aries, Rashi.Sagittarius, Rashi.Leo).Plus(part),
            Varga.D24 => (sign.IsOdd() ? Rashi.Leo : Rashi.Cancer).Plus(part),
            Varga.D27 => ((Rashi)(3 * (int)sign.Element())).Plus(part),
            Varga.D30 => Trimshamsha(sign, longitude.InRashi),
            Varga.D40 => (sign.IsOdd() ? Rashi.Aries : Rashi.Libra).Plus(part),
            Varga.D60 => sign.Plus(part),
            _ => throw new ArgumentOutOfRangeException(nameof(varga), varga, "No such division."),
        };
    }

    /// <summary>The sign of a longitude in a division by a named reading; readings that don't concern the division give Parashara's.</summary>
    public static Rashi Sign(this Varga varga, SiderealLongitude longitude, VargaVariant variant)
    {
        var sign = longitude.Rashi;
        var part = Part(longitude, (int)varga);
        return (varga, variant) switch
        {
            (Varga.D2 or Varga.D3, VargaVariant.Parivritti) => Rashi.Aries.Plus((int)sign * (int)varga + part),
            (Varga.D2, VargaVariant.Kashinatha) => Kashinatha(sign, part),
            (Varga.D3, VargaVariant.Somanatha) => sign.IsOdd() ? Rashi.Aries.Plus((int)sign / 2 * 3 + part) : Rashi.Pisces.Plus(-((int)sign / 2 * 3) - part),
            (Varga.D3, VargaVariant.Jagannatha) => MovableOfTrine(sign).Plus(4 * part),
            (Varga.D24, VargaVariant.ReversedEven) when !sign.IsOdd() => Rashi.Cancer.Plus(-part),
            (Varga.D60, VargaVariant.FromAries) => Rashi.Aries.Plus(part),
            _ => varga.Sign(longitude),
        };
    }

    /// <summary>The readings of a division, Parashara's first.</summary>
    public static IReadOnlyList<VargaVariant> VariantsOf(Varga varga) => varga switch
    {
        Varga.D2 => [VargaVariant.Parashara, VargaVariant.Parivritti, VargaVariant.Kashinatha],
        Varga.D3 => [VargaVariant.Parashara, VargaVariant.Parivritti, VargaVariant.Somanatha, VargaVariant.Jagannatha],
        Varga.D24 => [VargaVariant.Parashara, VargaVariant.ReversedEven],
        Varga.D60 => [VargaVariant.Parashara, VargaVariant.FromAries],
        _ => [VargaVariant.Parashara],
    };

    /// <summary>The part of its sign in which a longitude lies, 0 to <paramref name="parts"/> − 1.</summary>
    public static int Part(SiderealLongitude longitude, int parts)
    {
        // Counted through the whole zodiac, so that the ends of parts that are no whole degrees fall where those of the nakshatra padas do.
        var index = (int)(longitude.Degrees * (Rashis.Count * parts) / 360);
        return Math.Clamp(index - (int)longitude.Rashi * parts, 0, parts - 1);
    }

    private static Rashi Start(Rashi sign, Rashi movable, Rashi @fixed, Rashi dual) => sign.Mode() switch
    {
        Mode.Movable => movable,
        Mode.Fixed => @fixed,
        _ => dual,
    };

    private static Rashi Trimshamsha(Rashi sign, double within)
    {
        foreach (var (to, trimshamsha) in sign.IsOdd() ? OddTrimshamshas : EvenTrimshamshas)
            if (within < to)
                return trimshamsha;
        return sign;
    }

    private static Rashi MovableOfTrine(Rashi sign) => sign.Mode() switch
    {
        Mode.Movable => sign,
        Mode.Fixed => sign.Plus(8),
        _ => sign.Plus(4),
    };

    /// <summary>The sign itself in the half of its own sex, the other sign of its lord in the other half; Cancer and Leo serve each other.</summary>
    private static Rashi Kashinatha(Rashi sign, int part)
    {
        if (part == (sign.IsOdd() ? 0 : 1))
            return DaySign(sign);
        var day = DaySign(sign);
        return day switch { Rashi.Leo => Rashi.Cancer, _ => Rashis.All.First(other => other.Lord() == day.Lord() && other != day) };

        static Rashi DaySign(Rashi rashi) => rashi switch
        {
            Rashi.Cancer or Rashi.Leo => Rashi.Leo,
            _ => Rashis.All.Last(other => other.Lord() == rashi.Lord()),
        };
    }
}
