using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Deployment;

/// <summary>Every setting but those that are of this site's own life: whether it is set up, and the demo's clock.</summary>
internal sealed class SettingsSource(AppDb db) : IDeploymentSource
{
    public string Name => "settings";
    public string TextKey => "deploy.settings";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        JsonObject step = new() { ["name"] = Name };
        var all = await db.Set<SiteSetting>().AsNoTracking().OrderBy(s => s.Name).ToListAsync(ct);

        foreach (var setting in all.Where(s => s.Name is not (SettingNames.IsSetUp or SettingNames.DemoClockOffset)))
        {
            step[setting.Name] = JsonNode.Parse(setting.Value);
        }

        return [step];
    }
}

/// <summary>Every role with the permissions it has now.</summary>
internal sealed class RolesSource(AppDb db) : IDeploymentSource
{
    public string Name => "Roles";
    public string TextKey => "deploy.roles";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var roles = await db.Set<Role>().AsNoTracking().OrderBy(r => r.Name).ToListAsync(ct);
        return
        [
            new()
            {
                ["name"] = Name,
                ["Roles"] = new JsonArray([.. roles.Select(r => new JsonObject
                {
                    ["Name"] = r.Name,
                    ["Description"] = r.Description,
                    ["Permissions"] = JsonSerializer.SerializeToNode(r.Permissions, AppJson.Options),
                    ["PermissionBehavior"] = "Replace",
                })]),
            },
        ];
    }
}

/// <summary>The newest rules of every workflow.</summary>
internal sealed class WorkflowsSource(AppDb db) : IDeploymentSource
{
    public string Name => "workflows";
    public string TextKey => "deploy.workflows";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var all = await db.Set<WorkflowDefinition>().AsNoTracking().OrderBy(w => w.Name).ThenBy(w => w.Number).ToListAsync(ct);
        var newest = all.GroupBy(w => w.Name).Select(versions => versions.Last());
        return
        [
            new()
            {
                ["name"] = Name,
                ["Workflows"] = new JsonArray([.. newest.Select(w => new JsonObject
                {
                    ["Name"] = w.Name,
                    ["Rules"] = JsonSerializer.SerializeToNode(w.Rules, AppJson.Options),
                })]),
            },
        ];
    }
}

/// <summary>The newest definition of every content type.</summary>
internal sealed class ContentDefinitionSource(AppDb db) : IDeploymentSource
{
    public string Name => "ContentDefinition";
    public string TextKey => "deploy.content-types";
    public string NoteKey => "deploy.content-types-note";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var types = await db.Set<ContentType>().AsNoTracking().Where(t => t.Latest).OrderBy(t => t.Name).ToListAsync(ct);
        return
        [
            new()
            {
                ["name"] = Name,
                ["ContentTypes"] = new JsonArray([.. types.Select(t => ContentTypeJson.WriteType(t.Name, t.Definition))]),
                ["ContentParts"] = new JsonArray([.. types.Select(t => ContentTypeJson.WritePart(t.Name, t.Definition)).OfType<JsonObject>()]),
            },
        ];
    }
}

/// <summary>Every item that is not in the trash: the version that the public reads, or the draft of one that was never published.</summary>
internal sealed class ContentSource(AppDb db) : IDeploymentSource
{
    public string Name => "content";
    public string TextKey => "deploy.content";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        JsonArray data = [];
        var items = db.Set<ContentItem>().AsNoTracking();
        var written = items
            .Where(i => i.Published || (i.Latest && i.TrashedUtc == null && !items.Any(p => p.ItemId == i.ItemId && p.Published)))
            .OrderBy(i => i.TypeName).ThenBy(i => i.ItemId);

        await foreach (var item in written.AsAsyncEnumerable().WithCancellation(ct))
        {
            data.Add(ContentItemJson.WriteToDeploy(item));
        }

        return [new() { ["name"] = Name, ["Data"] = data }];
    }
}
