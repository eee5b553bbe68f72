using System.Collections.Concurrent;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Inboxes;

/// <summary>How many tasks waited for each person when they were last counted. A count holds until anything happens on the site.</summary>
internal sealed class WaitingCounts
{
    private const int Most = 2000;
    private readonly ConcurrentDictionary<string, (long At, int Count)> _counts = new(StringComparer.Ordinal);

    public int? Find(string userId, long at) => _counts.TryGetValue(userId, out var known) && known.At == at ? known.Count : null;

    public void Keep(string userId, long at, int count)
    {
        if (_counts.Count >= Most)
        {
            _counts.Clear();
        }

        _counts[userId] = (at, count);
    }
}

/// <summary>The number beside <i>My tasks</i> in the rail.</summary>
internal sealed class WaitingCount(AppDb db, CurrentUser user, Inbox inbox, WaitingCounts counts)
{
    public async Task<int> ReadAsync(CancellationToken ct)
    {
        var at = await db.Audit.MaxAsync(r => (long?)r.Number, ct) ?? 0;

        if (counts.Find(user.Id, at) is { } known)
        {
            return known;
        }

        var count = (await inbox.ReadAsync(new(0), ct)).Total;
        counts.Keep(user.Id, at, count);
        return count;
    }
}
