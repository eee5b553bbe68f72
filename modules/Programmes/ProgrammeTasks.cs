using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>What waits in this module besides the transitions of entries: a cycle to open, slots to fill.</summary>
internal sealed class ProgrammeTasks(AppDb db) : ITaskSource
{
    public async Task<TaskList> ForAsync(CurrentUser user, TaskQuery query, CancellationToken ct)
    {
        TaskGathering tasks = new(query);

        if (user.May(Permissions.RunCycle) && query.Province is null)
        {
            var planned = await db.Set<Cycle>().AsNoTracking().Where(c => c.OpenedAt == null && (query.Cycle == null || c.Id == query.Cycle)).OrderBy(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);
            await tasks.AddAsync(
                new("programmes.task-open", "programmes.open-cycle", [], planned is null ? 0 : 1),
                _ => Task.FromResult<IEnumerable<WorkTask>>(
                    [new("programmes.task-open", [("year", PageFormat.Year(planned!.FiscalYearBe))], "", "/admin/cycles", "programmes.open-cycle", null)]));
        }

        if (await db.CurrentCycleAsync(ct) is { AnnouncedAt: null } cycle)
        {
            var empty = db.Set<Slot>().AsNoTracking().NominatableBy(user).AskedFor(query, s => s.CycleId, s => s.AreaPath).Where(s => s.CycleId == cycle.Id && s.EntryId == null);
            await tasks.AddAsync(
                new("programmes.task-nominate", "programmes.nominate", [], await empty.CountAsync(ct)),
                async most => (await empty.OrderBy(s => s.ProvinceCode).Take(most).ToListAsync(ct)).Select(s => new WorkTask(
                    "programmes.task-nominate", [], NameOf(s.ProvinceCode), $"/my/slots/{s.Id}", "programmes.nominate", cycle.Rules.Due(DueDates.Notify).EndsAt)));
        }

        return tasks.List;
    }

    private static string NameOf(string provinceCode)
    {
        var province = Provinces.Of(provinceCode);
        return Localizer.Choose(province.NameTh, province.NameEn);
    }
}
