using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Vargas;

namespace Kundli.Features.Readings;

/// <summary>What a reading can be about. Health is none: the chart is no diagnosis.</summary>
public enum Topic
{
    /// <summary>Character.</summary>
    Self,

    /// <summary>The mind.</summary>
    Mind,

    /// <summary>Family and home.</summary>
    Family,

    /// <summary>Work.</summary>
    Work,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Marriage and partnership.</summary>
    Marriage,

    /// <summary>Children.</summary>
    Children,

    /// <summary>Learning.</summary>
    Learning,

    /// <summary>Travel.</summary>
    Travel,

    /// <summary>Spiritual practice.</summary>
    Spirituality,

    /// <summary>The running and the next dasha.</summary>
    Timing,

    /// <summary>Transits of the next thirty days.</summary>
    ThisMonth,

    /// <summary>The plants of the birth star, the Moon's sign and the lagna.</summary>
    Plants,
}

/// <summary>Which house, significator and division tell of a topic.</summary>
/// <param name="Topic">Of which.</param>
/// <param name="House">Its house from the lagna: BPHS 11.</param>
/// <param name="Karaka">Its natural significator: BPHS 32.</param>
/// <param name="Varga">The division that confirms it: BPHS 7.</param>
public sealed record TopicSeat(Topic Topic, int House, Graha Karaka, Varga Varga);

/// <summary>The names and the seats of topics.</summary>
public static class Topics
{
    /// <summary>Topics that a house tells of.</summary>
    public static IReadOnlyList<TopicSeat> Seats { get; } =
    [
        new(Topic.Self, 1, Graha.Sun, Varga.D9),
        new(Topic.Mind, 4, Graha.Moon, Varga.D27),
        new(Topic.Family, 2, Graha.Jupiter, Varga.D12),
        new(Topic.Work, 10, Graha.Saturn, Varga.D10),
        new(Topic.Money, 11, Graha.Jupiter, Varga.D2),
        new(Topic.Marriage, 7, Graha.Venus, Varga.D9),
        new(Topic.Children, 5, Graha.Jupiter, Varga.D7),
        new(Topic.Learning, 5, Graha.Mercury, Varga.D24),
        new(Topic.Travel, 3, Graha.Moon, Varga.D16),
        new(Topic.Spirituality, 9, Graha.Ketu, Varga.D20),
    ];

    /// <summary>Every topic, in the order of a reading.</summary>
    public static IReadOnlyList<Topic> All { get; } = Enum.GetValues<Topic>();

    private static readonly Dictionary<string, Topic> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["career"] = Topic.Work, ["wealth"] = Topic.Money, ["finance"] = Topic.Money, ["relationship"] = Topic.Marriage, ["relationships"] = Topic.Marriage, ["love"] = Topic.Marriage,
        ["home"] = Topic.Family, ["education"] = Topic.Learning, ["personality"] = Topic.Self, ["dasha"] = Topic.Timing, ["transits"] = Topic.ThisMonth, ["month"] = Topic.ThisMonth, ["remedies"] = Topic.Plants, ["trees"] = Topic.Plants,
    };

    /// <summary>The topic of a name as a client may write it (<c>work</c> or <c>career</c>), or null.</summary>
    public static Topic? Find(string name) =>
        Names.TryGetValue(name, out var alias) ? alias : All.Cast<Topic?>().FirstOrDefault(topic => string.Equals(Charts.Words.Key(topic!.Value), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the topic is one of marriage or children, which are not read for a minor.</summary>
    public static bool IsForAdults(this Topic topic) => topic is Topic.Marriage or Topic.Children;
}
