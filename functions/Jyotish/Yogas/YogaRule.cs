using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Yogas;

/// <summary>What a rule must know of a chart.</summary>
[Flags]
public enum YogaNeeds
{
    /// <summary>Sun … Saturn alone.</summary>
    Grahas = 0,

    /// <summary>The lagna too.</summary>
    Lagna = 1,
}

/// <summary>What a rule finds: the grahas that form the yoga, and what weakens or cancels it.</summary>
/// <param name="Grahas">Who forms it.</param>
/// <param name="Exceptions">What weakens or cancels it, by name.</param>
public sealed record YogaFormation(IReadOnlyList<Graha> Grahas, IReadOnlyList<string> Exceptions)
{
    /// <summary>A yoga without exceptions.</summary>
    public static YogaFormation Of(params Graha[] grahas) => new(grahas, []);
}

/// <summary>One yoga: a row with its verse.</summary>
/// <param name="Id">Its camelCase key.</param>
/// <param name="Name">What the books call it.</param>
/// <param name="Source">Book and verse.</param>
/// <param name="Needs">What must be known.</param>
/// <param name="Form">What forms it in a chart, or null.</param>
public sealed record YogaRule(string Id, string Name, string Source, YogaNeeds Needs, Func<YogaChart, YogaFormation?> Form);

/// <summary>A yoga that a chart has.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Formation">Who forms it.</param>
public sealed record YogaFinding(YogaRule Rule, YogaFormation Formation);
