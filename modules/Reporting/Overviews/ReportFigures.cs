using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Overviews;

/// <summary>Steps 6 and 7 on the dashboard: n of 36, and who is late.</summary>
internal sealed class ReportFigures(AppDb db, TimeProvider time) : IFigures
{
    private const int BpmStep = 6;
    private const int ReportStep = 7;
    private const int Shown = 12;

    public async Task<Figures> ForAsync(CurrentUser user, CancellationToken ct)
    {
        if (!user.May(Permissions.OverseeReports, Area.Nation)
            || await db.Set<Cycle>().AsNoTracking().OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(c => c.OpenedAt != null, ct) is not { } cycle)
        {
            return Figures.None;
        }

        var records = db.Set<BpmRecord>().Where(r => r.CycleId == cycle.Id && r.WithdrawnAt == null);
        var reports = db.Set<ActivityReport>().Where(r => r.CycleId == cycle.Id && r.WithdrawnAt == null);
        var (owed, confirmed) = (await records.CountAsync(ct), await records.CountAsync(r => r.ConfirmedAt != null, ct));
        var accepted = await reports.CountAsync(r => r.State == ReportState.Accepted, ct);
        var of = owed > 0 ? owed : cycle.Rules.ShortlistCount;
        var (bpmDue, reportDue) = (cycle.Rules.Due(DueDates.Bpm).Date, cycle.Rules.Due(DueDates.Report).Date);
        var lateBpm = await LateAsync(records.Where(r => r.ConfirmedAt == null).Select(r => new Owing(r.EntryId, r.ProvinceCode)), bpmDue, "bpm", ct);
        var lateReports = await LateAsync(reports.Where(r => r.FirstSentAt == null).Select(r => new Owing(r.EntryId, r.ProvinceCode)), reportDue, "report", ct);

        return new()
        {
            Steps =
            [
                new(BpmStep, "reporting.step-bpm", confirmed, of, bpmDue) { IsNow = owed > 0 && confirmed < owed },
                new(ReportStep, "reporting.step-report", accepted, of, reportDue) { IsNow = owed > 0 && accepted < owed },
            ],
            Funnel = [new(80, "reporting.funnel-bpm", confirmed, "/admin/reports")],
            Late = [.. lateReports.Rows, .. lateBpm.Rows],
            LateTotal = lateReports.Total + lateBpm.Total,
        };
    }

    private async Task<(IReadOnlyList<LateRow> Rows, int Total)> LateAsync(IQueryable<Owing> owing, DateOnly due, string what, CancellationToken ct)
    {
        var days = time.Today().DayNumber - due.DayNumber;

        if (days <= 0)
        {
            return ([], 0);
        }

        var rows = await owing.Take(Shown).ToListAsync(ct);
        return (
            [.. rows.Select(r => new LateRow(days, Name(r.ProvinceCode), $"reporting.late-{what}", [], "reporting.late-who", $"/my/entries/{r.EntryId}/{what}"))],
            await owing.CountAsync(ct));
    }

    private static string Name(string code) => Localizer.Choose(Provinces.Of(code).NameTh, Provinces.Of(code).NameEn);

    private sealed record Owing(Guid EntryId, string ProvinceCode);
}
