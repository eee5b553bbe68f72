using MimeKit;

namespace CommunityBusinessNetwork.Kernel.Mail;

/// <summary>Writes every letter as an <c>.eml</c> file (RFC 5322), whole or not at all.</summary>
internal sealed class MailFolder(MailSettings settings, TimeProvider time) : IMailer
{
    public const string Extension = ".eml";

    public async Task SendAsync(MailMessage message, CancellationToken ct)
    {
        using var letter = new MimeMessage();
        letter.From.Add(MailboxAddress.Parse(settings.From));
        letter.To.Add(new MailboxAddress(message.ToName, message.ToAddress));
        letter.Subject = message.Subject;
        letter.Date = time.GetUtcNow();
        letter.Body = new TextPart("plain") { Text = message.Text };

        Directory.CreateDirectory(settings.Outgoing);
        var path = Path.Combine(settings.Outgoing, $"{Guid.CreateVersion7():N}{Extension}");
        var unfinished = path + ".part";
        await letter.WriteToAsync(unfinished, ct);
        File.Move(unfinished, path);
    }
}
