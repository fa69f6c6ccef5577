using FluentValidation;
using Kundli.Features.Charts;
using Kundli.Features.Idempotency;
using Kundli.Features.Privacy;

namespace Kundli.Features.Profiles;

/// <summary>What somebody is to the customer.</summary>
public enum Relation
{
    /// <summary>The customer.</summary>
    Self,

    /// <summary>Wife or husband.</summary>
    Spouse,

    /// <summary>Daughter or son.</summary>
    Child,

    /// <summary>Mother or father.</summary>
    Parent,

    /// <summary>Sister or brother.</summary>
    Sibling,

    /// <summary>Grandmother or grandfather.</summary>
    Grandparent,

    /// <summary>Anybody else of the family or beyond it.</summary>
    Other,
}

/// <summary>The numbers of profiles that a client may meet.</summary>
public static class Limits
{
    /// <summary>Profiles of one account.</summary>
    public const int ProfilesMax = 40;
}

/// <summary>A member of the family as it is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserId">In whose account.</param>
/// <param name="Name">What the customer calls them.</param>
/// <param name="Relation">What they are to the customer.</param>
/// <param name="Birth">When and where they were born; null where it isn't told.</param>
/// <param name="Declarations">What the customer declared about the birth.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record Profile(
    string Id, string UserId, string Name, Relation Relation, BirthInput? Birth, BirthDeclarations Declarations, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <summary>The version that the client saw is no longer the newest.</summary>
    public static Problem Stale { get; } = new("stale-version", "This was changed since you read it. Read it again.");

    /// <summary>Counts the changes: what <c>If-Match</c> is compared with.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The revision as a tag.</summary>
    public string Tag => $"r{Revision}";

    /// <summary>Whether a text can be an id, so that no other text reaches the store.</summary>
    public static bool IsId(string text) => text.Length == 24 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The view of a profile on a day.</summary>
    public ProfileView ToView(DateTimeOffset now)
    {
        var isMinor = Birth is { } birth && MinorsPolicy.IsMinor(BirthText.Date(birth.Date)!.Value.ToDateOnly(), DateOnly.FromDateTime(now.UtcDateTime));
        return new(Id, Name, Relation, Birth, isMinor, isMinor ? [.. Enum.GetValues<PersonUse>()] : [], CreatedAt, ChangedAt);
    }
}

/// <summary>A member of the family as the customer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the customer calls them.</param>
/// <param name="Relation">What they are to the customer.</param>
/// <param name="Birth">When and where they were born, if told.</param>
/// <param name="IsMinor">Whether they are under eighteen today.</param>
/// <param name="Withheld">What is not done with this birth; empty for an adult's.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record ProfileView(
    string Id, string Name, Relation Relation, BirthInput? Birth, bool IsMinor, IReadOnlyList<PersonUse> Withheld, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);

/// <summary>The profiles. Every call names the customer: another's can't be reached.</summary>
public interface IProfiles
{
    /// <summary>A profile with the version to save it over, or null.</summary>
    Task<(Profile Profile, string Version)?> ReadAsync(string userId, string profileId, CancellationToken cancellation);

    /// <summary>Adds a profile, or finds what the same request added before.</summary>
    Task<Creation> AddAsync(Profile profile, Repeat? repeat, CancellationToken cancellation);

    /// <summary>Writes over the version that was read; false when somebody else did meanwhile.</summary>
    Task<bool> SaveAsync(Profile profile, string version, CancellationToken cancellation);

    /// <summary>A customer's profiles, the newest first.</summary>
    Task<Page<Profile>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation);

    /// <summary>Removes a profile; a missing one is removed already.</summary>
    Task RemoveAsync(string userId, string profileId, CancellationToken cancellation);
}

/// <summary>A member of the family to add.</summary>
/// <param name="Name">What to call them.</param>
/// <param name="Relation">What they are to the customer.</param>
/// <param name="Birth">When and where they were born.</param>
/// <param name="Declarations">Needed with a birth of somebody else, and of a child.</param>
public sealed record ProfileRequest(string Name, Relation Relation, BirthInput? Birth = null, BirthDeclarations? Declarations = null);

/// <summary>The rules of a profile.</summary>
public sealed class ProfileRules : AbstractValidator<ProfileRequest>
{
    /// <summary>The rules.</summary>
    public ProfileRules()
    {
        RuleFor(request => request.Name).Must(IsName).WithMessage(NameRule);
        RuleFor(request => request.Birth!).SetValidator(new BirthInputRules()).When(request => request.Birth is not null);
    }

    internal const string NameRule = "must have 1 to 200 characters.";

    internal static bool IsName(string name) => name.Trim().Length is > 0 and <= Charts.Limits.NameLengthMax && !name.Any(char.IsControl);
}

/// <summary>Changes of a profile; what is absent stays as it is.</summary>
/// <param name="Name">Another name.</param>
/// <param name="Relation">Another relation.</param>
/// <param name="Birth">Another birth.</param>
/// <param name="Declarations">Needed with another birth as for a new profile.</param>
public sealed record ChangeProfileRequest(string? Name = null, Relation? Relation = null, BirthInput? Birth = null, BirthDeclarations? Declarations = null);

/// <summary>The rules of a change.</summary>
public sealed class ChangeProfileRules : AbstractValidator<ChangeProfileRequest>
{
    /// <summary>The rules.</summary>
    public ChangeProfileRules()
    {
        RuleFor(request => request.Name).Must(name => ProfileRules.IsName(name!)).When(request => request.Name is not null).WithMessage(ProfileRules.NameRule);
        RuleFor(request => request.Birth!).SetValidator(new BirthInputRules()).When(request => request.Birth is not null);
    }
}
