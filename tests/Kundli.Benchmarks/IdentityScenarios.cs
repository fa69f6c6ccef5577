using System.Security.Cryptography;
using System.Text;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Identity;
using Kundli.Adapters.RateLimits;
using Kundli.Features.Identity;
using Kundli.Testing;
using Kundli.Worker.Http;

namespace Kundli.Benchmarks;

/// <summary>What protection costs a request: the check of an access token beside the bare signature in the same run, its session from the cache, and a rate limit.</summary>
internal static class IdentityScenarios
{
    private static readonly IdentityOptions Options = MakeOptions();
    private static readonly IdentityKeys Keys = IdentityKeys.Load(Options);
    private static readonly SignedAccessTokens Tokens = new(Keys, Options, TimeProvider.System);
    private static readonly Account Asha = new(Account.NewId(), "Asha", TimeProvider.System.GetUtcNow()) { Mail = "asha@example.org" };
    private static readonly (CheckSession Check, string Token) Session = OpenSession();
    private static readonly string Token = Session.Token;
    private static readonly AccessClaims Claims = Tokens.ReadAsync(Token).GetAwaiter().GetResult()!;
    private static readonly byte[] Signed = Encoding.ASCII.GetBytes(Token[..Token.LastIndexOf('.')]);
    private static readonly byte[] Signature = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(Token[(Token.LastIndexOf('.') + 1)..]);
    private static readonly Admissions Doors = new(new ProcessBuckets(TimeProvider.System));
    private static readonly string[] Users = [.. Enumerable.Range(0, 997).Select(number => $"user{number}")];

    /// <summary>One ES256 verification.</summary>
    public static double BareSignature(int operation) => Keys.Signing[0].VerifyData(Signed, Signature, HashAlgorithmName.SHA256) ? 1 : 0;

    /// <summary>The whole check of an access token.</summary>
    public static double AccessToken(int operation) => Tokens.ReadAsync(Token).GetAwaiter().GetResult() is null ? 0 : 1;

    /// <summary>What the process remembers of the token's session; a revoked one is forgotten at once here and within five seconds elsewhere.</summary>
    public static double CachedSession(int operation) => Session.Check.RunAsync(Claims, default).AsTask().GetAwaiter().GetResult() is null ? 0 : 1;

    /// <summary>A rate limit with three buckets in the process.</summary>
    public static double RateLimit(int operation) => Doors.TakeAsync(RouteClass.Compute, Users[operation % Users.Length], "10.0.0.1", default).AsTask().GetAwaiter().GetResult().Policies.Length;

    private static IdentityOptions MakeOptions()
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new IdentityOptions { SigningKeys = [signing.ExportPkcs8PrivateKeyPem()], RootSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
    }

    private static (CheckSession Check, string Token) OpenSession()
    {
        var documents = new JudgedDocuments(new MemoryDocumentStore(), TimeProvider.System);
        var (accounts, sessions) = (new AccountStore(documents, Keys), new SessionStore(documents));
        var family = new SessionFamily(Account.NewId(), Asha.UserId, Asha.SecurityStamp, 0, Asha.CreatedAt, Asha.CreatedAt, "benchmark");
        accounts.OpenAsync(Asha.Mail!, Asha, default).GetAwaiter().GetResult();
        sessions.OpenAsync(family, default).GetAwaiter().GetResult();
        return (new CheckSession(accounts, sessions, TimeProvider.System), Tokens.Issue(Asha, family.FamilyId, Asha.CreatedAt));
    }
}
