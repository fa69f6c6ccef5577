namespace Kundli.Features.Identity;

/// <summary>What a shown refresh token means.</summary>
public enum Presentation
{
    /// <summary>It is the newest: it is used up and its successor is handed out.</summary>
    Rotate,

    /// <summary>Its successor went out a moment ago and wasn't used: the answer was lost, the same successor is handed out again.</summary>
    Repeat,

    /// <summary>It was used before: two parties hold it, and nobody knows which is the thief.</summary>
    Reuse,

    /// <summary>The session is over.</summary>
    Over,
}

/// <summary>One sign-in on one device and all refresh tokens that descend from it. Rotation is one conditional write of this document.</summary>
/// <param name="FamilyId">Random; the part of the token that may be known.</param>
/// <param name="UserId">Whose session it is.</param>
/// <param name="SecurityStamp">The account's stamp at sign-in; another one ends the session.</param>
/// <param name="Generation">Number of the newest token.</param>
/// <param name="CreatedAt">Time of the sign-in.</param>
/// <param name="RotatedAt">When the newest token was made.</param>
/// <param name="Device">What the client calls itself, shortened.</param>
public sealed record SessionFamily(string FamilyId, string UserId, string SecurityStamp, int Generation, DateTimeOffset CreatedAt, DateTimeOffset RotatedAt, string Device)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>When it was ended before its time, or null.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it ends if nothing happens.</summary>
    public DateTimeOffset ExpiresAt => Earlier(RotatedAt + Limits.SessionIdleMax, CreatedAt + Limits.SessionAgeMax);

    /// <summary>Judges a token of a generation. Tokens are authentic when they come here; only their age is in question.</summary>
    public Presentation Judge(int generation, string securityStamp, DateTimeOffset now) => generation switch
    {
        _ when RevokedAt is not null || now >= ExpiresAt || securityStamp != SecurityStamp => Presentation.Over,
        _ when generation == Generation => Presentation.Rotate,
        _ when generation == Generation - 1 && now - RotatedAt <= Limits.LostAnswerGrace => Presentation.Repeat,
        _ => Presentation.Reuse,
    };

    /// <summary>The family with the next token.</summary>
    public SessionFamily Rotate(DateTimeOffset now) => this with { Generation = Generation + 1, RotatedAt = now };

    /// <summary>The family that takes no token any more.</summary>
    public SessionFamily Revoke(DateTimeOffset now) => this with { RevokedAt = RevokedAt ?? now };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
