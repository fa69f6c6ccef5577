namespace Kundli.Features.Identity;

/// <summary>Problems that several verbs of sign-in share.</summary>
public static class IdentityProblems
{
    /// <summary>Mail, password or code are wrong: which one is never said.</summary>
    public static Problem WrongCredentials { get; } = new("wrong-credentials", "These credentials are not valid.");

    /// <summary>The password is right, a code is missing.</summary>
    public static Problem SecondFactorRequired { get; } = new("second-factor-required", "A code of the second factor is needed.");

    /// <summary>The session is over; sign in again.</summary>
    public static Problem SessionOver { get; } = new("session-over", "This session is over. Sign in again.");

    /// <summary>A link or code was used, is too old, or never was.</summary>
    public static Problem TokenInvalid { get; } = new("token-invalid", "This link or code is not valid any more.");

    /// <summary>Somebody else changed the same thing at the same time, again and again.</summary>
    public static Problem Busy { get; } = new("account-busy", "The account is being changed elsewhere. Try again.");

    /// <summary>Too many failures: wait.</summary>
    public static Problem TooManyTries(TimeSpan wait) => new("too-many-tries", "Too many tries. Wait before the next.")
    {
        Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["retryAfterSeconds"] = (int)Math.Ceiling(wait.TotalSeconds) },
    };

    /// <summary>A new password that a program would guess.</summary>
    public static Problem WeakPassword { get; } = Problem.Invalid(new FieldError("/password", "is too easy to guess: use several words, or more unusual ones."));
}
