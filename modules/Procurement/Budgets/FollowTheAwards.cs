using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Plans.Budget;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Budgets;

/// <summary>An allotment approves the budgets of its entries; a withdrawal closes one.</summary>
internal sealed class FollowTheAwards(AppDb db, CurrentUser user, TimeProvider time) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles { get; } = [nameof(AwardsAllotted), nameof(AwardWithdrawn)];

    public async Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        if (row.Event == nameof(AwardsAllotted))
        {
            await ApproveAsync(row.As<AwardsAllotted>(), ct);
        }
        else
        {
            await WithdrawAsync(row.As<AwardWithdrawn>(), ct);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task ApproveAsync(AwardsAllotted allotted, CancellationToken ct)
    {
        var known = await db.Set<ApprovedBudget>().Where(b => allotted.EntryIds.Contains(b.EntryId)).Select(b => b.EntryId).ToListAsync(ct);
        var fresh = allotted.EntryIds.Except(known).ToList();

        foreach (var award in await db.Set<Award>().AsNoTracking().Where(a => fresh.Contains(a.EntryId)).OrderBy(a => a.Rank).ToListAsync(ct))
        {
            db.Add(new ApprovedBudget(award, allotted.Date, await db.ApprovedOfAsync(award.EntryId, ct)));
        }
    }

    private async Task WithdrawAsync(AwardWithdrawn withdrawn, CancellationToken ct)
    {
        if (await db.Set<ApprovedBudget>().SingleOrDefaultAsync(b => b.EntryId == withdrawn.EntryId, ct) is { } budget)
        {
            budget.Withdraw(withdrawn.Reason ?? "", time.GetUtcNow());
        }
    }
}
