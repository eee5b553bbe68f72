using CommunityBusinessNetwork.Groups.Tables;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Pages.Groups;

/// <summary>Takes a file of groups in, to be looked through before anything changes.</summary>
[Authorize(Permissions.Manage)]
internal sealed class ImportModel(ImportTables tables, IEnumerable<ITableImport> imports, Localizer text) : PageModel
{
    public const string Kind = "groups";

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>Files that she has sent and not yet decided on.</summary>
    public IReadOnlyList<ImportDraft> Waiting { get; private set; } = [];

    public static IReadOnlyList<ImportColumn> Columns => GroupColumns.All;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public FileContentResult OnGetTemplate(TableFormat format, [FromServices] ImportTemplate template)
        => base.File(template.Write(imports.Single(i => i.Kind == Kind), format, []), TableWriter.ContentTypeOf(format), $"{Kind}{TableWriter.EndingOf(format)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await using var content = File?.OpenReadStream();
        var outcome = await tables.ReadAsync(new(Kind, content is null ? null : new(content, File!.FileName), nameof(File), new Dictionary<string, string>()), ct);

        if (outcome.Succeeded)
        {
            return RedirectToPage("/Groups/ImportReport", new { id = outcome.Value });
        }

        ModelState.Add(outcome, text);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
        => Waiting = await tables.Drafts(Kind).AsNoTracking().Where(d => d.RanAt == null).OrderByDescending(d => d.MadeAt).Take(Paging.UsualSize).ToListAsync(ct);
}
