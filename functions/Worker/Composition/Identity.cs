using Kundli.Adapters.Documents;
using Kundli.Adapters.Identity;
using Kundli.Features.Addresses;
using Kundli.Features.Due;
using Kundli.Features.Identity;
using Kundli.Features.Privacy;
using Kundli.Worker.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Accounts, sessions and their keys.</summary>
internal static class Identity
{
    /// <summary>
    /// Reads <c>Identity:Issuer</c>, <c>Identity:Audience</c>, <c>Identity:SigningKeys:0…</c> (PEM) and <c>Identity:RootSecret</c> (base64). On a local host
    /// the keys are made on the first run and stay in its data folder.
    /// </summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        var options = Options(configuration);
        return services
            .AddSingleton(options)
            .AddSingleton(_ => IdentityKeys.Load(options))
            .AddSingleton<SignedAccessTokens>()
            .AddSingleton<IAccessTokens>(provider => provider.GetRequiredService<SignedAccessTokens>())
            .AddSingleton<IRefreshTokens, DerivedRefreshTokens>()
            .AddSingleton<IPasswords, Argon2Passwords>()
            .AddSingleton<ITimeCodes, TimeCodes>()
            .AddSingleton<IAccountStore, AccountStore>()
            .AddSingleton<ISessionStore, SessionStore>()
            .AddSingleton<ITokenStore, TokenStore>()
            .AddSingleton<IGuardStore, GuardStore>()
            .AddSingleton<ISecurityLog, SecurityLogStore>()
            .AddSingleton<CheckSession>()
            .AddSingleton<ChangeRoles>()
            .AddSingleton<TellOfNewDevice>()
            .AddSingleton<OpenSession>()
            .AddSingleton<SendVerification>()
            .AddSingleton<ConfirmVerification>()
            .AddSingleton<Register>()
            .AddSingleton<SignIn>()
            .AddSingleton<SignInByPhone>()
            .AddSingleton<RefreshSession>()
            .AddSingleton<EndSessions>()
            .AddSingleton<ChangePassword>()
            .AddSingleton<UseTwoFactor>()
            .AddSingleton<ReadMe>()
            .AddSingleton<RefreshCredential>()
            .AddPrivacy();
    }

    /// <summary>What every area hands over and erases through: each registers its own <see cref="IPersonalRecords"/>.</summary>
    private static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<IConsentStore, ConsentStore>()
        .AddSingleton<IConsents, AskConsents>()
        .AddSingleton<DecideConsents>()
        .AddSingleton<IDueWork, EraseWithdrawn>()
        .AddSingleton<IErasureNotes, ErasureNoteStore>()
        .AddSingleton<ExportPerson>()
        .AddSingleton<ErasePerson>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<ErasePerson>())
        .AddSingleton<CloseAccount>()
        .AddSingleton<IAddressStore, AddressStore>()
        .AddSingleton<KeepAddresses>()
        .AddSingleton<IPersonalRecords, AddressRecords>()
        .AddSingleton<IPersonalRecords, AccountRecords>()
        .AddSingleton<IPersonalRecords, SecurityRecords>()
        .AddSingleton<IPersonalRecords, SessionRecords>()
        .AddSingleton<IPersonalRecords, ConsentRecords>();

    private static IdentityOptions Options(IConfiguration configuration)
    {
        var section = configuration.GetSection("Identity");
        var defaults = new IdentityOptions();
        return new IdentityOptions
        {
            Issuer = section["Issuer"] ?? defaults.Issuer,
            Audience = section["Audience"] ?? defaults.Audience,
            SigningKeys = [.. section.GetSection("SigningKeys").GetChildren().Select(key => key.Value).OfType<string>()],
            RootSecret = section["RootSecret"],
            LocalFolder = configuration["LocalHost:Data"],
        };
    }
}
