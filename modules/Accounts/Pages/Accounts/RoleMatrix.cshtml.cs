using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Every permission against every role, on one screen.</summary>
[Authorize(Permissions.Manage)]
internal sealed class RoleMatrixModel(AppDb db, CurrentUser user, IEnumerable<Permission> permissions, AddRole add, Localizer text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public IReadOnlyList<SelectListItem> LikeItems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return user.May(Permissions.ManagePeople, Area.Nation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await add.RunAsync(new(Input.Name, Input.Description, Input.Like), ct);

        if (outcome.Succeeded)
        {
            this.Say("accounts.role-added");
            return RedirectToPage("/Accounts/RoleRights", new { name = Input.Name!.Trim() });
        }

        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        ModelState.Add(outcome, text);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).Where(r => r.Name != Roles.Anonymous).InOrder();
        var holders = await db.Set<AccountRole>().GroupBy(h => h.Role).Select(g => new { g.Key, Count = g.Select(h => h.AccountId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Columns = [.. roles.Select(r => new Column(r.Name, holders.GetValueOrDefault(r.Name)))];
        Groups = [.. permissions.GroupBy(p => text.ModuleOf(p.Name)).Select(g => new Group(g.Key, [.. g.Select(p => new Row(p.Name, [.. roles.Select(r => Cell.Of(p, r))]))]))];
        LikeItems = [new("–", ""), .. roles.Select(r => new SelectListItem(text.Role(r.Name), r.Name))];
    }

    internal sealed class Form
    {
        public string? Name { get; set; }
        public string? Description { get; set; }
        public string? Like { get; set; }
    }

    internal sealed record Column(string Name, int Holders);

    internal sealed record Group(string Module, IReadOnlyList<Row> Rows);

    internal sealed record Row(string Permission, IReadOnlyList<Cell> Cells);

    /// <param name="By">The permission that brings it with it, where the role does not hold it itself.</param>
    internal sealed record Cell(bool Yes, string? By)
    {
        public static Cell Of(Permission permission, Role role) => PersonRights.HowHeld(permission, role.Permissions) is [var by] ? new(by is null, by) : new(false, null);
    }
}
