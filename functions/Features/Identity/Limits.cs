namespace Kundli.Features.Identity;

/// <summary>Every number of sign-in that somebody may meet.</summary>
public static class Limits
{
    /// <summary>Life of an access token.</summary>
    public static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(10);

    /// <summary>A session that isn't refreshed for so long ends.</summary>
    public static readonly TimeSpan SessionIdleMax = TimeSpan.FromDays(30);

    /// <summary>A session ends after so long, used or not.</summary>
    public static readonly TimeSpan SessionAgeMax = TimeSpan.FromDays(180);

    /// <summary>For so long the token before the last may be shown again: the answer with its successor was lost on a bad network.</summary>
    public static readonly TimeSpan LostAnswerGrace = TimeSpan.FromSeconds(30);

    /// <summary>Sessions of one account; opening one more ends the oldest.</summary>
    public const int SessionsMax = 20;

    /// <summary>Characters of a password.</summary>
    public const int PasswordLengthMin = 8;

    /// <summary>Characters of a password; hashing more would only cost.</summary>
    public const int PasswordLengthMax = 128;

    /// <summary>The lowest zxcvbn score, 0 to 4, that a new password needs.</summary>
    public const int PasswordScoreMin = 3;

    /// <summary>Characters of a mail address (RFC 5321).</summary>
    public const int MailLengthMax = 254;

    /// <summary>Characters of the name that a customer shows.</summary>
    public const int DisplayNameLengthMax = 80;

    /// <summary>Characters of a device's name in the list of sessions.</summary>
    public const int DeviceLengthMax = 120;

    /// <summary>Life of the link that verifies a mail address.</summary>
    public static readonly TimeSpan VerificationLife = TimeSpan.FromHours(24);

    /// <summary>Life of the link that resets a password.</summary>
    public static readonly TimeSpan ResetLife = TimeSpan.FromMinutes(30);

    /// <summary>Life of a code sent to a phone.</summary>
    public static readonly TimeSpan PhoneCodeLife = TimeSpan.FromMinutes(5);

    /// <summary>Tries for one code sent to a phone.</summary>
    public const int PhoneCodeTriesMax = 5;

    /// <summary>Codes that one phone gets in <see cref="PhoneCodeWindow"/>: each costs money.</summary>
    public const int PhoneCodesMax = 5;

    /// <summary>See <see cref="PhoneCodesMax"/>.</summary>
    public static readonly TimeSpan PhoneCodeWindow = TimeSpan.FromHours(24);

    /// <summary>So long a person has for signing in at a provider outside.</summary>
    public static readonly TimeSpan ExternalSignInLife = TimeSpan.FromMinutes(10);

    /// <summary>Failed sign-ins that cost nothing but themselves.</summary>
    public const int FailuresFree = 5;

    /// <summary>The longest wait after failed sign-ins.</summary>
    public static readonly TimeSpan BackoffMax = TimeSpan.FromMinutes(15);

    /// <summary>Failures are forgotten after so long without one.</summary>
    public static readonly TimeSpan BackoffMemory = TimeSpan.FromHours(24);

    /// <summary>Recovery codes made when two-factor sign-in is turned on.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>Characters of a second factor's code or a recovery code.</summary>
    public const int CodeLengthMax = 32;

    /// <summary>A sign-in this young counts as proof that the owner is there.</summary>
    public static readonly TimeSpan FreshSignIn = TimeSpan.FromMinutes(15);

    /// <summary>For so long a process trusts what it has found out about a session.</summary>
    public static readonly TimeSpan SessionCheckAge = TimeSpan.FromSeconds(5);

    /// <summary>Sessions of which a process remembers that.</summary>
    public const int SessionChecksMax = 50_000;

    /// <summary>Entries of an account's security log are kept for so long.</summary>
    public static readonly TimeSpan SecurityLogLife = TimeSpan.FromDays(400);

    /// <summary>How often a change that met another one is decided anew.</summary>
    public const int ConflictTriesMax = 4;

    /// <summary>Kinds of devices that an account remembers.</summary>
    public const int DevicesMax = 20;
}
