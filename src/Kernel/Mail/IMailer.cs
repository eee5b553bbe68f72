namespace CommunityBusinessNetwork.Kernel.Mail;

/// <summary>A letter to one person, in plain text.</summary>
public sealed record MailMessage(string ToAddress, string ToName, string Subject, string Text);

/// <summary>Takes letters to their way. Consumers of events call it, after commit and never inside a transaction.</summary>
public interface IMailer
{
    Task SendAsync(MailMessage message, CancellationToken ct);
}
