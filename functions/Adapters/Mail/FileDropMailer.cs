using System.Text;
using Kundli.Features.Notices;

namespace Kundli.Adapters.Mail;

/// <summary>Drops each mail as an <c>.eml</c> file into a folder: the mail system of a local host. The file's name is the mail's, so that a repetition writes nothing new.</summary>
public sealed class FileDropMailer(string folder) : IMailer
{
    /// <inheritdoc/>
    public async Task SendAsync(string id, Notice notice, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{id}.eml");
        if (File.Exists(path))
            return;
        var text = $"To: {Line(notice.To)}\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(notice.Subject))}?=\r\n" +
            $"Date: {notice.CreatedAt:r}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
            Convert.ToBase64String(Encoding.UTF8.GetBytes(notice.Text), Base64FormattingOptions.InsertLineBreaks);
        // Written beside and moved, so that a dead process leaves no half mail under the name.
        var draft = $"{path}.{Guid.NewGuid():N}.part";
        await File.WriteAllTextAsync(draft, text, cancellation);
        File.Move(draft, path, overwrite: true);
    }

    private static string Line(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
