using CommunityBusinessNetwork.Desk.Features;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Tasks;

namespace CommunityBusinessNetwork.Desk.Inboxes;

/// <summary>What waits for this person in all modules, the most urgent first.</summary>
internal sealed class Inbox(IEnumerable<ITaskSource> sources, FeatureStates features, CurrentUser user)
{
    public async Task<TaskList> ReadAsync(int most, CancellationToken ct)
    {
        List<WorkTask> tasks = [];
        var total = 0;

        foreach (var source in features.Active(sources))
        {
            var part = await source.ForAsync(user, most, ct);
            tasks.AddRange(part.Tasks);
            total += part.Total;
        }

        return new([.. tasks.OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue).Take(most)], total);
    }
}

/// <summary>The list as a page shows it.</summary>
/// <param name="AllUrl">Where all of them are listed; null on the page that lists them.</param>
internal sealed record InboxView(TaskList List, DateTimeOffset Now, string? AllUrl);
