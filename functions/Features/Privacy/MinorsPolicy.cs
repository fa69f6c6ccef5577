namespace Kundli.Features.Privacy;

/// <summary>What must not be done with a child's birth, whoever entered it.</summary>
public enum PersonUse
{
    /// <summary>Topics of marriage: readings, matching, Manglik.</summary>
    MarriageTopics,

    /// <summary>A link that shows the chart to others.</summary>
    Sharing,

    /// <summary>Reminders and notifications.</summary>
    Nudges,

    /// <summary>Products and remedies for sale.</summary>
    Offers,
}

/// <summary>What whoever enters a birth declares.</summary>
/// <param name="MayEnter">The person is me, or agrees that I enter their birth.</param>
/// <param name="IsParent">I am the child's parent or lawful guardian and agree.</param>
public sealed record BirthDeclarations(bool MayEnter, bool IsParent);

/// <summary>
/// Births of others and of children. A child is under eighteen, and needs a parent's or guardian's declaration; nothing may follow or target it (Digital Personal
/// Data Protection Act 2023, sections 2(f) and 9).
/// </summary>
public static class MinorsPolicy
{
    /// <summary>Age from which a person decides for themself.</summary>
    public const int AdultAge = 18;

    /// <summary>A birth is kept only with the declarations that it needs.</summary>
    public static Problem DeclarationRequired(string pointer, string detail) =>
        new("declaration-required", "A declaration is missing.") { Errors = [new FieldError(pointer, detail)] };

    /// <summary>This is not done with a child's birth.</summary>
    public static Problem NotForMinors { get; } = new("not-for-minors", "This is not available for a person under eighteen.");

    /// <summary>Whether somebody born on a day is a child on another; who was born on 29 February comes of age on 1 March.</summary>
    public static bool IsMinor(DateOnly birth, DateOnly today) => ComesOfAge(birth) > today;

    /// <summary>The eighteenth birthday, from which on nothing of this policy applies.</summary>
    public static DateOnly ComesOfAge(DateOnly birth)
    {
        var year = Math.Min(birth.Year + AdultAge, DateOnly.MaxValue.Year);
        return birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, birth.Month, birth.Day);
    }

    /// <summary>Whether a birth may be kept: <c>declaration-required</c> otherwise.</summary>
    /// <param name="birth">Local date of birth.</param>
    /// <param name="today">The day of the request.</param>
    /// <param name="declared">What the customer declares; null for nothing.</param>
    /// <param name="pointer">Where the declarations stand in the body.</param>
    public static Outcome<bool> MayKeep(DateOnly birth, DateOnly today, BirthDeclarations? declared, string pointer = "/declarations")
    {
        if (declared?.MayEnter != true)
            return DeclarationRequired($"{pointer}/mayEnter", "must be true: it is your own birth, or its owner agrees.");
        if (IsMinor(birth, today) && !declared.IsParent)
            return DeclarationRequired($"{pointer}/isParent", "must be true: a child's birth is entered by a parent or guardian.");
        return true;
    }

    /// <summary>Whether something may be done with a birth: <c>not-for-minors</c> otherwise.</summary>
    public static Outcome<bool> MayUse(PersonUse use, DateOnly birth, DateOnly today) =>
        Enum.IsDefined(use) && !IsMinor(birth, today) ? true : NotForMinors;
}
