using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>Gives a line up, with a reason, before anything of it was accepted. Its money goes back to the state.</summary>
internal sealed class CancelPurchase(TakeStep steps, AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid PurchaseId, long Version, string? Reason);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var purchase = await steps.ReachAsync(input.PurchaseId, Permissions.OrderGoods, ct);

        if (purchase is null)
        {
            return Outcome.NotFound;
        }

        if (purchase.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = purchase.Cancel(input.Reason, await steps.DaysOfAsync(purchase, ct), time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
