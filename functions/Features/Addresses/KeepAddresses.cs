using System.Runtime.CompilerServices;
using FluentValidation;
using Kundli.Features.Idempotency;
using Kundli.Features.Pricing;
using Kundli.Features.Privacy;

namespace Kundli.Features.Addresses;

/// <summary>An address to keep.</summary>
/// <param name="Address">Where.</param>
/// <param name="Label">What the customer calls it, or null.</param>
public sealed record AddressRequest(Address Address, string? Label = null);

/// <summary>Changes of a kept address; what is absent stays.</summary>
/// <param name="Address">Another place as a whole, or null.</param>
/// <param name="Label">Another label, or null.</param>
public sealed record AddressChange(Address? Address = null, string? Label = null);

/// <summary>A kept address.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What the customer calls it.</param>
/// <param name="Address">Where.</param>
/// <param name="CreatedAt">When it was entered.</param>
public sealed record AddressView(string Id, string? Label, Address Address, DateTimeOffset CreatedAt)
{
    /// <summary>The view of an address.</summary>
    public static AddressView Of(KeptAddress kept) => new(kept.Id, kept.Label, kept.Address, kept.CreatedAt);
}

/// <summary>A kept address with the version for <c>If-Match</c>.</summary>
/// <param name="View">The address.</param>
/// <param name="Version">Its version; opaque.</param>
public sealed record VersionedAddress(AddressView View, string Version);

/// <summary>What an address to keep must look like.</summary>
public sealed class AddressRequestRules : AbstractValidator<AddressRequest>
{
    /// <summary>The rules.</summary>
    public AddressRequestRules()
    {
        RuleFor(request => request.Address).SetValidator(new AddressRules());
        RuleFor(request => request.Label).MaximumLength(Limits.LabelLengthMax).WithMessage($"has at most {Limits.LabelLengthMax} characters.");
    }
}

/// <summary>What a change must look like.</summary>
public sealed class AddressChangeRules : AbstractValidator<AddressChange>
{
    /// <summary>The rules.</summary>
    public AddressChangeRules()
    {
        RuleFor(change => change.Address!).SetValidator(new AddressRules()).When(change => change.Address is not null);
        RuleFor(change => change.Label).MaximumLength(Limits.LabelLengthMax).WithMessage($"has at most {Limits.LabelLengthMax} characters.");
    }
}

/// <summary>Lists, keeps, changes and removes a customer's addresses. They lie in the customer's own partition: another's is not found.</summary>
public sealed class KeepAddresses(IAddressStore store, CreateOnce once, TimeProvider time)
{
    /// <summary>There is no room for one more.</summary>
    public static Problem Full { get; } = new("address-book-full", $"At most {Limits.AddressesMax} addresses are kept.");

    /// <summary>The address was changed since it was read.</summary>
    public static Problem Stale { get; } = new("stale-version", "This was changed since you read it. Read it again.");

    /// <summary>All of them, the oldest first.</summary>
    public async Task<Page<AddressView>> ListAsync(string userId, CancellationToken cancellation) =>
        new([.. (await store.ListAsync(userId, cancellation)).Select(kept => AddressView.Of(kept.Address)).OrderBy(view => view.CreatedAt)], null);

    /// <summary>Keeps one more; once per key.</summary>
    public Task<Outcome<AddressView>> AddAsync(string userId, OnceKey key, AddressRequest request, CancellationToken cancellation) => once.RunAsync(
        key,
        async id =>
        {
            if (await store.ReadAsync(userId, id, cancellation) is { Address: var existing })
                return AddressView.Of(existing);
            if ((await store.ListAsync(userId, cancellation)).Count >= Limits.AddressesMax)
                return Full;
            var kept = new KeptAddress(id, AddressRules.Normalised(request.Address), time.GetUtcNow()) { Label = request.Label };
            return await store.SaveAsync(userId, kept, null, cancellation) is null ? Stale : (Outcome<AddressView>)AddressView.Of(kept);
        },
        cancellation);

    /// <summary>Changes one, if it still is as the client saw it; without a version as it is now.</summary>
    public async Task<Outcome<VersionedAddress>> ChangeAsync(string userId, string id, string? seen, AddressChange change, CancellationToken cancellation)
    {
        if (await store.ReadAsync(userId, id, cancellation) is not { } kept)
            return Problem.NotFound();
        if (seen is not null && seen != kept.Version)
            return Stale;
        var changed = kept.Address with
        {
            Address = change.Address is { } address ? AddressRules.Normalised(address) : kept.Address.Address,
            Label = change.Label ?? kept.Address.Label,
        };
        return await store.SaveAsync(userId, changed, kept.Version, cancellation) is { } version ? new VersionedAddress(AddressView.Of(changed), version) : Stale;
    }

    /// <summary>One of them, with its version.</summary>
    public async Task<Outcome<VersionedAddress>> ReadAsync(string userId, string id, CancellationToken cancellation) =>
        await store.ReadAsync(userId, id, cancellation) is { } kept ? new VersionedAddress(AddressView.Of(kept.Address), kept.Version) : Problem.NotFound();

    /// <summary>Removes one.</summary>
    public async Task<Outcome<bool>> RemoveAsync(string userId, string id, CancellationToken cancellation)
    {
        if (await store.ReadAsync(userId, id, cancellation) is null)
            return Problem.NotFound();
        await store.RemoveAsync(userId, id, cancellation);
        return true;
    }
}

/// <summary>The address book of a customer, in export and erasure.</summary>
public sealed class AddressRecords(IAddressStore store) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "addresses";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (address, _) in await store.ListAsync(userId, cancellation))
            yield return AddressView.Of(address);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        foreach (var (address, _) in await store.ListAsync(userId, cancellation))
            await store.RemoveAsync(userId, address.Id, cancellation);
        return Erasure.Done;
    }
}
