using System.Net;
using System.Net.Sockets;
using CommunityBusinessNetwork.Kernel.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class MailTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"cbn-post-{Guid.CreateVersion7():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Letter_ByDefault_IsAFileThatAMailProgramOpens()
    {
        await WriteAsync(new(_folder, "site@cbn.example", null), "somsri@example.go.th");

        using var letter = await MimeMessage.LoadAsync(Directory.GetFiles(_folder).Single(), Ct);
        Assert.Equal(("เรื่องสำคัญ", "สวัสดี\nบรรทัดสอง"), (letter.Subject, letter.TextBody!.ReplaceLineEndings("\n").TrimEnd()));
        Assert.Equal(("site@cbn.example", "นางสมศรี"), (letter.From.Mailboxes.Single().Address, letter.To.Mailboxes.Single().Name));
    }

    [Fact]
    public async Task Post_WithAServer_TakesTheLettersThereAndRemovesThem()
    {
        using var server = new Server();
        var settings = new MailSettings(_folder, "site@cbn.example", new("127.0.0.1", server.Port, "", "", Tls: false));
        await WriteAsync(settings, "somsri@example.go.th");
        await WriteAsync(settings, "refused@example.go.th");
        await WriteAsync(settings, "wipa@example.go.th");

        await new SmtpPost(settings, NullLogger<SmtpPost>.Instance).SendAllAsync(Ct);

        Assert.Equal(["<somsri@example.go.th>", "<wipa@example.go.th>"], server.Received);
        Assert.Empty(Directory.GetFiles(settings.Outgoing));
        Assert.Single(Directory.GetFiles(settings.Refused));
    }

    [Fact]
    public async Task Post_WhileTheServerIsDown_KeepsTheLetters()
    {
        var settings = new MailSettings(_folder, "site@cbn.example", new("127.0.0.1", 1, "", "", Tls: false));
        await WriteAsync(settings, "somsri@example.go.th");

        await Assert.ThrowsAnyAsync<SocketException>(() => new SmtpPost(settings, NullLogger<SmtpPost>.Instance).SendAllAsync(Ct));
        Assert.Single(Directory.GetFiles(settings.Outgoing));
    }

    [Fact]
    public void Settings_AreReadFromTheConfiguration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Mail:From"] = "cbn@cdd.go.th", ["Mail:Smtp:Host"] = "mail.cdd.go.th", ["Mail:Smtp:Port"] = "465" }).Build();

        Assert.Equal(new("m", "cbn@cdd.go.th", new("mail.cdd.go.th", 465, "", "", Tls: true)), MailSettings.Read(configuration, "m"));
        Assert.Null(MailSettings.Read(new ConfigurationBuilder().Build(), "m").Smtp);
        Assert.Throws<InvalidOperationException>(() => MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:From"] = "nobody" }).Build(), "m"));
    }

    private static Task WriteAsync(MailSettings settings, string to)
        => new MailFolder(settings, new FakeTimeProvider(Given.LetterDay)).SendAsync(new(to, "นางสมศรี", "เรื่องสำคัญ", "สวัสดี\r\nบรรทัดสอง"), Ct);

    /// <summary>A mail server that takes everything but letters to "refused".</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Server()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
        public List<string> Received { get; } = [];

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 test");
            var to = "";

            while (await reader.ReadLineAsync() is { } line)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        to = line.Split(':')[1];
                        await writer.WriteLineAsync(to.Contains("refused", StringComparison.Ordinal) ? "550 no such mailbox" : "250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");

                        while (await reader.ReadLineAsync() is { } text && text != ".")
                        {
                        }

                        Received.Add(to);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
    }
}
