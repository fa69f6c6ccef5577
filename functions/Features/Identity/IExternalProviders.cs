namespace Kundli.Features.Identity;

/// <summary>What one sign-in at a provider is bound to. All of it follows from the state, by a key that only the app has, so that nothing is stored before somebody comes back.</summary>
/// <param name="State">Goes through the provider and comes back; it names the provider and its own end.</param>
/// <param name="Ticket">Stays with the client that began, and is shown at the end: a state that somebody else began is of no use.</param>
/// <param name="ExpiresAt">End of its life.</param>
public sealed record ExternalChallenge(string State, string Ticket, DateTimeOffset ExpiresAt);

/// <summary>Whom a provider vouches for.</summary>
/// <param name="Subject">The provider's name for the person, never used again for another.</param>
/// <param name="Mail">A mail address that the provider has verified, normalised; null where it has none or says nothing.</param>
/// <param name="Name">What the person is called there; empty where it isn't told.</param>
public sealed record ExternalPerson(string Subject, string? Mail, string Name);

/// <summary>The providers of OpenID Connect that the settings name.</summary>
public interface IExternalProviders
{
    /// <summary>Their names, in the order of the alphabet.</summary>
    IReadOnlyList<string> Offered { get; }

    /// <summary>Whether the settings name such a provider.</summary>
    bool Knows(string provider);

    /// <summary>A new challenge.</summary>
    ExternalChallenge Begin(string provider, DateTimeOffset expiresAt);

    /// <summary>The challenge of a state that this app made for this provider and that still lives; null for any other text.</summary>
    ExternalChallenge? Read(string provider, string state);

    /// <summary>Where the person signs in.</summary>
    Task<Uri> AddressAsync(string provider, ExternalChallenge challenge, CancellationToken cancellation);

    /// <summary>Changes the provider's code for the person it vouches for; null for a code or a token that isn't good for this challenge.</summary>
    Task<ExternalPerson?> RedeemAsync(string provider, ExternalChallenge challenge, string code, CancellationToken cancellation);
}
