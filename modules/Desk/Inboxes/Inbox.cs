using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Tasks;

namespace CommunityBusinessNetwork.Desk.Inboxes;

/// <summary>What waits for this person in all modules that are on: overdue first, then by date, then what has none.</summary>
internal sealed class Inbox(IEnumerable<ITaskSource> sources, FeatureStates features, CurrentUser user)
{
    public async Task<TaskList> ReadAsync(TaskQuery query, CancellationToken ct)
    {
        List<WorkTask> tasks = [];
        List<TaskStep> steps = [];

        foreach (var source in features.Active(sources))
        {
            var part = await source.ForAsync(user, query, ct);
            tasks.AddRange(part.Tasks);
            steps.AddRange(part.Steps);
        }

        return new([.. tasks.OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue).Take(query.Most)], steps);
    }
}

/// <summary>The list as a page shows it.</summary>
/// <param name="AllUrl">Where all of them are listed; null on the page that lists them.</param>
/// <param name="Paging">Which part is shown; null where only the first are.</param>
internal sealed record InboxView(TaskList List, DateTimeOffset Now, string? AllUrl, Paging? Paging = null)
{
    /// <summary>The tasks of this part under headings: overdue, due within a week, later, without a date.</summary>
    public IReadOnlyList<(string HeadingKey, IReadOnlyList<WorkTask> Tasks)> Groups
        => [.. List.Tasks.Skip(Paging?.Skip ?? 0).GroupBy(t => HeadingOf(t.DueAt, Now)).Select(g => (g.Key, (IReadOnlyList<WorkTask>)[.. g]))];

    internal static string HeadingOf(DateTimeOffset? due, DateTimeOffset now)
        => due is not { } at ? "desk.tasks-undated" : at <= now ? "desk.tasks-overdue" : at <= now.AddDays(7) ? "desk.tasks-soon" : "desk.tasks-later";
}
