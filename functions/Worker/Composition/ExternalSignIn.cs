using Kundli.Adapters.Identity;
using Kundli.Features.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Sign-in at providers of OpenID Connect.</summary>
internal static class ExternalSignIn
{
    private static readonly TimeSpan CallTimeMax = TimeSpan.FromSeconds(8);

    private static readonly Dictionary<string, (string Authority, string Scope)> Known = new(StringComparer.Ordinal)
    {
        ["apple"] = ("https://appleid.apple.com", "openid"),
        ["google"] = ("https://accounts.google.com", "openid email profile"),
        // The tenant of personal accounts; an address that Microsoft names is not verified, and is not taken for verified.
        ["microsoft"] = ("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", "openid profile"),
    };

    /// <summary>
    /// Reads <c>External:Providers</c> (<c>apple,google,microsoft</c>; none where it is empty), <c>External:Return</c> (the folder of the pages that take the answers, <c>https://…/signin/</c>, with a slash at its
    /// end) and, by the provider's name, <c>External:google:ClientId</c>, <c>External:google:ClientSecret</c> and, where it is not the provider's own, <c>External:google:Authority</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">A provider is not known, or a setting of it is missing.</exception>
    public static IServiceCollection AddExternalSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("External");
        var isLocal = configuration["LocalHost:Data"] is not null;
        var names = (section["Providers"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var options = new OpenIdOptions { Providers = names.ToDictionary(name => name, name => Provider(section.GetSection(name), name), StringComparer.Ordinal), IsPlain = isLocal };
        if (names.Length > 0)
            options = options with { Return = new Uri(Setting.Needed(section["Return"], "External__Return")) };
        return services
            .AddSingleton<IExternalProviders>(provider => new OpenIdProviders(
                Outgoing.Client(CallTimeMax), options, provider.GetRequiredService<IdentityKeys>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<SignInExternally>();
    }

    private static OpenIdProvider Provider(IConfigurationSection its, string name)
    {
        if (!Known.TryGetValue(name, out var known))
            throw new InvalidOperationException($"The setting 'External__Providers' names '{name}'; known are {string.Join(", ", Known.Keys)}.");
        return new OpenIdProvider(new Uri(its["Authority"] ?? known.Authority), Setting.Needed(its["ClientId"], $"External__{name}__ClientId"), Setting.Needed(its["ClientSecret"], $"External__{name}__ClientSecret"), known.Scope);
    }
}
