using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>The province sends the complete report with the clip of the activity to the Department. After the cycle's date it says why.</summary>
internal sealed class SendReport(AppDb db, CurrentUser user, TimeProvider time)
{
    private const decimal Whole = 100m;

    public sealed record Input(Guid EntryId, long Version, string? LateReason = null);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var report = await db.Set<ActivityReport>().WrittenBy(user).SingleOrDefaultAsync(r => r.EntryId == input.EntryId, ct);

        if (report is null)
        {
            return Outcome.NotFound;
        }

        if (report.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var rules = await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == report.CycleId).Select(c => c.Rules).SingleAsync(ct);
        var hasClip = await db.Set<Clip>().AnyAsync(c => c.EntryId == report.EntryId && c.Kind == ClipKind.Activity, ct);
        var money = await db.MoneyOfAsync(report.EntryId, ct);
        var spent = money is null ? (decimal?)null : decimal.Round(money.Paid.Satang * Whole / money.Award.Satang, 2, MidpointRounding.AwayFromZero);
        var outcome = report.Send(new(hasClip, spent, input.LateReason), user, rules.Due(DueDates.Report).EndsAt, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
