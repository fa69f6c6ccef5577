using Kundli.Features.Charts;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>Shadbala and ashtakavarga.</summary>
internal static class StrengthCases
{
    public static IEnumerable<string?> Shadbala(PublishedCase one)
    {
        var part = one.Id[(one.Id.IndexOf('-') + 1)..];
        var shadbala = ChartStrengths.Of(Verbs.Draw.Find(one.Birth()).Value).Shadbala!;
        foreach (var body in one.Expected.EnumerateObject())
            yield return Near(body.Name, body.Value.GetDouble(), Part(shadbala[body.Name.Key()], part), one.Tolerance.Number("abs"));
    }

    public static IEnumerable<string?> Bhinna(PublishedCase one)
    {
        var bhinna = Ashtakavarga(one).Bhinna[one.Text("planet").Key()];
        yield return Same("bindus", string.Join(' ', one.Expected.EnumerateArray()), string.Join(' ', bhinna));
    }

    public static IEnumerable<string?> Sarva(PublishedCase one)
    {
        yield return Same("sarva", string.Join(' ', one.Expected.EnumerateArray()), string.Join(' ', Ashtakavarga(one).Sarva));
    }

    private static AshtakavargaAnswer Ashtakavarga(PublishedCase one) =>
        ChartStrengths.Of(Verbs.Draw.Find(one.Input.GetProperty("sign_positions").ToLongitudes()).Value).Ashtakavarga!;

    private static double Part(ShadbalaAnswer strength, string part) => part switch
    {
        "cheshta_bala" => strength.Parts.Cheshta,
        "drik_bala" => strength.Parts.Drik,
        "naisargika_bala" => strength.Parts.Naisargika,
        "kashta_phala" or "kashta" => strength.KashtaPhala,
        "total_rupas" => strength.Rupas,
        "total_shashtiamsa" => strength.Total,
        "hora_bala" => strength.Kala.Hora,
        "nathonnatha_bala" => strength.Kala.Nathonnata,
        "tribhaga_bala" => strength.Kala.Tribhaga,
        "saptavargaja_bala" => strength.Sthana.Saptavargaja,
        "sthana_bala_total" => strength.Sthana.Total,
        _ => throw new NotSupportedException(part),
    };
}
