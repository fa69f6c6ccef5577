using Kundli.Features.Places;
using NodaTime;

namespace Kundli.Features.Panchang;

/// <summary>The days of one place, written out beforehand.</summary>
/// <param name="TimeZone">Its IANA zone.</param>
/// <param name="Texts">Date by date the answer's own bytes.</param>
public sealed record PreparedPlace(string TimeZone, IReadOnlyDictionary<DateOnly, ReadOnlyMemory<byte>> Texts);

/// <summary>The days of the places that are asked for most.</summary>
/// <param name="Release">What they were computed and written by; another release writes its own.</param>
/// <param name="Places">By coordinates.</param>
public sealed record PreparedDays(string Release, IReadOnlyDictionary<(double Latitude, double Longitude), PreparedPlace> Places)
{
    /// <summary>None.</summary>
    public static PreparedDays Of(string release) => new(release, new Dictionary<(double, double), PreparedPlace>());
}

/// <summary>Where prepared days lie: one file, replaced as a whole.</summary>
public interface IPreparedDays
{
    /// <summary>
    /// What lies there, with its tag; null where nothing does, nothing newer than <paramref name="known"/>, or the store does not answer. What another release wrote has no places,
    /// whatever its form.
    /// </summary>
    Task<(PreparedDays Days, string Tag)?> ReadAsync(string release, string? known, CancellationToken cancellation);

    /// <summary>Puts days there.</summary>
    Task SaveAsync(PreparedDays days, CancellationToken cancellation);
}

/// <summary>How often the days of known places were asked for. A place is one of the largest of the index, never where a person is.</summary>
public interface IAskedPlaces
{
    /// <summary>The counts so far, by coordinates; none where the store does not answer.</summary>
    Task<IReadOnlyDictionary<(double Latitude, double Longitude), long>> ReadAsync(CancellationToken cancellation);

    /// <summary>Adds counts; false when another process added meanwhile or the store does not answer, and nothing was added.</summary>
    Task<bool> AddAsync(IReadOnlyDictionary<(double Latitude, double Longitude), long> counts, CancellationToken cancellation);
}

/// <summary>How a day is written as the answer of the route.</summary>
public interface IDayText
{
    /// <summary>Tells this release from others.</summary>
    string Release { get; }

    /// <summary>The answer's bytes.</summary>
    byte[] Write(DayAnswer day);
}

/// <summary>
/// The hourly batch: today's and tomorrow's panchang of the most asked places. What is there already is kept, so that a second run, or one that takes up what a killed one
/// left, computes only what is missing.
/// </summary>
public sealed class PrepareDays(PlaceIndex places, ReadDay day, IDayText text, IPreparedDays prepared, IAskedPlaces asked, ITimeZoneLookup zones, TimeProvider clock)
{
    /// <summary>Prepares what is missing.</summary>
    /// <returns>How many days were computed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var before = (await prepared.ReadAsync(text.Release, null, cancellation))?.Days ?? PreparedDays.Of(text.Release);
        var after = new Dictionary<(double, double), PreparedPlace>(Limits.PreparedPlaces);
        var computed = 0;
        foreach (var place in await MostAskedAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var known = before.Places.GetValueOrDefault((place.Latitude, place.Longitude))?.Texts;
            var today = Today(place.TimeZone);
            var texts = new Dictionary<DateOnly, ReadOnlyMemory<byte>>();
            foreach (var date in new[] { today, today.AddDays(1) })
            {
                if (known is not null && known.TryGetValue(date, out var there))
                {
                    texts[date] = there;
                    continue;
                }
                texts[date] = text.Write(day.Run(place, new DateQuery($"{date:yyyy-MM-dd}")));
                computed++;
            }
            after[(place.Latitude, place.Longitude)] = new(place.TimeZone, texts);
        }
        if (computed > 0)
            await prepared.SaveAsync(new(text.Release, after), cancellation);
        return computed;
    }

    /// <summary>The places that are asked for most; the largest ones take the places that are left.</summary>
    private async Task<IReadOnlyList<Place>> MostAskedAsync(CancellationToken cancellation)
    {
        var counts = await asked.ReadAsync(cancellation);
        return
        [
            .. places.Largest(Limits.CountedPlaces)
                // Who names no zone must get the same answer.
                .Where(place => CivilZone.Find(zones, place.Latitude, place.Longitude, null).Id == place.TimeZone)
                .OrderByDescending(place => counts.GetValueOrDefault((place.Latitude, place.Longitude))).ThenBy(place => place.Rank).Take(Limits.PreparedPlaces),
        ];
    }

    private DateOnly Today(string zone) => Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[zone]).Date.ToDateOnly();
}

/// <summary>
/// Answers a day from what was prepared, and counts which places are asked for. The file is kept in memory and looked for anew at most every <see cref="Limits.PreparedAgeMax"/>;
/// one request pays for the look, the others go on with what is there.
/// </summary>
public sealed class ServeDay(PlaceIndex places, IPreparedDays prepared, IAskedPlaces asked, IDayText text, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly Lazy<HashSet<(double, double)>> _known = new(() => [.. places.Largest(Limits.CountedPlaces).Select(place => (place.Latitude, place.Longitude))]);
    private readonly Lock _counting = new();

    private Dictionary<(double, double), long> _counts = [];
    private int _uncounted;
    private volatile PreparedDays? _days;
    private string? _tag;
    private long _lookedAt;

    /// <summary>The bytes of the answer; null where it has to be computed.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(DayQuery query, CancellationToken cancellation)
    {
        if (query is not { UtcOffset: null, Sunrise: Kundli.Astronomy.Sky.HorizonConvention.UpperLimb, Ayanamsa: Kundli.Astronomy.Sky.Ayanamsa.Lahiri })
            return null;
        await CountAsync((query.Latitude, query.Longitude), cancellation);
        await LookAsync(cancellation);
        if (_days?.Places.GetValueOrDefault((query.Latitude, query.Longitude)) is not { } place || (query.TimeZone is not null && query.TimeZone != place.TimeZone))
            return null;
        var date = Charts.BirthText.Date(query.Date)?.ToDateOnly() ?? Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[place.TimeZone]).Date.ToDateOnly();
        // A plain null would become empty memory, which is an answer.
        return place.Texts.TryGetValue(date, out var found) ? found : default(ReadOnlyMemory<byte>?);
    }

    /// <inheritdoc/>
    public void Dispose() => _looking.Dispose();

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (_lookedAt != 0 && clock.GetElapsedTime(Interlocked.Read(ref _lookedAt)) < Limits.PreparedAgeMax)
            return;
        if (!await _looking.WaitAsync(TimeSpan.Zero, cancellation))
            return;
        try
        {
            // A store that is down costs one try in ten minutes: the day is computed then.
            Interlocked.Exchange(ref _lookedAt, Math.Max(1, clock.GetTimestamp()));
            if (await prepared.ReadAsync(text.Release, _tag, cancellation) is { } newer)
                (_days, _tag) = newer;
        }
        finally
        {
            _looking.Release();
        }
    }

    // Every so many asks of a process one of them writes the counts; what a process that dies has not written is lost, and nothing hangs on it.
    private async Task CountAsync((double, double) place, CancellationToken cancellation)
    {
        if (!_known.Value.Contains(place))
            return;
        Dictionary<(double, double), long> full;
        lock (_counting)
        {
            _counts[place] = _counts.GetValueOrDefault(place) + 1;
            if (++_uncounted < Limits.AsksOfACount)
                return;
            (full, _counts, _uncounted) = (_counts, [], 0);
        }
        await asked.AddAsync(full, cancellation);
    }
}
