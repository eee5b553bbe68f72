using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Notices.Reminders;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Recipes;

/// <summary>The rules of reminders as they are decided now.</summary>
internal sealed class RemindersSource(AppDb db) : IDeploymentSource
{
    public string Name => "reminders";
    public string TextKey => "notices.deploy-reminders";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var rules = await db.Set<ReminderRule>().AsNoTracking().OrderBy(r => r.DueKey).ThenBy(r => r.Hours).ThenBy(r => r.Role).ToListAsync(ct);
        return
        [
            new()
            {
                ["name"] = Name,
                ["Rules"] = new JsonArray([.. rules.Select(r => new JsonObject { ["DueKey"] = r.DueKey, ["Hours"] = r.Hours, ["Role"] = r.Role, ["IsOn"] = r.IsOn })]),
            },
        ];
    }
}
