using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>The first steps of the funnel, and who has not submitted in time.</summary>
internal sealed class ProgrammeFigures(AppDb db, TimeProvider time) : IFigures
{
    private const int MostLate = 12;

    public async Task<Figures> ForAsync(CurrentUser user, CancellationToken ct)
    {
        if (!user.May(Permissions.ViewEntries) || await db.CurrentCycleAsync(ct) is not { } cycle)
        {
            return Figures.None;
        }

        var entries = db.Set<Entry>().AsNoTracking().VisibleTo(user).Where(e => e.CycleId == cycle.Id);
        var notified = await entries.CountAsync(e => e.NotifiedAt != null, ct);
        var submitted = await entries.CountAsync(e => e.SubmittedAt != null, ct);
        var shortlisted = await entries.CountAsync(e => e.State == EntryStates.Shortlisted || e.TierCode != null, ct);
        var tiered = await entries.CountAsync(e => e.TierCode != null, ct);
        var firstTier = cycle.Rules.Tiers[0].Code;
        var top = await entries.CountAsync(e => e.TierCode == firstTier, ct);
        var closed = await entries.CountAsync(e => e.State == EntryStates.Closed, ct);
        var today = time.Today();
        var late = entries.Where(e => EntryStates.NotYetIn.Contains(e.State));
        var due = cycle.Rules.Due(DueDates.Submit);
        var overdue = due.EndsAt <= time.GetUtcNow() && cycle.AnnouncedAt is null;

        return new()
        {
            Steps =
            [
                StepOf(0, "programmes.step-notify", notified, cycle.Rules.TargetCount, cycle.Rules.Due(DueDates.Notify).Date),
                StepOf(1, "programmes.step-submit", submitted, cycle.Rules.TargetCount, due.Date),
                StepOf(2, "programmes.step-round-1", shortlisted, cycle.Rules.ShortlistCount, cycle.Rules.Due(DueDates.Round1).Date, isReached: today > due.Date),
                StepOf(3, "programmes.step-round-2", tiered, cycle.Rules.ShortlistCount, cycle.Rules.Due(DueDates.Round2).Date, isReached: shortlisted > 0),
            ],
            Funnel =
            [
                new(10, "programmes.funnel-targets", await entries.CountAsync(ct), "/my/entries"),
                new(20, "programmes.funnel-submitted", submitted, "/my/entries?state=submitted"),
                new(30, "programmes.funnel-shortlisted", shortlisted) { IsCut = true },
                new(40, "programmes.funnel-tiered", tiered) { Top = top, IsCut = true },
                new(90, "programmes.funnel-closed", closed, "/my/entries?state=closed"),
            ],
            Late = overdue
                ? [.. (await late.OrderBy(e => e.SortKey).Take(MostLate).ToListAsync(ct)).Select(e => new LateRow(
                    today.DayNumber - due.Date.DayNumber, NameOf(e.ProvinceCode), "programmes.late-plan", [], "programmes.who-group", $"/my/entries/{e.Id}"))]
                : [],
            LateTotal = overdue ? await late.CountAsync(ct) : 0,
        };

        CycleStep StepOf(int number, string textKey, int done, int of, DateOnly until, bool isReached = true)
            => new(number, textKey, done, of, until) { IsNow = isReached && done < of && today <= until };
    }

    private static string NameOf(string provinceCode)
    {
        var province = Provinces.Of(provinceCode);
        return Localizer.Choose(province.NameTh, province.NameEn);
    }
}
