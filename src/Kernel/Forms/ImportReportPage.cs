using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>What a file will do, row by row, and the one button that does it. A module's page says of which import, and who may open it.</summary>
/// <param name="importPage">The page that takes files in, "/Groups/Import".</param>
public abstract class ImportReportPage(ImportTables tables, Localizer text, string kind, IReadOnlyList<ImportColumn> columns, string importPage) : PageModel
{
    /// <summary>The rows that are shown: those of one verdict, or all.</summary>
    [BindProperty(SupportsGet = true)]
    public ImportVerdict? Show { get; set; }

    /// <summary>Of the draft, as the page was shown.</summary>
    [BindProperty]
    public long Version { get; set; }

    public ImportView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var outcome = await tables.RunAsync(kind, id, Version, ct);

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
        if (!(await tables.DiscardAsync(kind, id, ct)).Succeeded)
        {
            return NotFound();
        }

        this.Say("imports.discarded");
        return RedirectToPage(importPage);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await tables.Drafts(kind).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        View = new(draft, columns, Show, Request);
        return Page();
    }
}
