using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Grants;

/// <summary>An award as lists show it.</summary>
/// <param name="AllotmentNumber">Null while it is not allotted.</param>
internal sealed record AwardRow(
    Guid Id, int Rank, string GroupNameTh, string ProvinceCode, string TierCode, Money Amount, string? AllotmentNumber, DateOnly? AllottedOn, DateTimeOffset? WithdrawnAt)
{
    public string ProvinceName => Localizer.Choose(Provinces.Of(ProvinceCode).NameTh, Provinces.Of(ProvinceCode).NameEn);

    public bool IsWaiting => AllottedOn is null && WithdrawnAt is null;

    public (string Kind, string TextKey) State
        => WithdrawnAt is not null ? ("error", "awards.is-withdrawn") : AllottedOn is not null ? ("done", "awards.is-allotted") : ("wait", "awards.is-waiting");

    /// <summary>The awards of a cycle that this person may see, the best first.</summary>
    public static async Task<IReadOnlyList<AwardRow>> OfCycleAsync(AppDb db, CurrentUser user, Guid cycleId, CancellationToken ct)
        => await db.Set<Award>().AsNoTracking().VisibleTo(user).Where(a => a.CycleId == cycleId).OrderBy(a => a.Rank).ThenBy(a => a.Id)
            .Select(a => new AwardRow(
                a.Id,
                a.Rank,
                db.Set<Entry>().Where(e => e.Id == a.EntryId).Select(e => e.GroupNameTh).Single(),
                a.ProvinceCode,
                a.TierCode,
                new(a.AmountSatang),
                db.Set<Allotment>().Where(l => l.Id == a.AllotmentId).Select(l => l.Number).SingleOrDefault(),
                a.AllottedOn,
                a.WithdrawnAt))
            .ToListAsync(ct);
}
