using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Reporting.Packages;

/// <summary>Gathers what goes into the package of an entry.</summary>
internal sealed class PackageQuery(AppDb db, CurrentUser user, MessageBook book, TimeProvider time)
{
    /// <returns>Not found, or what is missing, or the package.</returns>
    public async Task<Outcome<PackageContent>> RunAsync(Guid entryId, CancellationToken ct)
    {
        var record = await db.Set<BpmRecord>().AsNoTracking().VisibleTo(user).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.EntryId == entryId, ct);

        if (record is null)
        {
            return Outcome<PackageContent>.From(Outcome.NotFound);
        }

        if (!record.IsConfirmed && record.WhatIsMissing(time.Today()) is { Count: > 0 } problems)
        {
            return Outcome<PackageContent>.From(Outcome.Refused(problems));
        }

        var context = await ContextOfAsync(record, ct);
        var ids = record.Attachments.Select(a => a.FileId).ToList();
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        return new PackageContent(
            context.Entry.GroupCode,
            context.Cycle.FiscalYearBe,
            BpmSheet.Of(record, context, book),
            [.. record.Pictures.Concat(record.DataFiles).Select(a => (a, files[a.FileId]))]);
    }

    public async Task<BpmContext> ContextOfAsync(BpmRecord record, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == record.EntryId, ct);
        return new(
            await db.Set<Cycle>().AsNoTracking().SingleAsync(c => c.Id == record.CycleId, ct),
            entry,
            await db.Set<GroupIndex>().AsNoTracking().SingleAsync(g => g.ItemId == entry.GroupItemId, ct),
            await db.MoneyOfAsync(entry.Id, ct),
            await db.Set<Purchase>().Where(p => p.EntryId == entry.Id).MaxAsync(p => p.PaidOn, ct),
            await db.Set<ActivityReport>().AsNoTracking().SingleOrDefaultAsync(r => r.EntryId == entry.Id, ct));
    }
}
