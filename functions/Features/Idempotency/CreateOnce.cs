using System.Security.Cryptography;
using System.Text;

namespace Kundli.Features.Idempotency;

/// <summary>An <c>Idempotency-Key</c> as a client sent it, with everything that tells it from another's.</summary>
/// <param name="Scope">Who asks: the user id; for a guest what else tells guests apart (a cart, an address).</param>
/// <param name="Route">The route.</param>
/// <param name="Key">The key; null where none was sent.</param>
/// <param name="Body">What was asked for; hashed, never stored.</param>
public sealed record OnceKey(string Scope, string Route, string? Key, object? Body)
{
    /// <summary>The name of the record: nothing of the key can be read from it.</summary>
    public string Name => Hash($"{Scope}\n{Route}\n{Key}")[..40];

    /// <summary>The hash of what was asked for, by its values.</summary>
    public string BodyHash => Hash(System.Text.Json.JsonSerializer.Serialize(Body, Body?.GetType() ?? typeof(object)));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What is remembered of a key: never the answer, which is rebuilt from the resource.</summary>
/// <param name="BodyHash">What was asked for.</param>
/// <param name="ResourceId">The id that the resource has or will have.</param>
/// <param name="IsDone">Whether it was created.</param>
/// <param name="LeaseUntil">Until when another request with the key has to wait; then it may take over.</param>
public sealed record OnceRecord(string BodyHash, string ResourceId, bool IsDone, DateTimeOffset LeaseUntil)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>Where keys are remembered.</summary>
public interface IOnceRecords
{
    /// <summary>The record of a name and its version; null when there is none or its time is over.</summary>
    Task<(OnceRecord Record, string Version)?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>Writes it, new where <paramref name="version"/> is null. False when somebody else did meanwhile.</summary>
    Task<bool> SaveAsync(string name, OnceRecord record, string? version, DateTimeOffset keptUntil, CancellationToken cancellation);
}

/// <summary>
/// Lets a verb create something once per key. The key's record fixes the id of the resource before it is made, so that a repeat after any death finds or makes the
/// same one. A verb hands in how it makes a resource of an id; where that id exists already, making it answers what exists.
/// </summary>
public sealed class CreateOnce(IOnceRecords records, TimeProvider time)
{
    /// <summary>A request that has not ended after this is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int TriesMax = 8;

    /// <summary>The first request with the key is still running.</summary>
    public static Problem Running { get; } = new("idempotency-key-running", "The first request with this Idempotency-Key is still running.");

    /// <summary>An id for something new: 128 random bits.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The resource: made now, or as it was made before. Without a key a new one each time.</summary>
    /// <param name="once">The key.</param>
    /// <param name="make">Makes the resource of an id, or answers the one that has it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<T>> RunAsync<T>(OnceKey once, Func<string, Task<Outcome<T>>> make, CancellationToken cancellation)
    {
        if (once.Key is null)
            return await make(NewId());
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var now = time.GetUtcNow();
            var kept = await records.ReadAsync(once.Name, cancellation);
            if (kept is { Record: var known } && known.BodyHash != once.BodyHash)
                return IdempotencyKey.Reused;
            if (kept is { Record.IsDone: true, Record.ResourceId: var id })
                return await make(id);
            if (kept is { Record: var running } && now < running.LeaseUntil)
                return Running;
            var claim = new OnceRecord(once.BodyHash, kept?.Record.ResourceId ?? NewId(), IsDone: false, now + Lease);
            if (await records.SaveAsync(once.Name, claim, kept?.Version, now + IdempotencyKey.Memory, cancellation))
                return await MakeAsync(once, claim, make, now, cancellation);
        }
        return Running;
    }

    private async Task<Outcome<T>> MakeAsync<T>(OnceKey once, OnceRecord claim, Func<string, Task<Outcome<T>>> make, DateTimeOffset now, CancellationToken cancellation)
    {
        var made = await make(claim.ResourceId);
        var after = await records.ReadAsync(once.Name, cancellation);
        // A refusal made nothing: the key is free again for the next try, which finds its lease over.
        if (after is { Record: var record, Version: var version } && record == claim)
            await records.SaveAsync(once.Name, made.IsOk ? claim with { IsDone = true } : claim with { LeaseUntil = now }, version, now + IdempotencyKey.Memory, cancellation);
        return made;
    }
}
