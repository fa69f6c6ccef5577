using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Places;

/// <summary>A city, town or village.</summary>
/// <param name="Name">Its name, as its country writes it in Latin letters.</param>
/// <param name="Region">State or province, or null.</param>
/// <param name="Country">ISO 3166 code of two letters.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Population">People, 0 where it is not known.</param>
/// <param name="Rank">Its rank by population among all places, from 1.</param>
/// <param name="Names">Its name in English and in Hindi, where the data has one.</param>
public sealed record Place(string Name, string? Region, string Country, double Latitude, double Longitude, string TimeZone, int Population, int Rank, LocalName? Names);
