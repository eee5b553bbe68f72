using System.Collections.Concurrent;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>Which sign-ins were used since it was last written down: looking at a page must not write.</summary>
internal sealed class Sightings
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = [];

    public void Saw(Guid session, DateTimeOffset at) => _seen[session] = at;

    public IReadOnlyList<KeyValuePair<Guid, DateTimeOffset>> Take()
    {
        List<KeyValuePair<Guid, DateTimeOffset>> taken = [];

        foreach (var id in _seen.Keys)
        {
            if (_seen.TryRemove(id, out var at))
            {
                taken.Add(new(id, at));
            }
        }

        return taken;
    }
}

/// <summary>Writes down every few minutes which sign-ins were used. Outside the audit: it is no change that anybody made.</summary>
internal sealed class WriteSightings(AppDb db, Sightings sightings) : IRecurringJob
{
    public string Name => "accounts.sightings";

    public string Cron => "0 0/5 * * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        foreach (var (id, at) in sightings.Take())
        {
            await db.Set<AccountSession>().Where(s => s.Id == id && s.SeenAt < at).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, at), ct);
        }
    }
}
