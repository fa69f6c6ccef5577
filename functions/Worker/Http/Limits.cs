namespace Kundli.Worker.Http;

/// <summary>Limits of the HTTP surface. Limits of a feature stand with the feature.</summary>
internal static class Limits
{
    /// <summary>Bytes of a JSON body, unless a function allows another number.</summary>
    public const int BodyBytesMax = 128 * 1024;

    /// <summary>How long a body may take to arrive.</summary>
    public static readonly TimeSpan BodyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Wrong fields that one answer names; the rest would only repeat them.</summary>
    public const int FieldErrorsMax = 100;

    /// <summary>Characters of one query parameter.</summary>
    public const int QueryValueLengthMax = 1024;

    /// <summary>Query parameters of one request.</summary>
    public const int QueryParametersMax = 64;

    /// <summary>Characters of a path with its query string.</summary>
    public const int TargetLengthMax = 8 * 1024;

    /// <summary>Characters of an <c>Idempotency-Key</c>.</summary>
    public const int IdempotencyKeyLengthMax = 128;

    /// <summary>Items of one comma-separated query parameter.</summary>
    public const int QueryListItemsMax = 50;
}
