using System.Collections.Concurrent;
using Kundli.Features.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Horoscopes;

/// <summary>Horoscopes of the twelve signs. Transits are computed once a span and kept for a while; the words follow from them alone.</summary>
/// <param name="time">Which day is today.</param>
public sealed class ComposeHoroscope(TimeProvider time)
{
    /// <summary>Spans whose transits are kept; then all are forgotten, which costs some milliseconds each.</summary>
    public const int SpansKeptMax = 200;

    private readonly ConcurrentDictionary<HoroscopeSpan, SkyOfDays> _skies = new();

    /// <summary>The horoscope of a sign by its name in lower case; any other name is not found.</summary>
    public Outcome<HoroscopeAnswer> Run(string sign, HoroscopeQuery query)
    {
        foreach (var rashi in Rashis.All)
            if (Words.Key(rashi) == sign)
                return Of(rashi, SkyOf(HoroscopeSpan.Of(query, time.GetUtcNow())), query.Language);
        return Problem.NotFound($"A sign is one of {string.Join(", ", Rashis.All.Select(Words.Key))}.");
    }

    /// <summary>The transits of a span.</summary>
    public SkyOfDays SkyOf(HoroscopeSpan span)
    {
        if (_skies.Count >= SpansKeptMax)
            _skies.Clear();
        return _skies.GetOrAdd(span, SkyOfDays.Of);
    }

    /// <summary>The horoscope of a sign under a sky.</summary>
    public static HoroscopeAnswer Of(Rashi sign, SkyOfDays sky, string language) => Of(new HoroscopeWords(HoroscopePack.Of(language), sign, sky), sign, sky, language);

    /// <summary>The same in words that may go on: they remember what they told.</summary>
    internal static HoroscopeAnswer Of(HoroscopeWords words, Rashi sign, SkyOfDays sky, string language) => new(
        sign, sky.Span.Period, HoroscopeWords.Iso(sky.Span.From), HoroscopeWords.Iso(sky.Span.To), HoroscopeSpan.Zone.Id, language, "rules",
        [.. sky.Span.Period == HoroscopePeriod.Day ? words.OfDay() : words.OfDays()], SkyOfDays.Conventions.Ayanamsa, words.Pack.Disclaimer);
}
