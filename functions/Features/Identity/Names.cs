using System.Net.Mail;

namespace Kundli.Features.Identity;

/// <summary>Mail addresses and phone numbers in the one form under which they are looked up.</summary>
public static class Names
{
    /// <summary>Whether a text has the form of a mail address that can be written to.</summary>
    public static bool IsMail(string text) =>
        text.Length <= Limits.MailLengthMax && !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The address in lower case. The local part may differ by case in theory; in practice nobody tells two people apart by it.</summary>
    public static string OfMail(string mail) => mail.Trim().ToLowerInvariant();

    /// <summary>Whether a text is an E.164 number: <c>+</c>, then 8 to 15 digits, none leading with 0.</summary>
    public static bool IsPhone(string text) => text is ['+', >= '1' and <= '9', ..] && text.Length is >= 9 and <= 16 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
