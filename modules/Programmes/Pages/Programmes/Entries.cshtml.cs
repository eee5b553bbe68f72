using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>The entries of this year that a person may see, with their state.</summary>
[Authorize(Permissions.View)]
internal sealed class EntriesModel(AppDb db, CurrentUser user, WorkflowEngine workflows) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>The fiscal year, in the Buddhist Era; without it the one at work.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Only those that are in this workflow.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Workflow { get; set; }

    public Cycle? Cycle { get; private set; }
    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];
    public IReadOnlyList<(string State, int Count)> Counts { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, Paging.UsualSize, 0);
    public WorkflowRules? Rules { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await (Year is { } year ? db.Set<Cycle>().AsNoTracking().SingleOrDefaultAsync(c => c.FiscalYearBe == year, ct) : db.CurrentCycleAsync(ct)) is not { } cycle)
        {
            return;
        }

        Cycle = cycle;
        var mine = db.Set<Entry>().AsNoTracking().VisibleTo(user).Where(e => e.CycleId == cycle.Id && (Workflow == null || e.Workflow == Workflow));
        Counts = [.. (await mine.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).Select(g => (g.Key, g.Count))];
        var found = mine.Where(e => (State == null || e.State == State) && (Province == null || e.ProvinceCode == Province));
        Paging = Paging.Of(Request, await found.CountAsync(ct));
        List<EntryRow> rows = [];

        foreach (var entry in await found.OrderBy(e => e.SortKey).ThenBy(e => e.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct))
        {
            rows.Add(EntryRow.Of(entry, cycle, await workflows.RulesAsync(entry.Workflow, entry.WorkflowNumber, ct)));
        }

        Rows = rows;
        Rules = await workflows.RulesAsync(Workflows.Screening, await workflows.NewestAsync(Workflows.Screening, ct), ct);
    }

    public string Label(string state)
        => Rules?.States.SingleOrDefault(s => s.Name == state) is { } known ? Localizer.Choose(known.LabelTh, known.LabelEn) : state;
}
