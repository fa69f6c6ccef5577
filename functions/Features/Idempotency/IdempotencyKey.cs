namespace Kundli.Features.Idempotency;

/// <summary>
/// What every verb promises about an <c>Idempotency-Key</c>. How a verb keeps it depends on where its resource lies: <see cref="Repeat"/> where the key's mark fits into the
/// resource's own batch, <see cref="CreateOnce"/> across partitions, and the order's document itself at checkout.
/// </summary>
public static class IdempotencyKey
{
    /// <summary>For so long a key is remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>The key came before with another body.</summary>
    public static Problem Reused { get; } = new("idempotency-key-reused", "This Idempotency-Key was used for another request.");
}
