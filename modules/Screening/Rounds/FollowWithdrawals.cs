using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Rounds;

/// <summary>An entry that is withdrawn or disqualified leaves the rounds that are not closed yet.</summary>
internal sealed class FollowWithdrawals(AppDb db, CurrentUser user) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } = [nameof(EntryMoved)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        var moved = row.As<EntryMoved>();

        if (moved.To is not (EntryStates.Withdrawn or EntryStates.Disqualified))
        {
            return;
        }

        var rounds = await db.Set<Round>()
            .Include(r => r.Contenders)
            .Where(r => r.State == RoundState.Open || r.State == RoundState.Discussion)
            .Where(r => r.Contenders.Any(c => c.EntryId == row.SubjectId && c.WithdrawnReason == null))
            .ToListAsync(ct);

        foreach (var round in rounds)
        {
            round.Withdraw(row.SubjectId, moved.Reason ?? moved.To);
        }

        await db.SaveAsync(user, ct);
    }
}
