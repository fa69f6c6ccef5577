namespace Kundli.Features.Places;

/// <summary>The numbers of the place search.</summary>
public static class Limits
{
    /// <summary>Characters of a query.</summary>
    public const int QueryLengthMax = 100;

    /// <summary>Places that a search answers unless told otherwise.</summary>
    public const int LimitDefault = 10;

    /// <summary>Places that a search answers at most.</summary>
    public const int LimitMax = 50;
}
