using CommunityBusinessNetwork.Desk.Audits;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Recipes;

/// <summary>One change that a recipe would make.</summary>
/// <param name="What">The event in words.</param>
/// <param name="Subject">By what name the thing is known: its title, else the first that the event says.</param>
/// <param name="Values">Only what would be different.</param>
internal sealed record PlannedChange(string What, string Subject, IReadOnlyList<EventChange> Values);

/// <summary>What a recipe would change.</summary>
/// <param name="Total">Of all changes; the list holds the first of them.</param>
internal sealed record PlannedChanges(int Total, IReadOnlyList<PlannedChange> Shown);

/// <summary>Tries a recipe and says what it would change, beside what was said last of the same thing. Nothing of it stays.</summary>
internal sealed class DryRun(AppDb db, RecipeRunner runner, EventNames names)
{
    private const int Most = 100;
    private const string Title = nameof(ContentSaved.DisplayText);

    /// <exception cref="RecipeException">The recipe would stop; the message says where.</exception>
    public async Task<PlannedChanges> OfAsync(Recipe recipe, CancellationToken ct)
    {
        var rows = await runner.TryAsync(recipe, ct);
        List<PlannedChange> shown = [];

        foreach (var row in rows.Take(Most))
        {
            var before = await db.Audit.AsNoTracking().Where(r => r.SubjectId == row.SubjectId && r.Event == row.Event)
                .OrderByDescending(r => r.Number).Select(r => r.Data).FirstOrDefaultAsync(ct);
            var said = EventData.Flatten(row.Data);
            shown.Add(new(names.Of(row.Event), said.GetValueOrDefault(Title) ?? said.Values.FirstOrDefault() ?? "", [.. EventData.Compare(before, row.Data).Where(v => !v.IsSame)]));
        }

        return new(rows.Count, shown);
    }
}
