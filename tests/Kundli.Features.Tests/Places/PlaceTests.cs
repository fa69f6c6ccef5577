using CsCheck;
using Kundli.Features.Places;
using NodaTime;
using Xunit;

namespace Kundli.Features.Tests.Places;

public sealed class PlaceTests
{
    private static readonly PlaceIndex Index = new();
    private static readonly ZoneMap Zones = new();

    [Fact]
    public void There_are_more_than_twenty_thousand_places_each_on_Earth_with_a_known_clock()
    {
        Assert.InRange(Index.Count, 20_000, 200_000);
        var cities = "abcdefghijklmnopqrstuvwxyz".SelectMany(letter => Index.Search(letter.ToString(), Limits.LimitMax)).ToList();
        Assert.True(cities.Count >= 26 * Limits.LimitMax / 2);
        Assert.All(cities, city => Assert.True(city.Latitude is >= -90 and <= 90 && city.Longitude is >= -180 and <= 180 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(city.TimeZone) is not null));
    }

    [Theory]
    [InlineData("jaip", "Jaipur")]
    [InlineData("JAIPUR", "Jaipur")]
    [InlineData("जयपुर", "Jaipur")]
    [InlineData("मुंबई", "Mumbai")]
    [InlineData("वाराणसी", "Varanasi")]
    [InlineData("bombay", "Mumbai")]
    [InlineData("calcutta", "Kolkata")]
    [InlineData("banglore", "Bengaluru")]
    [InlineData("Bangalroe", "Bengaluru")]
    [InlineData("hydrabad", "Hyderabad")]
    [InlineData("sao paulo", "São Paulo")]
    [InlineData("new york", "New York City")]
    [InlineData("springfield, missouri", "Springfield")]
    [InlineData("jaipur rajasthan", "Jaipur")]
    [InlineData("hyderabad, pakistan", "Hyderabad")]
    public void A_place_is_found_by_its_beginning_its_other_names_in_Hindi_and_misspelt(string query, string name) => Assert.Equal(name, Index.Search(query, 5)[0].Name);

    [Fact]
    public void The_more_populous_comes_first_and_what_follows_a_comma_narrows()
    {
        Assert.Equal(["IN", "PK"], Index.Search("hyderabad", 5).Take(2).Select(place => place.Country));
        Assert.Equal("PK", Index.Search("hyderabad, pk", 5)[0].Country);
        Assert.Equal("Missouri", Index.Search("springfield, missouri", 5)[0].Region);
        var jaipur = Index.Search("jaipur", 1)[0];
        Assert.Equal(("Rajasthan", "Asia/Kolkata", "जयपुर"), (jaipur.Region, jaipur.TimeZone, jaipur.Names!.Hi));
        Assert.Equal(26.92, jaipur.Latitude, 2);
        Assert.Empty(Index.Search("qqqqxxxx", 5));
        Assert.Empty(Index.Search(" , ", 5));
    }

    [Theory]
    [InlineData(28.6139, 77.2090, "Asia/Kolkata")]
    [InlineData(32.7266, 74.8570, "Asia/Kolkata")] // Jammu, 20 km from Pakistan
    [InlineData(31.5204, 74.3587, "Asia/Karachi")] // Lahore
    [InlineData(31.6340, 74.8723, "Asia/Kolkata")] // Amritsar, 50 km from it
    [InlineData(26.7271, 88.3953, "Asia/Kolkata")] // Siliguri, between Nepal and Bangladesh
    [InlineData(27.1767, 84.9858, "Asia/Kathmandu")] // Birgunj side of the border
    [InlineData(24.7471, 90.4203, "Asia/Dhaka")]
    [InlineData(11.6234, 92.7265, "Asia/Kolkata")] // Port Blair
    [InlineData(8.5241, 76.9366, "Asia/Kolkata")]
    [InlineData(6.9271, 79.8612, "Asia/Colombo")]
    [InlineData(40.7128, -74.0060, "America/New_York")]
    [InlineData(-33.8688, 151.2093, "Australia/Sydney")]
    [InlineData(64.1466, -21.9426, "Atlantic/Reykjavik")]
    [InlineData(21.3069, -157.8583, "Pacific/Honolulu")]
    [InlineData(0, -150, "Etc/GMT+10")] // the open sea
    public void A_point_has_the_clock_of_its_place(double latitude, double longitude, string zone) => Assert.Equal(zone, Zones.ZoneAt(latitude, longitude));

    [Fact]
    public void Every_point_of_the_Earth_has_a_clock_that_the_database_knows() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Sample(point => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zones.ZoneAt(point.Item1, point.Item2)!) is not null, iter: 20_000);

    [Fact]
    public void Places_keep_the_clock_that_the_map_gives_their_coordinates()
    {
        var cities = "abcdefghijklmnopqrstuvwxyz".SelectMany(letter => Index.Search(letter.ToString(), Limits.LimitMax)).ToList();
        var different = cities.Where(city => Zones.ZoneAt(city.Latitude, city.Longitude) != city.TimeZone).Select(city => $"{city.Name} {city.TimeZone} {Zones.ZoneAt(city.Latitude, city.Longitude)}").ToList();

        Assert.True(different.Count <= cities.Count / 100, string.Join('\n', different));
    }

    [Fact]
    public void The_data_stays_small()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (places, zones) = (new PlaceIndex(), new ZoneMap());
        Assert.NotEmpty(places.Search("delhi", 1));
        Assert.NotNull(zones.ZoneAt(28, 77));
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        GC.KeepAlive((places, zones));

        Assert.InRange(megabytes, 0, 60);
    }

    [Fact]
    public void Nothing_that_is_typed_breaks_the_search() => Gen.String[0, Limits.QueryLengthMax].Sample(query => Index.Search(query, 5).Count <= 5, iter: 2000);
}
