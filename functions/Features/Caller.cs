namespace Kundli.Features;

/// <summary>Who asks. A verb takes it as a value and decides about ownership; nothing below Worker reads a token or a header.</summary>
/// <param name="UserId">The signed-in customer, or null for a guest.</param>
/// <param name="Roles">Roles of the signed-in customer: <c>customer</c>, <c>support</c>, <c>admin</c>; empty for a guest.</param>
public sealed record Caller(string? UserId, IReadOnlySet<string> Roles)
{
    /// <summary>Somebody who is not signed in.</summary>
    public static Caller Guest { get; } = new(null, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Whether the caller may do what administrators may.</summary>
    public bool IsAdmin => Roles.Contains("admin");
}
