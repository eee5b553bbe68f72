using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Kernel.Deployment;

/// <summary>The site, or parts of it, as a recipe.</summary>
public sealed class SiteExport(IEnumerable<IDeploymentSource> sources, SiteSettings settings)
{
    public IReadOnlyList<IDeploymentSource> Sources { get; } = [.. sources];

    /// <param name="parts">Names of sources; one that nobody knows is left out.</param>
    /// <returns>JSON in Orchard Core's envelope.</returns>
    public async Task<string> WriteAsync(IReadOnlyCollection<string> parts, CancellationToken ct)
    {
        JsonArray steps = [];

        foreach (var source in Sources.Where(s => parts.Contains(s.Name)))
        {
            foreach (var step in await source.ExportAsync(ct))
            {
                steps.Add(step);
            }
        }

        JsonObject recipe = new()
        {
            ["name"] = "export",
            ["displayName"] = settings.Get(SettingNames.SiteNameEn, settings.Get(SettingNames.SiteName, "")),
            ["description"] = string.Join(", ", Sources.Select(s => s.Name).Where(parts.Contains)),
            ["author"] = "",
            ["website"] = "",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = false,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["steps"] = steps,
        };
        return recipe.ToJsonString(AppJson.Indented);
    }
}
