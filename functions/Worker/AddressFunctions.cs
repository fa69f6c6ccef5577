using Kundli.Features;
using Kundli.Features.Addresses;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class AddressRoutes
{
    public const string Addresses = "api/v1/me/addresses";
    public const string Address = Addresses + "/{id}";
}

/// <summary>The caller's address book.</summary>
public sealed class AddressFunctions(KeepAddresses addresses, PeerAddress peer)
{
    /// <summary>The caller's addresses, the oldest first.</summary>
    [Function("AddressesList")]
    [SignedIn]
    [Answers<Page<AddressView>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AddressRoutes.Addresses)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok<Page<AddressView>>(await addresses.ListAsync(request.UserId(), cancellation), Cache.Revalidate);

    /// <summary>Keeps one more address.</summary>
    [Function("AddressesAdd")]
    [SignedIn]
    [Idempotent]
    [Takes<AddressRequest>]
    [Answers<AddressView>(201)]
    [Fails("address-book-full", "idempotency-key-invalid", "idempotency-key-reused", "idempotency-key-running", "stale-version")]
    public async Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AddressRoutes.Addresses)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(
            await Body.ReadAsync<AddressRequest>(request, cancellation)
                .ThenAsync(body => Preconditions.Once(request, AddressRoutes.Addresses, body, peer).ThenAsync(once => addresses.AddAsync(request.UserId(), once, body, cancellation))),
            address => $"/{AddressRoutes.Addresses}/{address.Id}");

    /// <summary>One of the caller's addresses.</summary>
    [Function("AddressRead")]
    [SignedIn]
    [Answers<AddressView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AddressRoutes.Address)] HttpRequest request, string id, CancellationToken cancellation) =>
        Tagged(await addresses.ReadAsync(request.UserId(), id, cancellation));

    /// <summary>Changes an address; with <c>If-Match</c> only the version that was seen.</summary>
    [Function("AddressChange")]
    [SignedIn]
    [Conditional]
    [Takes<AddressChange>]
    [Answers<AddressView>(200)]
    [Fails("not-found", "stale-version")]
    public async Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = AddressRoutes.Address)] HttpRequest request, string id, CancellationToken cancellation) =>
        Tagged(await Body.ReadAsync<AddressChange>(request, cancellation)
            .ThenAsync(body => Preconditions.IfMatch(request, required: false).ThenAsync(seen => addresses.ChangeAsync(request.UserId(), id, seen, body, cancellation))));

    /// <summary>Forgets an address.</summary>
    [Function("AddressRemove")]
    [SignedIn]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AddressRoutes.Address)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.NoContent(await addresses.RemoveAsync(request.UserId(), id, cancellation));

    private static IResult Tagged(Outcome<VersionedAddress> outcome) => Answer.Ok(outcome.Map(found => found.View), Cache.Revalidate, _ => outcome.Value.Version);
}
