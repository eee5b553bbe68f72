using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Tables;

/// <summary>The groups that a person may take out, as rows of the table that the import reads.</summary>
internal static class GroupTable
{
    public static async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(AppDb db, CurrentUser user, string? province, CancellationToken ct)
    {
        var groups = db.Set<GroupIndex>().AsNoTracking().ExportableBy(user).Where(g => province == null || g.ProvinceCode == province);
        var latest = db.Set<ContentItem>().AsNoTracking().Where(i => i.Latest && i.TypeName == GroupItems.Type);
        List<IReadOnlyList<object?>> rows = [];

        await foreach (var (group, item) in groups.Join(latest, g => g.ItemId, i => i.ItemId, (g, i) => new { Group = g, Item = i })
            .OrderBy(x => x.Group.Code).AsAsyncEnumerable().Select(x => (x.Group, x.Item)).WithCancellation(ct))
        {
            var parts = JsonNode.Parse(item.Parts)!;
            rows.Add(
            [
                group.Code, item.DisplayText, item.As<TitlePart>()?.TitleEn ?? "", group.ProvinceCode, group.AreaPath.Split('/')[^2],
                .. GroupColumns.Parts.Select(p => GroupCells.Export(p, parts[p.Part]?[p.Property])),
            ]);
        }

        return rows;
    }
}
