using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace CommunityBusinessNetwork.Kernel.Mail;

/// <summary>
/// Takes the letters of the folder to the server, the oldest first, and removes them: they hold links that open accounts.
/// A server that is down keeps nobody waiting; its letters stay and are tried again.
/// </summary>
internal sealed class SmtpPost(MailSettings settings, ILogger<SmtpPost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterAFault = TimeSpan.FromMinutes(1);
    private const int TimeoutMs = 20_000;

    /// <summary>One round: sends what lies there.</summary>
    internal async Task SendAllAsync(CancellationToken ct)
    {
        var waiting = Directory.Exists(settings.Outgoing)
            ? Directory.GetFiles(settings.Outgoing, $"*{MailFolder.Extension}").Order(StringComparer.Ordinal).ToList()
            : [];

        if (waiting.Count == 0)
        {
            return;
        }

        using var client = await ConnectAsync(settings.Smtp!, ct);

        foreach (var path in waiting)
        {
            await SendAsync(client, path, ct);
        }

        await client.DisconnectAsync(quit: true, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;

            try
            {
                await SendAllAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A server may fail in any way; the letters stay where they are and are tried again.
            catch (Exception fault)
            {
                log.LogError(fault, "Mail could not be sent; it will be tried again.");
                pause = PauseAfterAFault;
            }
#pragma warning restore CA1031

            await Task.Delay(pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static async Task<SmtpClient> ConnectAsync(SmtpServer server, CancellationToken ct)
    {
        var client = new SmtpClient { Timeout = TimeoutMs };

        // The port of implicit TLS is 465; elsewhere the connection is encrypted after the greeting.
        var security = !server.Tls ? SecureSocketOptions.None : server.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(server.Host, server.Port, security, ct);

        if (server.UserName.Length > 0)
        {
            await client.AuthenticateAsync(server.UserName, server.Password, ct);
        }

        return client;
    }

    private async Task SendAsync(SmtpClient client, string path, CancellationToken ct)
    {
        using var letter = await MimeMessage.LoadAsync(path, ct);

        try
        {
            await client.SendAsync(letter, ct);
            File.Delete(path);
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= 500)
        {
            log.LogWarning(refusal, "The mail server did not take {Letter}; it lies in {Folder}", Path.GetFileName(path), settings.Refused);
            Directory.CreateDirectory(settings.Refused);
            File.Move(path, Path.Combine(settings.Refused, Path.GetFileName(path)), overwrite: true);
        }
    }
}
