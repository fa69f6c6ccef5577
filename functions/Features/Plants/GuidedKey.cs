namespace Kundli.Features.Plants;

/// <summary>One answer that can be chosen.</summary>
/// <param name="Id">Its stable key.</param>
/// <param name="Text">The answer in words.</param>
public sealed record KeyOption(string Id, CommonNames Text);

/// <summary>A question that anybody can answer who stands before the plant.</summary>
/// <param name="Id">Its stable key.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">What can be chosen; leaving it open is always allowed.</param>
public sealed record KeyQuestion(string Id, CommonNames Text, IReadOnlyList<KeyOption> Options);

/// <summary>A plant that the answers leave.</summary>
/// <param name="Slug">Its key in the species table.</param>
/// <param name="ScientificName">The accepted botanical name.</param>
/// <param name="CommonNames">Names as people say them.</param>
/// <param name="Mark">By what it is told from the others.</param>
public sealed record KeyCandidate(string Slug, string ScientificName, CommonNames CommonNames, CommonNames Mark);

/// <summary>
/// Four questions that narrow to the sacred plants, most of which no photo set holds. Where they leave several plants, their marks decide, and a
/// person chooses: the answer is that person's, never the net's. The traits are ours, after the descriptions in Orwa et al. 2009 (Agroforestree
/// Database) and Flora of India.
/// </summary>
public sealed class GuidedKey
{
    private static readonly (string Id, CommonNames Text, (string Id, string En, string Hi)[] Options)[] Texts =
    [
        ("habit", new("How does it grow?", "यह कैसे बढ़ता है?"),
            [("tree", "A tree", "पेड़"), ("shrub", "A shrub", "झाड़ी"), ("climber", "A climber", "बेल"), ("herb", "A soft herb", "कोमल पौधा"), ("grass", "A grass or reed", "घास या बाँस")]),
        ("leaf", new("What is a leaf like?", "पत्ती कैसी है?"),
            [("simple", "One undivided blade", "एक अखंड पत्ती"), ("heart", "One blade, shaped like a heart", "हृदय के आकार की"), ("trifoliate", "Three leaflets", "तीन पत्रक"),
             ("pinnate", "Several leaflets in two rows", "दो पंक्तियों में पत्रक"), ("feathery", "Very many tiny leaflets, like a feather", "पंख जैसी महीन"),
             ("whorled", "Leaves in a ring around the twig", "टहनी पर चक्र में"), ("narrow", "Long and narrow as of grass", "घास जैसी लंबी"), ("needles", "Needles", "सुई जैसी")]),
        ("sap", new("What comes out of a torn leaf stalk?", "पत्ती तोड़ने पर क्या निकलता है?"), [("milky", "White milk", "सफ़ेद दूध"), ("clear", "Nothing, or something clear", "कुछ नहीं या साफ़ रस")]),
        ("thorns", new("Has it thorns?", "क्या काँटे हैं?"), [("yes", "Yes", "हाँ"), ("no", "No", "नहीं")]),
    ];

    private readonly IReadOnlyList<Row> _rows;

    /// <summary>Reads the traits of every plant of the key.</summary>
    public GuidedKey(ISpeciesTable table) => _rows =
    [
        .. DataTable.Rows("key").Select(row => new Row(
            table.Find(row[0]) ?? throw new InvalidDataException($"The key names {row[0]}, which the species table lacks."),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["habit"] = row[1], ["leaf"] = row[2], ["sap"] = row[3], ["thorns"] = row[4] }, new(row[5], row[6]))),
    ];

    /// <summary>The questions.</summary>
    public static IReadOnlyList<KeyQuestion> Questions { get; } =
        [.. Texts.Select(question => new KeyQuestion(question.Id, question.Text, [.. question.Options.Select(option => new KeyOption(option.Id, new(option.En, option.Hi)))]))];

    /// <summary>The plants that agree with every answer given.</summary>
    public IReadOnlyList<KeyCandidate> Narrow(IReadOnlyDictionary<string, string> answers) =>
    [
        .. _rows.Where(row => answers.All(answer => row.Traits.GetValueOrDefault(answer.Key) == answer.Value))
            .Select(row => new KeyCandidate(row.Species.Slug, row.Species.ScientificName, row.Species.CommonNames, row.Mark)),
    ];

    /// <summary>Every question or answer that does not exist, as errors.</summary>
    public static IReadOnlyList<FieldError> Check(IReadOnlyDictionary<string, string> answers) =>
    [
        .. answers.Where(answer => Questions.FirstOrDefault(question => question.Id == answer.Key)?.Options.Any(option => option.Id == answer.Value) != true)
            .Select(answer => new FieldError($"/answers/{answer.Key}", "is no answer to a question of the key.")),
    ];

    private sealed record Row(Species Species, IReadOnlyDictionary<string, string> Traits, CommonNames Mark);
}
