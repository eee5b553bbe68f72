using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Grants;

/// <summary>
/// After the announcement a group gives its place up or loses it: the entry leaves, and award and allotment are reversed in the same act.
/// Who rises is a resolution of the committee.
/// </summary>
internal sealed class WithdrawAward(AppDb db, CurrentUser user, WorkflowEngine workflows, TimeProvider time)
{
    public sealed record Input(Guid AwardId, long Version, string? Reason);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var award = await db.Set<Award>().RevocableBy(user).Include(a => a.Ledger).SingleOrDefaultAsync(a => a.Id == input.AwardId, ct);

        if (award is null)
        {
            return Outcome.NotFound;
        }

        if (award.WithdrawnAt is null && award.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = award.Withdraw(input.Reason, new(Posting.Withdrawal, user.Id, time.GetUtcNow()));

        if (outcome.Succeeded)
        {
            var entry = await db.Set<Entry>().SingleAsync(e => e.Id == award.EntryId, ct);
            outcome = await workflows.FireAsync(entry, Transitions.Withdraw, input.Reason, ct);
        }

        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
