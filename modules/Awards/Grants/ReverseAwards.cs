using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Grants;

/// <summary>An entry that left the programme by its own road takes its award with it.</summary>
internal sealed class ReverseAwards(AppDb db, CurrentUser user, TimeProvider time) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } = [nameof(EntryMoved)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        var moved = row.As<EntryMoved>();

        if (!PlacedEntries.Out.Contains(moved.To))
        {
            return;
        }

        var award = await db.Set<Award>().Include(a => a.Ledger).SingleOrDefaultAsync(a => a.EntryId == row.SubjectId && a.WithdrawnAt == null, ct);

        if (award is not null && award.Withdraw(moved.Reason ?? moved.Transition, new(Posting.Withdrawal, user.Id, time.GetUtcNow())).Succeeded)
        {
            await db.SaveAsync(user, ct);
        }
    }
}
