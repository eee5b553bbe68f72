using System.Globalization;
using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>What runs by another version than the chosen one, by version and state, to be moved to it on purpose.</summary>
[Authorize(Permissions.ManageWorkflows)]
internal sealed class WorkflowMoveModel(AppDb db, WorkflowSight sight, Localizer text) : PageModel
{
    /// <summary>The chosen rows, as <see cref="Row.Value"/>.</summary>
    [BindProperty]
    public IReadOnlyList<string> Groups { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public WorkflowSheet Sheet { get; private set; } = null!;

    /// <summary>The versions to move to, the newest first.</summary>
    public IReadOnlyList<int> Numbers { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, int? to, CancellationToken ct)
    {
        if (!await LoadAsync(name, to, ct))
        {
            return NotFound();
        }

        Groups = [.. Rows.Where(r => r.Fits).Select(r => r.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, int to, [FromServices] MoveRunning move, CancellationToken ct)
    {
        var outcome = await move.RunAsync(new(name, to, [.. Groups.Select(Row.Read).OfType<RunningGroup>()], Reason), ct);

        if (outcome.Succeeded)
        {
            this.Say("desk.flow-moved");
            return RedirectToPage(new { name, to });
        }

        ModelState.Add(outcome, text);
        return outcome.Problems[0].Code != Outcome.NotFound.Problems[0].Code && await LoadAsync(name, to, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string name, int? to, CancellationToken ct)
    {
        if (await sight.ReadAsync(name, to, ct) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        var versions = await db.Set<WorkflowDefinition>().AsNoTracking().Where(w => w.Name == name).OrderByDescending(w => w.Number).ToListAsync(ct);
        Numbers = [.. versions.Select(v => v.Number)];
        var known = sheet.Shown.Rules.AsRun();
        Rows =
        [
            .. (await sheet.Subjects.CountAsync(null, ct)).Where(c => c.Workflow == name && c.Number != sheet.Shown.Number)
                .Select(c => (Standing: c, Rules: versions.Single(v => v.Number == c.Number).Rules))
                .Where(x => !x.Rules.States.Any(s => s.Name == x.Standing.State && s.Final))
                .OrderBy(x => x.Standing.Number).ThenBy(x => x.Rules.States.Select(s => s.Name).ToList().IndexOf(x.Standing.State))
                .Select(x => new Row(x.Standing.Number, x.Standing.State, WorkflowWords.LabelOf(x.Rules, x.Standing.State), x.Standing.Count, known.States.Any(s => s.Name == x.Standing.State))),
        ];
        return true;
    }

    /// <param name="Fits">Whether the chosen version knows the state.</param>
    internal sealed record Row(int Number, string State, string Label, int Count, bool Fits)
    {
        /// <summary>"1/submitted".</summary>
        public string Value => string.Create(CultureInfo.InvariantCulture, $"{Number}/{State}");

        public static RunningGroup? Read(string value)
            => value.Split('/') is [var number, var state] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new(version, state) : null;
    }
}
