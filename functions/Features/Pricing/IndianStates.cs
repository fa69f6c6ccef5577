using System.Diagnostics.CodeAnalysis;

namespace Kundli.Features.Pricing;

/// <summary>A state or union territory of India.</summary>
/// <param name="Code">Two letters of ISO 3166-2:IN.</param>
/// <param name="GstNumber">Two digits that begin its GSTINs and name the place of supply.</param>
/// <param name="Name">English name.</param>
/// <param name="PinPrefixes">Beginnings of its PINs, comma-separated (India Post's sorting districts).</param>
public sealed record IndianState(string Code, string GstNumber, string Name, string PinPrefixes)
{
    /// <summary>Whether a PIN may lie here. Sorting districts at a border belong to more than one state.</summary>
    public bool HasPin(string pin) => PinPrefixes.Split(',').Any(prefix => pin.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>The states with their GST numbers (state code list of the GST portal) and PIN beginnings (India Post).</summary>
public static class IndianStates
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IndianState> All { get; } =
    [
        new("JK", "01", "Jammu and Kashmir", "18,19"), new("HP", "02", "Himachal Pradesh", "17"), new("PB", "03", "Punjab", "14,15,16"),
        new("CH", "04", "Chandigarh", "160,140"), new("UK", "05", "Uttarakhand", "244,245,246,247,248,249,262,263"), new("HR", "06", "Haryana", "12,13"),
        new("DL", "07", "Delhi", "11"), new("RJ", "08", "Rajasthan", "30,31,32,33,34"), new("UP", "09", "Uttar Pradesh", "20,21,22,23,24,25,26,27,28"),
        new("BR", "10", "Bihar", "80,81,82,84,85"), new("SK", "11", "Sikkim", "737"), new("AR", "12", "Arunachal Pradesh", "790,791,792"),
        new("NL", "13", "Nagaland", "797,798"), new("MN", "14", "Manipur", "795"), new("MZ", "15", "Mizoram", "796"), new("TR", "16", "Tripura", "799"),
        new("ML", "17", "Meghalaya", "793,794"), new("AS", "18", "Assam", "78"), new("WB", "19", "West Bengal", "70,71,72,73,74"),
        new("JH", "20", "Jharkhand", "81,82,83"), new("OD", "21", "Odisha", "75,76,77"), new("CG", "22", "Chhattisgarh", "49"),
        new("MP", "23", "Madhya Pradesh", "45,46,47,48"), new("GJ", "24", "Gujarat", "36,37,38,39"),
        new("DH", "26", "Dadra and Nagar Haveli and Daman and Diu", "362,396"), new("MH", "27", "Maharashtra", "40,41,42,43,44"),
        new("KA", "29", "Karnataka", "56,57,58,59"), new("GA", "30", "Goa", "403"), new("LD", "31", "Lakshadweep", "682"),
        new("KL", "32", "Kerala", "67,68,69"), new("TN", "33", "Tamil Nadu", "60,61,62,63,64"), new("PY", "34", "Puducherry", "605,609,607,533,673"),
        new("AN", "35", "Andaman and Nicobar Islands", "744"), new("TS", "36", "Telangana", "50"), new("AP", "37", "Andhra Pradesh", "51,52,53"),
        new("LA", "38", "Ladakh", "194"),
    ];

    /// <summary>Older codes and spellings that people still write.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OR"] = "OD", ["Orissa"] = "OD", ["CT"] = "CG", ["UT"] = "UK", ["UA"] = "UK", ["TG"] = "TS", ["DN"] = "DH", ["DD"] = "DH", ["NCT of Delhi"] = "DL",
        ["New Delhi"] = "DL", ["Pondicherry"] = "PY", ["Uttaranchal"] = "UK",
    };

    /// <summary>Finds a state by code (<c>KA</c>, <c>IN-KA</c>), GST number or English name; null when there is none.</summary>
    public static IndianState? Find(string? text)
    {
        var wanted = (text ?? "").Trim();
        if (wanted.StartsWith("IN-", StringComparison.OrdinalIgnoreCase))
            wanted = wanted[3..];
        wanted = Aliases.GetValueOrDefault(wanted, wanted);
        return All.FirstOrDefault(state => string.Equals(state.Code, wanted, StringComparison.OrdinalIgnoreCase) || state.GstNumber == wanted
            || string.Equals(state.Name, wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The state of a GST number, or null.</summary>
    public static IndianState? ByGstNumber(string number) => All.FirstOrDefault(state => state.GstNumber == number);

    /// <summary>Whether there is such a PIN, in one of the states.</summary>
    public static bool PinExists([NotNullWhen(true)] string? pin) => PinCodes.Exists(pin) && All.Any(state => state.HasPin(pin!));
}
