using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>What waits in this module: slots to fill, groups to notify, entries to submit, a cycle to open.</summary>
internal sealed class ProgrammeTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, int most, CancellationToken ct)
    {
        List<WorkTask> tasks = [];
        var total = 0;

        if (user.May(Permissions.RunCycle) && await db.Set<Cycle>().AsNoTracking().Where(c => c.OpenedAt == null).OrderBy(c => c.FiscalYearBe).FirstOrDefaultAsync(ct) is { } planned)
        {
            total++;
            tasks.Add(new("programmes.task-open", [("year", PageFormat.Year(planned.FiscalYearBe))], "", "/admin/cycles", "programmes.open-cycle", null));
        }

        if (await db.CurrentCycleAsync(ct) is not { } cycle || cycle.AnnouncedAt is not null)
        {
            return new(tasks, total);
        }

        var empty = db.Set<Slot>().AsNoTracking().NominatableBy(user).Where(s => s.CycleId == cycle.Id && s.EntryId == null);
        total += await empty.CountAsync(ct);
        tasks.AddRange((await empty.OrderBy(s => s.ProvinceCode).Take(most).ToListAsync(ct)).Select(s => new WorkTask(
            "programmes.task-nominate", [], NameOf(s.ProvinceCode), $"/my/slots/{s.Id}", "programmes.nominate", cycle.Rules.Due(DueDates.Notify).EndsAt)));

        var silent = db.Set<Entry>().AsNoTracking().ArrangedBy(user).Where(e => e.CycleId == cycle.Id && e.State == EntryStates.Targeted);
        total += await silent.CountAsync(ct);
        tasks.AddRange((await silent.OrderBy(e => e.SortKey).Take(most).ToListAsync(ct)).Select(e => new WorkTask(
            "programmes.task-notify", [], e.GroupNameTh, $"/my/entries/{e.Id}", "programmes.plan-event", cycle.Rules.Due(DueDates.Notify).EndsAt)));

        var unsent = db.Set<Entry>().AsNoTracking().WithinAreas(user.AreasOf(Permissions.SubmitEntries), e => e.AreaPath)
            .Where(e => e.CycleId == cycle.Id && (e.State == EntryStates.Notified || e.State == EntryStates.Returned));
        total += await unsent.CountAsync(ct);
        tasks.AddRange((await unsent.OrderBy(e => e.SortKey).Take(most).ToListAsync(ct)).Select(e => new WorkTask(
            "programmes.task-submit", [], e.GroupNameTh, $"/my/entries/{e.Id}", "programmes.go-on", e.SubmitsUntil(cycle))));
        return new([.. tasks.Take(most)], total);
    }

    private static string NameOf(string provinceCode)
    {
        var province = Provinces.Of(provinceCode);
        return Localizer.Choose(province.NameTh, province.NameEn);
    }
}
