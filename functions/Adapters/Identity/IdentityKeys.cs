using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kundli.Adapters.Identity;

/// <summary>Where identity gets its keys and names from.</summary>
public sealed record IdentityOptions
{
    /// <summary>Who signs: the address under which the API is reached.</summary>
    public string Issuer { get; init; } = "https://kundli.local";

    /// <summary>Whom the tokens are for.</summary>
    public string Audience { get; init; } = "kundli-api";

    /// <summary>EC P-256 private keys as PEM, the signing one first, then those whose tokens still live.</summary>
    public IReadOnlyList<string> SigningKeys { get; init; } = [];

    /// <summary>32 random bytes, base64: from it come the keys for names, refresh tokens and sealed secrets.</summary>
    public string? RootSecret { get; init; }

    /// <summary>Only on a local host: where keys are made on the first run and stay.</summary>
    public string? LocalFolder { get; init; }
}

/// <summary>The keys of identity. Each use has its own, derived from the root secret, so that none tells anything about another.</summary>
public sealed class IdentityKeys
{
    private const int RootBytes = 32;

    private readonly byte[] _root;

    private IdentityKeys(byte[] root, IReadOnlyList<ECDsa> signing)
    {
        (_root, Signing) = (root, signing);
        if (root.Length < RootBytes)
            throw new InvalidOperationException($"Identity:RootSecret has {root.Length} bytes; it needs {RootBytes}.");
    }

    /// <summary>The signing key, then older ones that still verify.</summary>
    public IReadOnlyList<ECDsa> Signing { get; }

    /// <summary>Keys from the settings, else on a local host from its folder.</summary>
    /// <exception cref="InvalidOperationException">There are none: a deployed app without keys must not start.</exception>
    public static IdentityKeys Load(IdentityOptions options)
    {
        if (options is { SigningKeys.Count: > 0, RootSecret: not null })
            return new(Convert.FromBase64String(options.RootSecret), [.. options.SigningKeys.Select(FromPem)]);
        if (options.LocalFolder is null)
            throw new InvalidOperationException("Identity:SigningKeys and Identity:RootSecret are not set.");
        var local = LocalKeys(Path.Combine(options.LocalFolder, "identity-keys.json"));
        return new(Convert.FromBase64String(local.Root), [FromPem(local.SigningKey)]);
    }

    /// <summary>A key for one purpose.</summary>
    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _root, RootBytes, info: Encoding.UTF8.GetBytes(purpose));

    private static ECDsa FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    /// <summary>Two hosts on one folder may start at once: whoever makes the file first made the keys.</summary>
    private static StoredKeys LocalKeys(string path)
    {
        if (!File.Exists(path))
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var made = new StoredKeys(Convert.ToBase64String(RandomNumberGenerator.GetBytes(RootBytes)), key.ExportPkcs8PrivateKeyPem());
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(draft, JsonSerializer.Serialize(made));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return JsonSerializer.Deserialize<StoredKeys>(File.ReadAllText(path)) ?? throw new InvalidOperationException($"{path} holds no keys.");
    }

    private sealed record StoredKeys(string Root, string SigningKey);
}
