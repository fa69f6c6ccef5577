using Kundli.Features.Carts;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Identity;

/// <summary>Reads a member's proven address from the account.</summary>
public sealed class MemberMail(IAccountStore accounts) : IMemberMail
{
    /// <inheritdoc/>
    public async Task<string?> FindAsync(string userId, CancellationToken cancellation) =>
        await accounts.ReadAsync(userId, cancellation) is { Value: { MailVerifiedAt: not null, ClosedAt: null } account } ? account.Mail : null;
}
