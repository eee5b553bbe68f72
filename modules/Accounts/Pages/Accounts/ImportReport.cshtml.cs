using CommunityBusinessNetwork.Accounts.Tables;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>What a file of people will do, row by row, and the one button that does it.</summary>
[Authorize(Permissions.Manage)]
internal sealed class ImportReportModel(ImportTables tables, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ImportVerdict? Show { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public ImportView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = await tables.RunAsync(ImportModel.Kind, id, Version, ct);

        if (outcome.Succeeded)
        {
            this.Say("imports.done");
            return RedirectToPage(new { id });
        }

        ModelState.Add(outcome, text);
        return await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        if (!(await tables.DiscardAsync(ImportModel.Kind, id, ct)).Succeeded)
        {
            return NotFound();
        }

        this.Say("imports.discarded");
        return RedirectToPage("/Accounts/Import");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await tables.Drafts(ImportModel.Kind).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        View = new(draft, PersonImport.All, Show, Request);
        return Page();
    }
}
