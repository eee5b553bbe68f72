using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Rights;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>What one role may do.</summary>
[Authorize(Permissions.Manage)]
internal sealed class RoleRightsModel(AppDb db, CurrentUser user, IEnumerable<Permission> permissions, SetRole set, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public List<string> Granted { get; set; } = [];

    public string Name { get; private set; } = "";
    public int Holders { get; private set; }
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct) => await ShowAsync(name, keepTyped: false, ct);

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        if (await FindAsync(name, ct) is not { } role)
        {
            return NotFound();
        }

        var outcome = await set.RunAsync(new(role.Name, Version, Description, Granted), ct);

        if (outcome.Succeeded)
        {
            this.Say("accounts.role-saved");
            return RedirectToPage(new { name });
        }

        ModelState.Add(outcome, text);
        return await ShowAsync(name, keepTyped: true, ct);
    }

    private async Task<IActionResult> ShowAsync(string name, bool keepTyped, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (!user.May(Permissions.ManagePeople, Area.Nation) || await FindAsync(name, ct) is not { } role)
        {
            return NotFound();
        }

        // What was ticked is compared with the newest and may be saved over it.
        ModelState.Remove(nameof(Version));
        (Name, Version) = (role.Name, role.Version);
        Holders = await db.Set<AccountRole>().Where(h => h.Role == role.Name).Select(h => h.AccountId).Distinct().CountAsync(ct);

        if (!keepTyped)
        {
            (Description, Granted) = (role.Description, [.. role.Permissions]);
        }

        Groups = [.. permissions.GroupBy(p => text.ModuleOf(p.Name)).Select(g => new Group(g.Key, [.. g.Select(p => new Row(p.Name, Granted.Contains(p.Name), [.. p.ImpliedBy.Select(i => i.Name)]))]))];
        return Page();
    }

    /// <summary>The site's addresses are in small letters, so that the role is found without case.</summary>
    private async Task<Role?> FindAsync(string name, CancellationToken ct)
        => (await db.Set<Role>().AsNoTracking().ToListAsync(ct)).SingleOrDefault(r => r.Name != Roles.Anonymous && string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));

    internal sealed record Group(string Module, IReadOnlyList<Row> Rows);

    internal sealed record Row(string Permission, bool Granted, IReadOnlyList<string> ImpliedBy);
}
