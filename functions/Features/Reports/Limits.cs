namespace Kundli.Features.Reports;

/// <summary>Limits of reports.</summary>
public static class Limits
{
    /// <summary>Pages that a report has at least, its cover with it: chapters begin on pages of their own rather than that it gets thinner.</summary>
    public const int PagesMin = 8;

    /// <summary>Pages that it has at most.</summary>
    public const int PagesMax = 20;

    /// <summary>Yogas that are told of a day whose hour is not known: first those that hold longest.</summary>
    public const int YogasOfDayMax = 18;
}
