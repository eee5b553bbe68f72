using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Pages.Programmes;

/// <summary>The board of slots: which province has named its group, and where that group stands.</summary>
[Authorize(Permissions.Slots)]
internal sealed class SlotsModel(AppDb db, CurrentUser user, WorkflowEngine workflows) : PageModel
{
    private const int Size = 100;

    public Cycle? Cycle { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, Size, 0);
    public int Filled { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await db.CurrentCycleAsync(ct) is not { } cycle)
        {
            return;
        }

        Cycle = cycle;
        var slots = db.Set<Slot>().AsNoTracking().VisibleTo(user).Where(s => s.CycleId == cycle.Id);
        Paging = Paging.Of(Request, await slots.CountAsync(ct), Size);
        Filled = await slots.CountAsync(s => s.EntryId != null, ct);
        var page = await slots.OrderBy(s => s.ProvinceCode).Skip(Paging.Skip).Take(Size).ToListAsync(ct);
        var ids = page.Select(s => s.EntryId).ToList();
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        List<Row> rows = [];

        foreach (var slot in page)
        {
            var entry = slot.EntryId is { } id ? entries[id] : null;
            rows.Add(new(slot.Id, Provinces.Of(slot.ProvinceCode), entry is null ? null : EntryRow.Of(entry, cycle, await workflows.RulesAsync(entry.Workflow, entry.WorkflowNumber, ct))));
        }

        Rows = rows;
    }

    public sealed record Row(Guid SlotId, Province Province, EntryRow? Entry);
}
