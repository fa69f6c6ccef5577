using System.Text.Json;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Mail;

/// <summary>Writes mails and short messages as files into a folder of the local host, where a developer or a test reads them.</summary>
public sealed class FileDropMessages(string folder, TimeProvider time) : IMessages
{
    /// <inheritdoc/>
    public Task MailAsync(string? address, string subject, string text, CancellationToken cancellation) =>
        address is null ? Task.CompletedTask : DropAsync(new Dropped("mail", address, subject, text), cancellation);

    /// <inheritdoc/>
    public async Task<bool> SmsAsync(string number, string text, CancellationToken cancellation)
    {
        await DropAsync(new Dropped("sms", number, null, text), cancellation);
        return true;
    }

    private async Task DropAsync(Dropped message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{time.GetUtcNow():yyyyMMdd'T'HHmmssfff}-{Guid.NewGuid():N}.json");
        var draft = path + ".part";
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(message, JsonSerializerOptions.Web), cancellation);
        File.Move(draft, path);
    }

    private sealed record Dropped(string Kind, string To, string? Subject, string Text);
}
