namespace Kundli.Features.Privacy;

/// <summary>Every number of privacy that somebody may meet.</summary>
public static class Limits
{
    /// <summary>Bytes of an export that lie in memory before they are handed on.</summary>
    public const int ExportBufferBytes = 64 * 1024;

    /// <summary>
    /// After so long an erasure looks once more: by then no access token of the account is alive and no request that began before is under way, so that nothing
    /// can have been written behind its back.
    /// </summary>
    public static readonly TimeSpan SecondPass = TimeSpan.FromMinutes(15);

    /// <summary>How often the note about an erasure is written against others.</summary>
    public const int ConflictTriesMax = 4;
}
