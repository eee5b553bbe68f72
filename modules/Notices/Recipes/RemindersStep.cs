using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Notices.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Recipes;

/// <summary>Our step <c>reminders</c>: the rules by which people are reminded of due dates. Rules of which it says nothing stay.</summary>
internal sealed class RemindersStep(AppDb db, CurrentUser user) : IRecipeStep
{
    public string Name => "reminders";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var settings = step["Rules"].Deserialize<List<ReminderSetting>>(AppJson.Options) ?? [];

        if (settings.FirstOrDefault(s => !DueSteps.All.Contains(s.DueKey)) is { } wrong)
        {
            throw new RecipeException($"reminders: nobody can be reminded of {wrong.DueKey}");
        }

        var rules = await db.Set<ReminderRule>().ToListAsync(ct);

        foreach (var setting in settings)
        {
            var known = rules.SingleOrDefault(r => (r.DueKey, r.Hours, r.Role) == (setting.DueKey, setting.Hours, setting.Role));

            if (known is null)
            {
                db.Add(new ReminderRule(setting));
            }
            else if (known.Setting != setting)
            {
                known.Set(setting);
            }
        }

        await db.SaveAsync(user, ct);
    }
}
