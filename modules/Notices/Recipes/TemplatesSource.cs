using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Notices.Templates;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Recipes;

/// <summary>The words of notices that staff have chosen, as one step.</summary>
internal sealed class TemplatesSource(AppDb db) : IDeploymentSource
{
    public string Name => "notice-templates";
    public string TextKey => "notices.deploy-templates";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var templates = await db.Set<NoticeTemplate>().AsNoTracking().ToListAsync(ct);
        var words = templates.OrderBy(t => t.Kind, StringComparer.Ordinal).ThenByDescending(t => t.Language, StringComparer.Ordinal).Select(t => new TemplateWords(t.Kind, t.Language, t.Subject, t.Body));
        return templates.Count > 0 ? [new() { ["name"] = Name, ["Templates"] = JsonSerializer.SerializeToNode(words, AppJson.Options) }] : [];
    }
}
