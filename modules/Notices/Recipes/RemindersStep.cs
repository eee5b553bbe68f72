using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Notices.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Recipes;

/// <summary>Our step <c>reminders</c>: the rules by which people are reminded of due dates. A rule that is there keeps what staff have decided on it.</summary>
internal sealed class RemindersStep(AppDb db, CurrentUser user) : IRecipeStep
{
    public string Name => "reminders";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var rules = step["Rules"].Deserialize<List<ReminderSetting>>(AppJson.Options) ?? [];

        if (rules.FirstOrDefault(r => !DueSteps.All.Contains(r.DueKey)) is { } wrong)
        {
            throw new RecipeException($"reminders: nobody can be reminded of {wrong.DueKey}");
        }

        var known = await db.Set<ReminderRule>().ToListAsync(ct);
        db.AddRange(rules.Where(r => !known.Any(k => (k.DueKey, k.Hours, k.Role) == (r.DueKey, r.Hours, r.Role))).Select(r => new ReminderRule(r)));
        await db.SaveAsync(user, ct);
    }
}
