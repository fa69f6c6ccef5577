using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Identity;

/// <summary>
/// Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP's password storage sheet names first. The PHC string carries the
/// parameters, so stronger ones can follow; at most one hash a core runs at once, the others wait.
/// </summary>
public sealed class Argon2Passwords : IPasswords, IDisposable
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>zxcvbn's work grows with the length; what follows this many characters can only make a password stronger.</summary>
    private const int ScoredLengthMax = 64;

    private static readonly Parameters Today = new(MemoryKib: 19 * 1024, Passes: 2, Lanes: 1);

    /// <summary>Holds the dictionaries of common words and passwords; it doesn't promise to bear two callers at once.</summary>
    private static readonly Lazy<Zxcvbn.Zxcvbn> Judge = new(() => new Zxcvbn.Zxcvbn());

    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private long _hashes;

    /// <summary>Slow hashes so far: known and unknown accounts must cost the same number.</summary>
    public long Hashes => Interlocked.Read(ref _hashes);

    /// <inheritdoc/>
    public async Task<string> HashAsync(string password, CancellationToken cancellation)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Write(Today, salt, await ComputeAsync(password, salt, Today, cancellation));
    }

    /// <inheritdoc/>
    public async Task<PasswordCheck> CheckAsync(string password, string? hash, CancellationToken cancellation)
    {
        var (parameters, salt, expected) = hash is null ? (Today, new byte[SaltBytes], new byte[HashBytes]) : Read(hash);
        var actual = await ComputeAsync(password, salt, parameters, cancellation);
        var isRight = CryptographicOperations.FixedTimeEquals(actual, expected) & hash is not null;
        return new(isRight, isRight && parameters != Today);
    }

    /// <inheritdoc/>
    public int Score(string password, params IEnumerable<string> known)
    {
        lock (Judge)
            return Judge.Value.EvaluatePassword(password[..Math.Min(password.Length, ScoredLengthMax)], known.Append("kundli")).Score;
    }

    /// <inheritdoc/>
    public void Dispose() => _cores.Dispose();

    private async Task<byte[]> ComputeAsync(string password, byte[] salt, Parameters parameters, CancellationToken cancellation)
    {
        await _cores.WaitAsync(cancellation);
        try
        {
            Interlocked.Increment(ref _hashes);
            using var argon = new Argon2id(Encoding.UTF8.GetBytes(password.Normalize())) { Salt = salt, MemorySize = parameters.MemoryKib, Iterations = parameters.Passes, DegreeOfParallelism = parameters.Lanes };
            return await argon.GetBytesAsync(HashBytes);
        }
        finally
        {
            _cores.Release();
        }
    }

    private static string Write(Parameters parameters, byte[] salt, byte[] hash) =>
        $"$argon2id$v=19$m={parameters.MemoryKib},t={parameters.Passes},p={parameters.Lanes}${Base64(salt)}${Base64(hash)}";

    private static (Parameters Parameters, byte[] Salt, byte[] Hash) Read(string phc)
    {
        if (phc.Split('$') is not ["", "argon2id", "v=19", var costs, var salt, var hash])
            throw new FormatException("This is no Argon2id hash.");
        var numbers = costs.Split(',').Select(cost => int.Parse(cost.AsSpan(2), CultureInfo.InvariantCulture)).ToArray();
        return (new(numbers[0], numbers[1], numbers[2]), Bytes(salt), Bytes(hash));
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Bytes(string base64) => Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));

    private readonly record struct Parameters(int MemoryKib, int Passes, int Lanes);
}
