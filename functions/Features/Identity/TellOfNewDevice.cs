using System.Security.Cryptography;
using System.Text;

namespace Kundli.Features.Identity;

/// <summary>
/// Tells an account's owner of a sign-in on a kind of device that was never used for it. A kind is what the client calls itself without its numbers, so that a new version of a
/// browser is no new device; only hashes of kinds are kept. The mail leaves before the kind is noted: rather told twice than never.
/// </summary>
public sealed class TellOfNewDevice(IAccountStore accounts, IMessages messages, TimeProvider time)
{
    private const int KindBytes = 8;

    /// <summary>Notes the device of a sign-in, and tells of it where others are known already.</summary>
    public async Task RunAsync(Account account, string? device, CancellationToken cancellation)
    {
        var kind = KindOf(account.UserId, device ?? "");
        if (account.Devices.Contains(kind, StringComparer.Ordinal))
            return;
        if (account is { Devices.Count: > 0, Mail: not null })
            await messages.MailAsync(
                account.Mail, "A new device signed in to your account",
                $"On {time.GetUtcNow():d MMMM yyyy 'at' HH:mm 'UTC'} a device that had not been used before signed in to your Kundli account. If it wasn't you, change your password and sign out everywhere.",
                cancellation);
        // Whoever changed the account meanwhile wins: the next sign-in of this device notes it.
        if (await accounts.ReadAsync(account.UserId, cancellation) is { } kept)
            await accounts.SaveAsync(kept.Value.WithDevice(kind), kept.Version, cancellation);
    }

    // Keyed by the account, so that equal devices of two accounts can't be told from each other's hashes.
    private static string KindOf(string userId, string device) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId} {string.Concat(device.Where(letter => !char.IsAsciiDigit(letter) && letter != '.'))}")).AsSpan(0, KindBytes));
}
