using System.Diagnostics;

namespace Kundli.Worker;

/// <summary>The one record that every queue message is: what happened is read from the documents, never from the message.</summary>
/// <param name="V">Version of this record; a reader refuses one that it does not know.</param>
/// <param name="Id">The order, identification or other target that the handler loads.</param>
/// <param name="Traceparent">W3C trace context of the sender, so that one trace spans the queue; null when there was none.</param>
public sealed record Message(int V, string Id, string? Traceparent)
{
    /// <summary>The version that this code writes and reads.</summary>
    public const int Version = 1;

    /// <summary>A message about <paramref name="id"/> that carries on the running trace.</summary>
    public static Message About(string id) => new(Version, id, Activity.Current?.Id);
}
