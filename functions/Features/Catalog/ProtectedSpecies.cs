using Kundli.Jyotish.Remedies;

namespace Kundli.Features.Catalog;

/// <summary>Species with which the shop is careful, by botanical name: the tradition's table, and genera that nobody sells here whatever a row says.</summary>
internal static class ProtectedSpecies
{
    /// <summary>Deadly in small amounts.</summary>
    private static readonly string[] NeverSold = ["Strychnos", "Abrus", "Datura", "Gloriosa", "Nerium", "Brugmansia", "Cerbera", "Thevetia", "Cascabela", "Aconitum"];

    private static readonly string[] Poisonous = ["Calotropis"];

    /// <summary>Appendix II of CITES, as far as the tradition uses them; orchids and cycads by their genera.</summary>
    private static readonly string[] Regulated =
        ["Aquilaria", "Pterocarpus santalinus", "Dalbergia", "Saussurea costus", "Nardostachys", "Rauvolfia serpentina", "Taxus wallichiana", "Cycas", "Dendrobium", "Vanda"];

    public static bool IsNeverSold(string? name) => Begins(NeverSold, name) || Known(name)?.Sale == Jyotish.Remedies.SalePolicy.NotSold;

    public static bool NeedsWarning(string? name) => Begins(Poisonous, name) || Known(name)?.Sale == Jyotish.Remedies.SalePolicy.AdultsWithWarning;

    public static bool IsListedByCites(string? name) => Begins(Regulated, name);

    private static bool Begins(string[] names, string? name) => name is not null && names.Any(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private static Plant? Known(string? name) =>
        name is null ? null : Jyotish.Remedies.Plants.All.FirstOrDefault(plant => plant.Synonyms.Prepend(plant.ScientificName).Contains(name, StringComparer.OrdinalIgnoreCase));
}
