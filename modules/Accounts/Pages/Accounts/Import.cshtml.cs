using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>Takes a file of people in, to be looked through before anything changes.</summary>
[Authorize(Permissions.Manage)]
internal sealed class ImportModel(ImportTables tables, IEnumerable<ITableImport> imports, SiteAddress site, Localizer text) : PageModel
{
    public const string Kind = "people";

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>Whether every new person gets an invitation.</summary>
    [BindProperty]
    public bool Invite { get; set; }

    /// <summary>Files that she has sent and not yet decided on.</summary>
    public IReadOnlyList<ImportDraft> Waiting { get; private set; } = [];

    public static IReadOnlyList<ImportColumn> Columns => PersonImport.All;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public FileContentResult OnGetTemplate(TableFormat format, [FromServices] ImportTemplate template)
        => base.File(template.Write(imports.Single(i => i.Kind == Kind), format, [RolesSheet()]), TableWriter.ContentTypeOf(format), $"{Kind}{TableWriter.EndingOf(format)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Dictionary<string, string> options = Invite ? new() { [PersonImport.Invites] = site.For(Request) } : [];
        await using var content = File?.OpenReadStream();
        var outcome = await tables.ReadAsync(new(Kind, content is null ? null : new(content, File!.FileName), nameof(File), options), ct);

        if (outcome.Succeeded)
        {
            return RedirectToPage("/Accounts/ImportReport", new { id = outcome.Value });
        }

        ModelState.Add(outcome, text);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
        => Waiting = await tables.Drafts(Kind).AsNoTracking().Where(d => d.RanAt == null).OrderByDescending(d => d.MadeAt).Take(Paging.UsualSize).ToListAsync(ct);

    private Sheet RolesSheet()
        => new(
            text["accounts.role"],
            [text["accounts.role"], text["accounts.role-name"]],
            [.. Roles.All.Where(r => r != Roles.Anonymous).Select(r => (IReadOnlyList<object?>)[r, text[$"accounts.role.{r}"]])]);
}
