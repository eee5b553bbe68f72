using System.Text;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Lists;

/// <summary>Some items as a recipe with one step <c>content</c>, which another site runs.</summary>
internal sealed class ExportItems(AppDb db, CurrentUser user, MarkExport mark)
{
    /// <returns>A file of JSON, marked with who took it; items that she may not see are left out.</returns>
    public async Task<ExportedFile> WriteAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var items = await db.Set<ContentItem>().AsNoTracking().VisibleTo(user).Where(i => i.Latest && ids.Contains(i.ItemId)).OrderBy(i => i.TypeName).ThenBy(i => i.ItemId).ToListAsync(ct);
        var origin = await mark.RunAsync("contents", "json", items.Count, ct);
        JsonObject recipe = new()
        {
            ["name"] = "contents",
            ["description"] = origin.Line,
            ["issetuprecipe"] = false,
            ["steps"] = new JsonArray(new JsonObject { ["name"] = "content", ["Data"] = new JsonArray([.. items.Select(ContentItemJson.WriteToDeploy)]) }),
        };
        return new(Encoding.UTF8.GetBytes(recipe.ToJsonString(AppJson.Indented)), "application/json", origin.FileName + ".recipe.json");
    }
}
