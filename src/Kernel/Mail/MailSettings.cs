using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Mail;

/// <summary>A server that takes our mail.</summary>
/// <param name="UserName">Empty where the server asks for none.</param>
/// <param name="Tls">Whether the connection must be encrypted; only a server on this machine may do without.</param>
public sealed record SmtpServer(string Host, int Port, string UserName, string Password, bool Tls);

/// <summary>How mail leaves: as files in a folder by default, from there through a server by configuration.</summary>
/// <param name="From">The address of the sender.</param>
public sealed record MailSettings(string Folder, string From, SmtpServer? Smtp)
{
    private const string NobodysAddress = "no-reply@localhost";
    private const int SubmissionPort = 587;

    /// <summary>Where letters are written. Those for a server lie apart, so that a server configured later does not send last year's.</summary>
    public string Outgoing => Smtp is null ? Folder : Path.Combine(Folder, "outgoing");

    /// <summary>Letters that the server did not take.</summary>
    public string Refused => Path.Combine(Folder, "refused");

    /// <summary>Reads <c>Mail:From</c> and <c>Mail:Smtp:Host</c>, <c>Port</c>, <c>UserName</c>, <c>Password</c>, <c>Tls</c>.</summary>
    /// <exception cref="InvalidOperationException">The sender is no address.</exception>
    public static MailSettings Read(IConfiguration configuration, string folder)
    {
        var mail = configuration.GetSection("Mail");
        var from = mail["From"] is { Length: > 0 } given ? given : NobodysAddress;

        if (!MailAddress.TryCreate(from, out _))
        {
            throw new InvalidOperationException($"Mail:From is '{from}', which is no address.");
        }

        var smtp = mail.GetSection("Smtp");
        return new(
            folder,
            from,
            smtp["Host"] is { Length: > 0 } host
                ? new(host, smtp.GetValue("Port", SubmissionPort), smtp["UserName"] ?? "", smtp["Password"] ?? "", smtp.GetValue("Tls", true))
                : null);
    }
}

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<IMailer, MailFolder>();
        return settings.Smtp is null ? services : services.AddHostedService<SmtpPost>();
    }
}
