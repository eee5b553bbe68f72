using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>Every version of a workflow: who published it, when and why, and how much still goes by it.</summary>
[Authorize(Permissions.ViewWorkflows)]
internal sealed class WorkflowVersionsModel(AppDb db, WorkflowSight sight, IPersonNames people) : PageModel
{
    public WorkflowSheet Sheet { get; private set; } = null!;
    public Paging Paging { get; private set; } = new(1, Paging.UsualSize, 0);
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (await sight.ReadAsync(name, null, ct) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Paging = Paging.Of(Request, sheet.Newest.Number);

        // One more than is shown: the oldest one on the page is compared with the one before it.
        var versions = await db.Set<WorkflowDefinition>().AsNoTracking().Where(w => w.Name == name).OrderByDescending(w => w.Number).Skip(Paging.Skip).Take(Paging.Size + 1).ToListAsync(ct);
        var running = (await sheet.Subjects.CountAsync(null, ct)).Where(c => c.Workflow == name).ToLookup(c => c.Number);
        var names = await people.OfAsync([.. versions.Select(v => v.AuthorId).OfType<string>().Distinct()], ct);
        Rows =
        [
            .. versions.Take(Paging.Size).Select((v, at) => new Row(
                v, v.AuthorId is { } author ? names.GetValueOrDefault(author) ?? author : "",
                at + 1 < versions.Count ? WorkflowComparison.Of(versions[at + 1].Rules, v.Rules).Count : null,
                running[v.Number].Where(c => !v.Rules.States.Any(s => s.Name == c.State && s.Final)).Sum(c => c.Count))),
        ];
        return Page();
    }

    /// <param name="Differences">How much differs from the version before; null for the first.</param>
    /// <param name="Running">What goes by it and is not at its end.</param>
    internal sealed record Row(WorkflowDefinition Definition, string Author, int? Differences, int Running);
}
