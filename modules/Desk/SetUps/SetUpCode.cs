using System.Security.Cryptography;
using System.Text;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Desk.SetUps;

/// <summary>The code that only who reads the server's log can know. A new one with every start of the process.</summary>
internal sealed class SetUpCode
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public string Text { get; } = RandomNumberGenerator.GetString(Letters, 12);

    public bool Is(string? typed)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed?.Trim().ToUpperInvariant() ?? ""), Encoding.UTF8.GetBytes(Text));
}

/// <summary>Writes the code into the log while the site is not set up.</summary>
internal sealed class AnnounceSetUpCode(SetUpCode code, SiteSettings settings, ILogger<AnnounceSetUpCode> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Get(SettingNames.IsSetUp, false))
        {
            log.LogWarning("This site is not set up yet. Open /set-up and enter the code {Code}", code.Text);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
