using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>Changes of sign and of direction.</summary>
internal static class TransitCases
{
    public static IEnumerable<string?> IngressFrom(PublishedCase one)
    {
        var ingress = Graha(one, one.Instant(one.Text("search_from"))).NextIngress!;
        yield return Near("ingress", one.Instant(one.Expected.Text("local_datetime")), ingress.At, TimeSpan.FromHours(one.Tolerance.Number("hours")));
        yield return Same("from", one.Expected.Text("from_sign").Sign(), ingress.From);
        yield return Same("to", one.Expected.Text("to_sign").Sign(), ingress.To);
    }

    public static IEnumerable<string?> Ingress(PublishedCase one)
    {
        var graha = Graha(one, one.Instant($"{one.Text("local_date")} {one.Text("local_time")}"));
        var ingress = one.Text("direction") == "next" ? graha.NextIngress! : graha.PreviousIngress!;
        yield return Near("ingress", one.Instant(one.Expected.Text("local_datetime")), ingress.At, TimeSpan.FromMinutes(one.Tolerance.Number("minutes")));
        yield return Same("to", one.Expected.Text("sign_entered_or_left").Sign(), ingress.To);
    }

    public static IEnumerable<string?> Station(PublishedCase one)
    {
        var graha = Graha(one, one.Instant($"{one.Text("local_date")} {one.Text("local_time")}"));
        var station = one.Text("direction") == "next" ? graha.NextStation! : graha.PreviousStation!;
        yield return Near("station", one.Instant(one.Expected.Text("local_datetime")), station.At, TimeSpan.FromHours(one.Tolerance.Number("hours")));
        yield return Same("after", Enum.Parse<Motion>(one.Expected.Text("motion_after"), ignoreCase: true), station.MotionAfter);
    }

    private static TransitAnswer Graha(PublishedCase one, DateTimeOffset at)
    {
        var request = new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = 15 }, Settings: one.ChartSettings());
        return Verbs.Transits.Run(request, new TransitQuery(at)).Value.Grahas.Single(graha => graha.Graha == Enum.Parse<Graha>(one.Text("planet")));
    }
}
