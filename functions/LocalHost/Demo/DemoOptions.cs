namespace Kundli.LocalHost.Demo;

/// <summary>What the demonstration is run on.</summary>
/// <param name="Birth">A birth as JSON text or the path of a file that holds it (the <c>birth</c> object or a whole request body); null for the built-in one.</param>
/// <param name="Photo">Path of a photo; null for one that lies beside the checkout or, failing that, a drawn one.</param>
/// <param name="Folder">Where the story's files go.</param>
internal sealed record DemoOptions(string? Birth, string? Photo, string Folder);
