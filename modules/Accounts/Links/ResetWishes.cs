using System.Threading.Channels;
using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>
/// The forgotten passwords that pages have heard of. They are looked up behind the answer, so that its time does not tell
/// whether there is such an account. What is lost when the process dies is asked for again.
/// </summary>
internal sealed class ResetWishes
{
    private const int Most = 1000;

    private readonly Channel<(string NameOrEmail, string Site)> _wishes =
        Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(string nameOrEmail, string site) => _wishes.Writer.TryWrite((nameOrEmail, site));

    public IAsyncEnumerable<(string NameOrEmail, string Site)> ReadAsync(CancellationToken ct) => _wishes.Reader.ReadAllAsync(ct);
}

/// <summary>Hands the wishes to their operation, one after the other.</summary>
internal sealed class HearResetWishes(ResetWishes wishes, IServiceScopeFactory scopes, ILogger<HearResetWishes> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (nameOrEmail, site) in wishes.ReadAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
                await scope.ServiceProvider.GetRequiredService<AskForReset>().RunAsync(nameOrEmail, site, stoppingToken);
            }
#pragma warning disable CA1031 // One wish that fails must not end the hearing of all others.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "A forgotten password could not be looked up.");
            }
#pragma warning restore CA1031
        }
    }
}
