using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Accounts.Tables;
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

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Everybody who has an account, by user name.</summary>
[Authorize(Permissions.Manage)]
internal sealed class PeopleModel(AppDb db, CurrentUser user, AreaWords areas, Localizer text) : PageModel
{
    private const int MostRolesShown = 3;

    /// <summary>A part of a name, a user name or an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RoleItems { get; private set; } = [];
    public IReadOnlyList<SelectListItem> ProvinceItems { get; private set; } = [];
    public IReadOnlyList<SelectListItem> StateItems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var people = Chosen();
        Paging = Paging.Of(Request, await people.CountAsync(ct));
        var shown = await people.OrderBy(a => a.NormalizedUserName).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        var names = await areas.NamesOfAsync(shown.SelectMany(a => a.Roles).Select(r => r.Area), ct);
        Rows = [.. shown.Select(a => new Row(
            a.Id,
            a.DisplayName,
            a.UserName,
            [.. a.Roles.Take(MostRolesShown).Select(r => (text.Role(r.Role), areas.Of(r.Area, names)))],
            Math.Max(0, a.Roles.Count - MostRolesShown),
            a.StateAt(LockClock.Now),
            a.IsDemo))];

        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).Where(r => r.Name != Roles.Anonymous).InOrder();
        RoleItems = [new("–", ""), .. roles.Select(r => new SelectListItem(text.Role(r.Name), r.Name))];
        ProvinceItems = [new("–", ""), .. Provinces.All.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code))];
        StateItems = [new("–", ""), .. Enum.GetValues<AccountState>().Select(s => new SelectListItem(text[$"accounts.state-{s}"], s.ToString()))];
    }

    /// <summary>Everybody whom she manages, as the table that the import reads.</summary>
    public async Task<IActionResult> OnPostExportAsync(
        TableFormat format, [FromServices] PersonTable table, [FromServices] ImportTemplate template, [FromServices] MarkExport mark, [FromServices] IEnumerable<ITableImport> imports, CancellationToken ct)
    {
        var sheet = template.Headings(imports.Single(i => i.Kind == ImportModel.Kind), await table.RowsAsync(ct));
        var file = await mark.WriteAsync(ImportModel.Kind, sheet, format, ct);
        return File(file.Bytes, file.ContentType, file.FileName);
    }

    private IQueryable<Account> Chosen()
    {
        var people = db.ManageableBy(user).IgnoreAutoIncludes().AsNoTracking();

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var typed = Q.Trim();
            var normal = Account.Normal(typed);
            people = people.Where(a => a.NormalizedUserName.Contains(normal) || a.DisplayName.Contains(typed) || (a.NormalizedEmail != null && a.NormalizedEmail.Contains(normal)));
        }

        // One row must be of that role and in that province: an officer there and a head elsewhere is no head there.
        var province = Provinces.Find(Province) is { } known ? Area.Province(known.Code).Path : null;
        var below = $"{province}/%";

        if (!string.IsNullOrEmpty(Role) || province is not null)
        {
            var (anyRole, anyPlace, role) = (string.IsNullOrEmpty(Role), province is null, Role);
            people = people.Where(a => a.Held.Any(h => (anyRole || h.Role == role) && (anyPlace || h.AreaPath == province || EF.Functions.Like(h.AreaPath, below))));
        }

        var now = LockClock.Now;
        return State switch
        {
            AccountState.Closed => people.Where(a => a.ClosedAt != null),
            AccountState.Locked => people.Where(a => a.ClosedAt == null && a.LockedUntil > now),
            AccountState.Invited => people.Where(a => a.ClosedAt == null && a.PasswordHash == null && !a.IsDemo),
            AccountState.Active => people.Where(a => a.ClosedAt == null && (a.PasswordHash != null || a.IsDemo) && (a.LockedUntil == null || a.LockedUntil <= now)),
            _ => people,
        };
    }

    internal sealed record Row(Guid Id, string DisplayName, string UserName, IReadOnlyList<(string Role, string Area)> Roles, int MoreRoles, AccountState State, bool IsDemo);
}
