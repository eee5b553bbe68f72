using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Overviews;

/// <summary>How far an entry is with BPM record and report.</summary>
/// <param name="BpmOverdue">The date has passed and the record is not in BPM.</param>
/// <param name="ReportOverdue">The date has passed and the report was never sent.</param>
public sealed record ReportRow(
    Guid EntryId, string GroupNameTh, string ProvinceCode, string? BpmReference, bool BpmLate, bool BpmOverdue, ReportState Report, bool ReportLate, bool ReportOverdue, bool IsWithdrawn)
{
    public string ProvinceName => Localizer.Choose(Provinces.Of(ProvinceCode).NameTh, Provinces.Of(ProvinceCode).NameEn);

    public bool BpmDone => BpmReference is not null;
    public bool IsLate => BpmLate || BpmOverdue || ReportLate || ReportOverdue;

    public string ReportChip => Report switch
    {
        ReportState.Accepted => "done",
        ReportState.Sent => "now",
        ReportState.Returned => "warn",
        _ => "empty",
    };
}

/// <summary>The rows that a person sees, in Thai order of the groups' names.</summary>
public sealed record ReportList(IReadOnlyList<ReportRow> Rows)
{
    public int Owed => Standing.Count();
    public int BpmDone => Standing.Count(r => r.BpmDone);
    public int Accepted => Standing.Count(r => r.Report == ReportState.Accepted);
    public int Sent => Standing.Count(r => r.Report is ReportState.Sent or ReportState.Accepted);
    public int Late => Standing.Count(r => r.IsLate);

    private IEnumerable<ReportRow> Standing => Rows.Where(r => !r.IsWithdrawn);

    internal static async Task<ReportList> OfAsync(AppDb db, CurrentUser user, DateTimeOffset now, CancellationToken ct)
    {
        var rules = await db.Set<Cycle>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Rules, ct);
        var rows = await (
            from record in db.Set<BpmRecord>().AsNoTracking().VisibleTo(user)
            join report in db.Set<ActivityReport>() on record.EntryId equals report.EntryId
            join entry in db.Set<Entry>() on record.EntryId equals entry.Id
            orderby entry.CycleId descending, entry.SortKey
            select new
            {
                record.EntryId,
                record.CycleId,
                entry.GroupNameTh,
                record.ProvinceCode,
                record.Reference,
                BpmLate = record.LateReason != null,
                report.State,
                ReportLate = report.LateReason != null,
                NeverSent = report.FirstSentAt == null,
                IsWithdrawn = record.WithdrawnAt != null,
            }).ToListAsync(ct);
        return new([.. rows.Select(r => new ReportRow(
            r.EntryId, r.GroupNameTh, r.ProvinceCode, r.Reference,
            r.BpmLate, !r.IsWithdrawn && r.Reference is null && now >= rules[r.CycleId].Due(DueDates.Bpm).EndsAt,
            r.State, r.ReportLate, !r.IsWithdrawn && r.NeverSent && now >= rules[r.CycleId].Due(DueDates.Report).EndsAt,
            r.IsWithdrawn))]);
    }
}
