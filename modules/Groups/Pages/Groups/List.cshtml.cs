using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Groups.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Pages.Groups;

/// <summary>The groups that a person may see, in Thai order. A page costs what a page costs, however long the list is.</summary>
[Authorize(Permissions.View)]
internal sealed class ListModel(AppDb db, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>The part of the list after this row: its sort key and id, "key.id".</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Shows the last page.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Last { get; set; }

    public IReadOnlyList<GroupIndex> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public bool MayManage => user.May(Permissions.ManageGroups);
    public bool MayExport => user.May(Permissions.ExportGroups);
    public IReadOnlyList<SelectListItem> ProvinceItems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ProvinceItems = [.. Provinces.All.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code, p.Code == Province))];
        var groups = db.Set<GroupIndex>().AsNoTracking().VisibleTo(user).Where(g => Province == null || g.ProvinceCode == Province);

        if (Last)
        {
            Rows = [.. (await groups.OrderByDescending(g => g.SortKey).ThenByDescending(g => g.ItemId).Take(Paging.UsualSize).ToListAsync(ct)).AsEnumerable().Reverse()];
            return;
        }

        if (After?.Split('.') is [var key, var id])
        {
            groups = groups.Where(g => g.SortKey.CompareTo(key) > 0 || (g.SortKey == key && g.ItemId.CompareTo(id) > 0));
        }

        var rows = await groups.OrderBy(g => g.SortKey).ThenBy(g => g.ItemId).Take(Paging.UsualSize + 1).ToListAsync(ct);
        Rows = [.. rows.Take(Paging.UsualSize)];
        Next = rows.Count > Paging.UsualSize ? $"{Rows[^1].SortKey}.{Rows[^1].ItemId}" : null;
    }

    /// <summary>The groups of that province, or all that she may take out, as the table that the import reads.</summary>
    public async Task<IActionResult> OnPostExportAsync(
        TableFormat format, [FromServices] ImportTemplate template, [FromServices] MarkExport mark, [FromServices] IEnumerable<ITableImport> imports, CancellationToken ct)
    {
        if (!MayExport)
        {
            return NotFound();
        }

        var rows = await GroupTable.RowsAsync(db, user, string.IsNullOrEmpty(Province) ? null : Province, ct);
        var file = await mark.WriteAsync(ImportModel.Kind, template.Headings(imports.Single(i => i.Kind == ImportModel.Kind), rows), format, ct);
        return File(file.Bytes, file.ContentType, file.FileName);
    }
}
