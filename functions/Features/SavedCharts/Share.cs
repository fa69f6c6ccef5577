using System.Security.Cryptography;
using System.Text;

namespace Kundli.Features.SavedCharts;

/// <summary>A part of a chart that a link may show.</summary>
public enum SharedPart
{
    /// <summary>Signs, degrees and houses of the grahas, and the divisions.</summary>
    Positions,

    /// <summary>The birth star, its syllable and the five limbs.</summary>
    BirthStar,

    /// <summary>The periods of Vimshottari.</summary>
    Dasha,

    /// <summary>The yogas.</summary>
    Yogas,

    /// <summary>Date, time and place of birth, and whose chart it is.</summary>
    Birth,
}

/// <summary>A link that shows parts of a chart to whoever has it.</summary>
/// <param name="TokenHash">Hash of the token; the token itself is nowhere kept.</param>
/// <param name="UserId">Whose chart.</param>
/// <param name="ChartId">Which chart.</param>
/// <param name="Shows">What is shown; nothing else ever is.</param>
/// <param name="CreatedAt">When the link was made.</param>
/// <param name="ExpiresAt">From then on it leads nowhere.</param>
public sealed record Share(string TokenHash, string UserId, string ChartId, IReadOnlyList<SharedPart> Shows, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    private const int IdLength = 16;

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Under which its owner names it: tells nothing of the token.</summary>
    public string Id => TokenHash[..IdLength];

    /// <summary>A token of 128 random bits.</summary>
    public static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Whether a text can be a token.</summary>
    public static bool IsToken(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The hash of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

/// <summary>The links.</summary>
public interface IShares
{
    /// <summary>Writes a link and its entry in the owner's list: the entry first, so that no link is there that its owner can't revoke.</summary>
    Task AddAsync(Share share, CancellationToken cancellation);

    /// <summary>The link of a token's hash, or null when there is none any more.</summary>
    Task<Share?> FindAsync(string tokenHash, CancellationToken cancellation);

    /// <summary>The links of a chart that still lead somewhere.</summary>
    Task<IReadOnlyList<Share>> ListAsync(string userId, string chartId, CancellationToken cancellation);

    /// <summary>Revokes a link: the link first, then its entry.</summary>
    Task RemoveAsync(Share share, CancellationToken cancellation);
}

/// <summary>Something else that belongs to a chart and goes with it: its printed reports.</summary>
public interface IChartAttachments
{
    /// <summary>Removes everything of one chart; nothing there is no failure.</summary>
    Task RemoveAllAsync(string userId, string chartId, CancellationToken cancellation);
}
