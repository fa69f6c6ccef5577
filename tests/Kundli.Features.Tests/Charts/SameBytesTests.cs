using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Vargas;
using Xunit;

namespace Kundli.Features.Tests.Charts;

public sealed class SameBytesTests
{
    private const int Calls = 10_000;

    private static readonly DrawChart Draw = new(new ZoneMap(), new StoppedClock());

    private static readonly BirthInput[] Births =
    [
        new("1990-05-15", "14:30:00", 28.6139, 77.2090, TimeZone: "Asia/Kolkata"), new("2000-04-02", "01:30:00", 40.7128, -74.006, TimeZone: "America/New_York"),
        new("1888-01-01", "06:00", 51.5, -0.12), new("2150-12-31", "23:59:59.999", -33.8688, 151.2093, UtcOffset: "+10:00"), new("1975-07-07", null, 19.076, 72.8777, TimeAccuracy.Unknown),
    ];

    [Fact]
    public void Ten_thousand_concurrent_previews_have_the_bytes_of_each_birth_and_ayanamsa_alone()
    {
        var requests = Births.SelectMany(birth => Enum.GetValues<Ayanamsa>().Select(ayanamsa =>
            new ChartRequest(Birth: birth, Settings: new ChartSettings(ayanamsa, Vargas: VargaRules.All, DashaDepth: 2)))).ToArray();
        var alone = requests.Select(Bytes).ToArray();

        Parallel.For(0, Calls, index => Assert.True(alone[index % alone.Length].AsSpan().SequenceEqual(Bytes(requests[index % alone.Length]))));

        Assert.Equal(alone.Length, alone.Select(Convert.ToHexString).Distinct().Count());
    }

    private static byte[] Bytes(ChartRequest request) => JsonSerializer.SerializeToUtf8Bytes(Draw.Run(request).Value);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }
}
