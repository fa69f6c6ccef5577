using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>Collects a finding: every word that a sentence may use comes in together with the fact that it stands for.</summary>
internal sealed class FindingDraft(Topic topic, string rule, string source)
{
    public const string Parashari = "parashari";

    private const int GlossaryWordings = 3;

    private readonly List<Fact> _facts = [];
    private readonly List<string> _placements = [];
    private readonly Dictionary<string, string> _slots = new(StringComparer.Ordinal) { ["theme"] = $"themes/{Words.Key(topic)}" };

    // How much later in a topic a rule speaks.
    private int Later => rule switch
    {
        "dasha.antar" or "dashaSign.antar" => 1,
        "dasha.next" or "dashaSign.next" or "dasha.nextMaha" or "dashaSign.nextMaha" => 2,
        _ => rule.StartsWith("karaka.", StringComparison.Ordinal) ? 1 : 0,
    };

    public FindingDraft Lagna(Rashi sign) => Places("lagna").States("lagna.sign", Words.Key(sign));

    /// <summary>A graha by itself.</summary>
    public FindingDraft Graha(string slot, Graha graha) => Places(Words.Key(graha)).Fills(slot, $"grahas/{Words.Key(graha)}");

    /// <summary>The house in which a graha stands, and the area of life of that house.</summary>
    public FindingDraft House(string slot, Graha graha, int house) =>
        States($"grahas.{Words.Key(graha)}.house", Number(house)).Fills(slot, $"houses/{house}").Area(house);

    /// <summary>The area of life of a house.</summary>
    /// <param name="house">Which.</param>
    /// <param name="later">Told apart from others of the topic that speak of the same house.</param>
    public FindingDraft Area(int house, int later = 0) => Fills("area", $"areas/{Worded(Number(house), later)}");

    /// <summary>How a sign makes people and grahas act.</summary>
    public FindingDraft Nature(Rashi sign) => Fills("nature", $"natures/{Worded(Words.Key(sign))}");

    /// <summary>What a graha gives or asks.</summary>
    public FindingDraft Effect(bool helps, Graha graha) => Fills("effect", $"{(helps ? "gifts" : "burdens")}/{Worded(Words.Key(graha))}");

    public FindingDraft Sign(string slot, Graha graha, Rashi sign) =>
        States($"grahas.{Words.Key(graha)}.sign", Words.Key(sign)).Fills(slot, $"signs/{Words.Key(sign)}");

    /// <summary>The lord of a house.</summary>
    public FindingDraft Lord(string slot, int house, Graha lord) =>
        States($"houses.{house}.lord", Words.Key(lord)).Fills(slot, $"houses/{house}");

    /// <summary>A house that is spoken of, by its sign.</summary>
    public FindingDraft HouseSign(string slot, int house, Rashi sign) =>
        States($"houses.{house}.sign", Words.Key(sign)).Fills(slot, $"houses/{house}");

    public FindingDraft VargaSign(Varga varga, Graha graha, Rashi sign) =>
        States($"vargas.{Words.Key(varga)}.{Words.Key(graha)}", Words.Key(sign)).Fills("varga", $"vargas/{Words.Key(varga)}").Fills("sign", $"signs/{Words.Key(sign)}");

    /// <summary>Months from and to; the facts have the days.</summary>
    public FindingDraft Months(string path, DateTimeOffset from, DateTimeOffset until) =>
        States($"{path}.start", Day(from)).States($"{path}.end", Day(until)).Fills("from", $"month/{Day(from)}").Fills("until", $"month/{Day(until)}");

    /// <summary>Days from and to.</summary>
    public FindingDraft Days(string path, DateTimeOffset from, DateTimeOffset until) =>
        States($"{path}.start", Day(from)).States($"{path}.end", Day(until)).Fills("from", $"day/{Day(from)}").Fills("until", $"day/{Day(until)}");

    public FindingDraft States(string path, string value)
    {
        if (!_facts.Exists(fact => fact.Path == path))
            _facts.Add(new(path, value));
        return this;
    }

    public FindingDraft Fills(string slot, string term)
    {
        _slots[slot] = term;
        return this;
    }

    public FindingDraft Places(string placement)
    {
        if (!_placements.Contains(placement))
            _placements.Add(placement);
        return this;
    }

    /// <summary>The finding.</summary>
    /// <exception cref="InvalidOperationException">It names more placements than a finding may.</exception>
    public Finding Done(string id, double strength, Polarity polarity, FindingWindow? window = null) => _placements.Count > Limits.PlacementsMax
        ? throw new InvalidOperationException($"{id} names {_placements.Count} placements.")
        : new(Words.Key(topic) + id, topic, rule, Parashari, source, _facts, _placements, Math.Round(Math.Min(strength, 1), 3), polarity, window, 1) { Slots = _slots };

    // The same place and the same graha speak in many topics, and in one topic as lord and as significator: topic and rule choose among the wordings of the
    // glossary, so that nothing else in the chart moves them.
    private string Worded(string key, int later = 0) => ((int)topic + Later + later) % GlossaryWordings is > 0 and var number ? $"{key}-{number + 1}" : key;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
