namespace Kundli.Features.Plants;

/// <summary>What the analysis dares to say.</summary>
public enum Verdict
{
    /// <summary>The first suggestion is the plant, with the certainty that the model card states.</summary>
    Identified,

    /// <summary>A plant, but not certainly any that is known here.</summary>
    Unsure,

    /// <summary>No plant is seen.</summary>
    NotAPlant,

    /// <summary>A person answered the questions of the key, and they lead to one plant. The net did not say so.</summary>
    ConfirmedByUser,
}

/// <summary>Names as people say them.</summary>
/// <param name="En">English.</param>
/// <param name="Hi">Hindi, in Devanagari.</param>
public sealed record CommonNames(string En, string? Hi);

/// <summary>A species that the photos may show.</summary>
/// <param name="Slug">Its key in the species table.</param>
/// <param name="ScientificName">The accepted botanical name.</param>
/// <param name="CommonNames">Names as people say them.</param>
/// <param name="Confidence">0 to 1, calibrated on photos that the model never saw: of a hundred answers at 0.8, about eighty are right.</param>
public sealed record Suggestion(string Slug, string ScientificName, CommonNames CommonNames, double Confidence);

/// <summary>Whether a plant is seen at all.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Binary">Whether that is taken for a plant.</param>
public sealed record PlantPresence(double Probability, bool Binary);

/// <summary>A genus whose species together are likelier than any one of them.</summary>
/// <param name="Name">The botanical genus.</param>
/// <param name="Confidence">The sum over its species, 0 to 1.</param>
public sealed record GenusSuggestion(string Name, double Confidence);

/// <summary>Which model spoke.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of the model file, the first 16 hexadecimal digits; null for a provider's.</param>
public sealed record VisionModel(string Name, string Version, string? Hash = null);

/// <summary>What was seen of one photo.</summary>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
/// <param name="Organ">What it shows, as the sender says.</param>
/// <param name="Greenness">Share of its pixels in which green prevails, 0 to 1.</param>
/// <param name="Problem">Why it could not be used; null when it was.</param>
public sealed record SeenPhoto(int Width, int Height, Organ Organ, double Greenness, string? Problem = null);

/// <summary>The result of an analysis.</summary>
/// <param name="IsPlant">Whether a plant is seen at all; null where the model can't say.</param>
/// <param name="Verdict">What is dared to be said.</param>
/// <param name="Suggestions">Species, the likeliest first, at most five.</param>
/// <param name="Genus">The genus, where its species only together are likely enough.</param>
/// <param name="Model">Which model spoke; null where none did.</param>
/// <param name="Photos">What was seen of each photo, in the order sent.</param>
public sealed record PlantResult(
    PlantPresence? IsPlant, Verdict Verdict, IReadOnlyList<Suggestion> Suggestions, GenusSuggestion? Genus, VisionModel? Model, IReadOnlyList<SeenPhoto> Photos);
