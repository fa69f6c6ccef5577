using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Compatibility;

/// <summary>The eight kutas, lightest first: the n-th counts n points.</summary>
public enum Kuta
{
    /// <summary>1 point.</summary>
    Varna = 1,

    /// <summary>2 points.</summary>
    Vashya,

    /// <summary>3 points.</summary>
    Tara,

    /// <summary>4 points.</summary>
    Yoni,

    /// <summary>5 points.</summary>
    GrahaMaitri,

    /// <summary>6 points.</summary>
    Gana,

    /// <summary>7 points.</summary>
    Bhakoot,

    /// <summary>8 points.</summary>
    Nadi,
}

/// <summary>The points of one kuta.</summary>
/// <param name="Kuta">Which.</param>
/// <param name="RawScore">By the table.</param>
/// <param name="Score">After the exceptions: the maximum when one applies, else the raw score.</param>
/// <param name="Exceptions">The exceptions that apply, by name.</param>
public sealed record KutaScore(Kuta Kuta, double RawScore, double Score, IReadOnlyList<string> Exceptions)
{
    /// <summary>The most points.</summary>
    public int Maximum => (int)Kuta;
}

/// <summary>Guna milan: Muhurta Chintamani 6.20-36. Exceptions are those that most almanacs accept; the raw score never hides.</summary>
public static class Kutas
{
    /// <summary>The sum of all maxima.</summary>
    public const int Maximum = 36;

    private const double TaraHalf = 1.5;

    /// <summary>The eight kutas of a bride and a groom.</summary>
    public static IReadOnlyList<KutaScore> Of(MoonPlace bride, MoonPlace groom)
    {
        var nadi = Score(Kuta.Nadi, SameNadi(bride, groom) ? 0 : 8, NadiExceptions(bride, groom));
        var bhakoot = Score(Kuta.Bhakoot, KutaTables.IsBadDistance(groom.Rashi, bride.Rashi) ? 0 : 7, BhakootExceptions(bride, groom));
        return
        [
            Score(Kuta.Varna, KutaTables.VarnaRank(groom.Rashi) >= KutaTables.VarnaRank(bride.Rashi) ? 1 : 0, []),
            Score(Kuta.Vashya, KutaTables.VashyaScore(KutaTables.Vashya(groom.Longitude), KutaTables.Vashya(bride.Longitude)), []),
            Score(Kuta.Tara, Tara(bride, groom), []),
            Score(Kuta.Yoni, KutaTables.YoniScore(groom.Nakshatra.Facts().Yoni, bride.Nakshatra.Facts().Yoni), []),
            Score(Kuta.GrahaMaitri, KutaTables.MaitriScore(groom.Lord, bride.Lord), []),
            Score(Kuta.Gana, KutaTables.GanaScore(groom.Nakshatra.Facts().Gana, bride.Nakshatra.Facts().Gana), GanaExceptions(bride, groom, bhakoot)),
            bhakoot,
            nadi,
        ];
    }

    private static KutaScore Score(Kuta kuta, double raw, IReadOnlyList<string> exceptions)
    {
        var low = kuta == Kuta.Gana ? raw <= 1 : raw == 0;
        return new(kuta, raw, low && exceptions.Count > 0 ? (int)kuta : raw, low ? exceptions : []);
    }

    private static double Tara(MoonPlace bride, MoonPlace groom) =>
        (KutaTables.IsGoodTara(bride.Nakshatra, groom.Nakshatra) ? TaraHalf : 0) + (KutaTables.IsGoodTara(groom.Nakshatra, bride.Nakshatra) ? TaraHalf : 0);

    private static bool SameNadi(MoonPlace bride, MoonPlace groom) => bride.Nakshatra.Facts().Nadi == groom.Nakshatra.Facts().Nadi;

    private static List<string> NadiExceptions(MoonPlace bride, MoonPlace groom)
    {
        var exceptions = new List<string>();
        var (star, sign) = (bride.Nakshatra == groom.Nakshatra, bride.Rashi == groom.Rashi);
        if (sign && !star)
            exceptions.Add("sameSignDifferentNakshatra");
        if (star && !sign)
            exceptions.Add("sameNakshatraDifferentSign");
        if (star && bride.Pada != groom.Pada)
            exceptions.Add("sameNakshatraDifferentPada");
        return exceptions;
    }

    private static List<string> BhakootExceptions(MoonPlace bride, MoonPlace groom)
    {
        var exceptions = new List<string>();
        if (bride.Lord == groom.Lord)
            exceptions.Add("sameSignLord");
        else if (AreFriends(bride.Lord, groom.Lord))
            exceptions.Add("signLordsAreFriends");
        return exceptions;
    }

    private static List<string> GanaExceptions(MoonPlace bride, MoonPlace groom, KutaScore bhakoot)
    {
        var exceptions = new List<string>();
        if (bride.Lord == groom.Lord)
            exceptions.Add("sameSignLord");
        else if (AreFriends(bride.Lord, groom.Lord))
            exceptions.Add("signLordsAreFriends");
        if (bride.NavamsaLord == groom.NavamsaLord || AreFriends(bride.NavamsaLord, groom.NavamsaLord))
            exceptions.Add("navamsaLordsAreFriends");
        if (bhakoot.RawScore > 0)
            exceptions.Add("bhakootIsGood");
        return exceptions;
    }

    private static bool AreFriends(Kundli.Astronomy.Sky.Graha one, Kundli.Astronomy.Sky.Graha other) =>
        Friendships.Natural(one, other) == Friendship.Friend && Friendships.Natural(other, one) == Friendship.Friend;
}
