using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>Baladi: the age of a graha by its degrees (BPHS 45.3).</summary>
public enum AgeState
{
    /// <summary>Bala.</summary>
    Infant,

    /// <summary>Kumara.</summary>
    Youth,

    /// <summary>Yuva.</summary>
    Adult,

    /// <summary>Vriddha.</summary>
    Old,

    /// <summary>Mrita: it gives nothing of its own.</summary>
    Spent,
}

/// <summary>Jagradadi: how awake it is (BPHS 45.5-6).</summary>
public enum WakeState
{
    /// <summary>Jagrat: at home or exalted.</summary>
    Awake,

    /// <summary>Swapna: with a friend or a neutral.</summary>
    Dreaming,

    /// <summary>Sushupti: with an enemy or debilitated.</summary>
    Asleep,
}

/// <summary>Deeptadi: its mood (BPHS 45.7-10).</summary>
public enum MoodState
{
    /// <summary>Deepta: exalted.</summary>
    Blazing,

    /// <summary>Swastha: at home.</summary>
    Healthy,

    /// <summary>Pramudita: with a great friend.</summary>
    Delighted,

    /// <summary>Shanta: with a friend.</summary>
    Calm,

    /// <summary>Deena: with a neutral.</summary>
    Poor,

    /// <summary>Dukhita: with an enemy.</summary>
    Sad,

    /// <summary>Khala: with a great enemy, or debilitated.</summary>
    Base,

    /// <summary>Kopa: combust.</summary>
    Angry,
}

/// <summary>The states of a graha.</summary>
public static class Avasthas
{
    private const double AgeSpan = 6;

    /// <summary>The age: five parts of 6°, forwards in odd signs and backwards in even ones.</summary>
    public static AgeState Age(SiderealLongitude longitude)
    {
        var part = Math.Min((int)(longitude.InRashi / AgeSpan), 4);
        return (AgeState)(longitude.Rashi.IsOdd() ? part : 4 - part);
    }

    /// <summary>How awake it is by its dignity.</summary>
    public static WakeState Wakefulness(Dignity dignity) => dignity switch
    {
        Dignity.Exalted or Dignity.Moolatrikona or Dignity.Own => WakeState.Awake,
        Dignity.GreatFriend or Dignity.Friend or Dignity.Neutral => WakeState.Dreaming,
        _ => WakeState.Asleep,
    };

    /// <summary>Its mood by dignity; combustion comes before all.</summary>
    public static MoodState Mood(Dignity dignity, bool combust) => dignity switch
    {
        _ when combust => MoodState.Angry,
        Dignity.Exalted => MoodState.Blazing,
        Dignity.Moolatrikona or Dignity.Own => MoodState.Healthy,
        Dignity.GreatFriend => MoodState.Delighted,
        Dignity.Friend => MoodState.Calm,
        Dignity.Neutral => MoodState.Poor,
        Dignity.Enemy => MoodState.Sad,
        _ => MoodState.Base,
    };
}
