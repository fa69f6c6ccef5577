using System.Text;

namespace Kundli.Adapters.Documents;

/// <summary>What both stores can hold.</summary>
public static class DocumentLimits
{
    /// <summary>The largest body in bytes.</summary>
    public const int BodyBytesMax = 256 * 1024;

    /// <summary>The most writes of a batch.</summary>
    public const int BatchWritesMax = 100;

    /// <summary>The most bytes of a batch's bodies.</summary>
    public const int BatchBytesMax = 1024 * 1024;

    /// <summary>The most documents of a page.</summary>
    public const int PageMax = 200;

    /// <summary>The longest partition key or id in bytes.</summary>
    public const int KeyBytesMax = 200;

    /// <summary>A key made of anything else would mean something to one of the two stores; one or two dots alone would be a step in an address.</summary>
    /// <exception cref="ArgumentException">The key is empty, too long, is <c>.</c> or <c>..</c>, or has a character outside <c>[A-Za-z0-9._|-]</c>.</exception>
    public static void CheckKey(string key)
    {
        if (key is "" or "." or ".." || Encoding.UTF8.GetByteCount(key) > KeyBytesMax || key.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '_' or '|' or '-')))
            throw new ArgumentException($"Not a key: {key.Length} characters, a dot or two alone, or a character outside [A-Za-z0-9._|-].", nameof(key));
    }

    /// <summary>Whether a batch may be sent at all.</summary>
    /// <exception cref="ArgumentException">It is empty, too long or too large, or names an id twice.</exception>
    public static void CheckBatch(IReadOnlyList<DocumentWrite> writes)
    {
        if (writes.Count is 0 or > BatchWritesMax)
            throw new ArgumentException($"A batch has 1 to {BatchWritesMax} writes, not {writes.Count}.", nameof(writes));
        var bytes = 0;
        foreach (var write in writes)
        {
            CheckKey(write.Id);
            var body = DocumentOf(write)?.Body.Length ?? 0;
            if (body > BodyBytesMax)
                throw new ArgumentException($"A document has at most {BodyBytesMax} bytes, not {body}.", nameof(writes));
            bytes += body;
        }
        if (bytes > BatchBytesMax)
            throw new ArgumentException($"A batch has at most {BatchBytesMax} bytes, not {bytes}.", nameof(writes));
        if (writes.Select(write => write.Id).Distinct(StringComparer.Ordinal).Count() != writes.Count)
            throw new ArgumentException("A batch names each id once.", nameof(writes));
    }

    internal static NewDocument? DocumentOf(DocumentWrite write) => write switch
    {
        DocumentWrite.Create create => create.Document,
        DocumentWrite.Replace replace => replace.Document,
        _ => null,
    };
}
